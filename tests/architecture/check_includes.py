#!/usr/bin/env python3
"""Says which of our files includes what it must not know, and who calls what only one place may call.

The rules are the picture in ARCHITECTURE.md. Run with the project's root; prints one line for each
breach and exits 1, or prints nothing and exits 0. With --self-test it plants breaches and expects to
find them.
"""
import pathlib
import re
import sys
import tempfile

FOLDERS = ("app", "db", "diagrams", "ui")

# Folder -> our folders it may include, besides itself. The most specific entry counts.
MAY_INCLUDE = {
    "app/base": set(),
    "app/memory": set(),
    "app/framework": {"app/base"},
    "app/content": {"app/base", "app/framework", "app/ports/figure_compiler.h"},
    "app/answers": {"app/base", "app/framework"},
    "app/bookmarks": {"app/base"},
    "app/annotations": {"app/base", "app/content"},
    "app/search": {"app/base"},
    "app/graphs": {"app/base", "app/content"},
    "app/board": {"app/base", "app/content", "app/graphs"},
    "app/review": {"app/base", "app/framework", "app/content", "app/memory"},
    "app/mock": {"app/base", "app/framework", "app/content", "app/review", "app/board"},
    "app/exchange": {"app/answers", "app/base", "app/content", "app/framework", "app/memory", "app/review"},
    "app/merge": {"app/base", "app/memory", "app/review"},
    "app/ports": {"app/exchange", "app/merge", "app/base", "app/framework", "app/content", "app/memory", "app/review", "app/answers",
                  "app/search", "app/board", "app/annotations", "app/bookmarks", "app/mock"},
    "app/ops": {"app/exchange", "app/base", "app/memory", "app/review", "app/answers", "app/annotations", "app/bookmarks", "app/board",
                "app/graphs", "app/content", "app/merge", "app/mock", "app/ports", "app/search"},
    "db": {"app"},
    "diagrams/style": {"app/base"},
    "diagrams/compiler": {"app", "diagrams/style", "diagrams/scene/path_reader.h"},
    "diagrams/scene": {"app", "diagrams/style"},
    "diagrams/handout": {"app", "diagrams/style", "diagrams/scene", "diagrams/compiler/theme_css.h"},
    "diagrams/foreign": {"app", "diagrams/style", "diagrams/scene/path_reader.h"},
    "ui": {"app", "diagrams"},
    "ui/desktop": {"app", "diagrams", "db", "ui"},
    "ui/cli": {"app", "diagrams", "db", "ui/bridge/system_clock.h"},
}

# Third-party headers -> the places that may see them.
FOREIGN = [
    (re.compile(r"^(SQLiteCpp/|sqlite3)"), ("db/",)),
    (re.compile(r"^(archive(_entry)?\.h|zstd\.h)"), ("db/exchange/",)),
    (re.compile(r"^yaml-cpp/"), ("_yaml.cpp", "_yaml.h", "diagrams/compiler/charts/")),
    (re.compile(r"^(graphviz/|gvc\.h|cgraph\.h)"), ("diagrams/compiler/",)),
    (re.compile(r"^muParser"), ("app/content/",)),
    (re.compile(r"^Q(Widget|MainWindow|Application|Dialog|Layout|Label|PushButton|Style|Menu|Action)|^QtWidgets"),
     ("ui/",)),
    (re.compile(r"^(Q[A-Z]|Qt[A-Z])"), ("diagrams/", "ui/")),
]

# Calls that have one home: (pattern, files that may).
CALLS = [
    (re.compile(r"system_clock::now|QDateTime::current|QDate::current|QTime::current|\bstd::time\("),
     ("ui/bridge/system_clock",)),
    (re.compile(r"random_device|QRandomGenerator|\bs?rand\("), ("ui/bridge/system_clock", "ui/bridge/system_chance")),
    (re.compile(r"\btr\(|QCoreApplication::translate"), ("ui/",)),
    (re.compile(r"\bSLOT\(|\bSIGNAL\("), ("ui/desktop/portal_theme", "ui/desktop/reminder")),  # D-Bus knows no other form
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def rule_for(path):
    best = max((folder for folder in MAY_INCLUDE if path.startswith(folder + "/")), key=len)
    return best, MAY_INCLUDE[best]


def allowed(path, included):
    home, may = rule_for(path)
    if included.startswith(home + "/"):
        return True
    return any(included == target or included.startswith(target + "/") for target in may)


def breaches_in(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            kind, target = match.groups()
            ours = target.split("/")[0] in FOLDERS
            if kind == '"' and not ours and not target.startswith("tests/") and "/" in target:
                yield f"{path}:{number}: {target}: write includes from the project's root"
            if ours and not allowed(path, target):
                yield f"{path}:{number}: may not include {target}"
            if target.startswith("tests/"):
                yield f"{path}:{number}: sources may not include tests"
            for pattern, homes in FOREIGN:
                if kind == "<" and pattern.match(target):
                    if not any(path.startswith(home) or path.endswith(home) for home in homes):
                        yield f"{path}:{number}: may not include <{target}>"
                    break
        elif not line.lstrip().startswith(("//", "*")):
            for pattern, homes in CALLS:
                if pattern.search(line) and not any(path.startswith(home) for home in homes):
                    yield f"{path}:{number}: {pattern.search(line).group(0)}: only allowed in {', '.join(homes) or 'no file'}"


def first_include_of(text):
    return next((match.group(2) for match in map(INCLUDE.match, text.splitlines()) if match), None)


def check(root):
    found = []
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                path = file.relative_to(root).as_posix()
                text = file.read_text(encoding="utf-8")
                found.extend(breaches_in(path, text))
                header = path[: -len(".cpp")] + ".h"
                # The build takes this for the proof that the header compiles on its own.
                if file.suffix == ".cpp" and (root / header).exists() and first_include_of(text) != header:
                    found.append(f"{path}: include {header} first")
    return found


PLANTED = {
    "app/review/a.cpp": '#include "db/notebook/x.h"\n',
    "app/memory/b.cpp": '#include "app/base/ids.h"\n',
    "app/base/c.cpp": "#include <QString>\n",
    "db/d.cpp": '#include "ui/bridge/text.h"\n',
    "diagrams/scene/e.cpp": "#include <QWidget>\n",
    "ui/study/f.cpp": "#include <SQLiteCpp/Database.h>\n",
    "ui/study/g.cpp": '#include "db/notebook/x.h"\n',
    "app/review/h.cpp": "auto now = std::chrono::system_clock::now();\n",
    "db/i.cpp": 'auto text = tr("x");\n',
    "app/ops/j.cpp": '#include "../base/ids.h"\n',
    "app/mock/k.cpp": '#include <vector>\n#include "app/mock/k.h"\n',
}

# What the planted breaches need beside them.
BESIDE = {"app/mock/k.h": "#pragma once\n"}


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in (PLANTED | BESIDE).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        found = check(root)
    missed = [path for path in PLANTED if not any(line.startswith(path + ":") for line in found)]
    for path in missed:
        print(f"planted breach not found: {path}")
    return missed


if __name__ == "__main__":
    problems = self_test() if sys.argv[1] == "--self-test" else check(pathlib.Path(sys.argv[1]))
    print("\n".join(problems), end="\n" if problems else "")
    sys.exit(1 if problems else 0)
