#!/usr/bin/env python3
"""Changes one small thing at a time in our sources and asks whether a test notices.

  packaging/scripts/mutate.py [GROUP...] [--sample N] [--seed S] [--only FILE:LINE[:COLUMN]] [--list]

Groups: scheduler, queue, store (all, unless told). A change is an operator, a number, `true` or `false`, a condition that
never holds, a statement left out, or a word of an SQL statement. Each is compiled alone (-O0), linked in front of the
libraries of build/test, and judged by the nearest tests, stopping at the first that fails. The report names what
survived; what did not compile is left out of the score. The same seed chooses the same changes of the same sources.
"""
import argparse
import os
import pathlib
import random
import re
import resource
import shlex
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build/test"

# The store is met by every operation; storms, kills, packs and files of strangers take long or are another subject.
QUICK_OPS = ("Desk*:AskedToday*:Annotation*:Bookmark*:Image*:OwnWords*:PartRecall*:StudyPlan*:Answer*:EveryOperation*:Undo*:"
             "Backlog*:SeenPacks*:FirstAnswer*:LastLook*:Refused*:Senseless*")
QUICK_STORE = ("NotebookStoreTest*:AnswerJournal*:MigratorTest*:MockOperations*:BoardOperations*:NotebookStatistics*:Recovery*:"
               "FailingSt*:OddSteps*")

# Group -> ([(test program, tests)...], sources). The second program is asked only about what survived the first.
GROUPS = {
    "scheduler": (
        [("app", "Scheduler*:Standing*:Fuzz*:Interval*:Step*:NextStates*:Retrievability*:CorrectedInterval*:*FsrsSample*:"
          "FsrsEdgeSample*:Properties*:Preview*:RoundedDays*:PromptState*:History*:Sm2Import*:References*:AnyParameters*:"
          "FirstAnswer*:*Parameters*:Rating*:Fsrs7.*-Fsrs7.CanBeFittedToALog")],
        ["app/memory/scheduler.cpp", "app/memory/fuzz.cpp", "app/memory/model.cpp", "app/memory/memory_model.cpp"],
    ),
    "queue": (
        [("app", "ReviewQueue*:Sitting*:CatchUp*:LoadSpread*:NewPromptPlan*:Pace*:TowardsTheInterview*:LateInterview*:"
          "StudyCalendar*:FinalDays*:PromptState*:SixtyDays*:Selection*:SettingsTowards*:Readiness*:Backlog*")],
        ["app/review/queue.cpp", "app/review/queue_order.cpp", "app/review/sitting.cpp", "app/review/catch_up.cpp",
         "app/review/load_spread.cpp", "app/review/pace.cpp", "app/review/plan.cpp"],
    ),
    "store": (
        [("app", QUICK_OPS), ("db", QUICK_STORE)],
        ["db/notebook/notebook_writer.cpp", "db/notebook/notebook_reader.cpp", "db/notebook/sqlite_notebook_store.cpp",
         "db/notebook/notebook_unit.cpp", "db/notebook/row_changes.cpp", "db/notebook/notebook_rows.cpp",
         "db/notebook/answer_journal.cpp"],
    ),
}

SWAPS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "+": "-", "-": "+",
    "*": "/", "/": "*", "%": "/", "+=": "-=", "-=": "+=", "++": "--", "--": "++", "true": "false", "false": "true",
    "min": "max", "max": "min",
}
SQL_SWAPS = {" = ": " <> ", " < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ", " AND ": " OR ", " OR ": " AND ",
             " DESC": " ASC", " + ": " - ", " - ": " + ", "min(": "max(", "max(": "min(", " IS NULL": " IS NOT NULL",
             " IS NOT NULL": " IS NULL", " OR IGNORE": "", "NOT EXISTS": "EXISTS"}
TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/|^\#[^\n]*(?:\\\n[^\n]*)*)|(?P<raw>R"(?P<d>[^(]*)\(.*?\)(?P=d)")|(?P<text>"(?:\\.|[^"\\])*")
    |(?P<char>'(?:\\.|[^'\\])+')|(?P<number>\d[\d.']*(?:e[+-]?\d+)?[a-zA-Z]*)|(?P<word>[A-Za-z_]\w*)
    |(?P<operator><<=|>>=|<=>|->|::|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|.)""",
    re.DOTALL | re.MULTILINE | re.VERBOSE)
OPENS, CLOSES = "([{", ")]}"


class Token:
    def __init__(self, kind, text, begin):
        self.kind, self.text, self.begin, self.end = kind, text, begin, begin + len(text)


class Mutant:
    def __init__(self, path, source, begin, end, text, what):
        self.path, self.begin, self.end, self.text, self.what = path, begin, end, text, what
        before = source[:begin]
        self.line = before.count("\n") + 1
        self.column = begin - before.rfind("\n")
        self.place = f"{path}:{self.line}:{self.column}"


def tokens_of(source):
    found = []
    for match in TOKEN.finditer(source):
        if match.lastgroup != "skip" and match.group("skip") is None:
            kind = next(k for k in ("raw", "text", "char", "number", "word", "operator") if match.group(k) is not None)
            found.append(Token(kind, match.group(0), match.start()))
    return found


def closing(tokens, index):
    """The bracket that closes the one at `index`."""
    depth = 0
    for i in range(index, len(tokens)):
        if tokens[i].kind == "operator" and tokens[i].text in OPENS:
            depth += 1
        elif tokens[i].kind == "operator" and tokens[i].text in CLOSES:
            depth -= 1
            if depth == 0:
                return i
    return len(tokens) - 1


def is_spaced(source, token):
    return source[token.begin - 1] in " \n" and source[token.end:token.end + 1] in (" ", "\n")


def statement_end(tokens, index):
    """The semicolon that ends a statement beginning at `index`, when it is a call or an assignment; else None."""
    first = tokens[index]
    if first.kind != "word" or first.text in (
            "return", "if", "for", "while", "switch", "case", "else", "break", "continue", "do", "using", "const",
            "constexpr", "static", "auto", "namespace", "template", "struct", "class", "default", "throw", "try", "public",
            "private", "static_assert", "enum", "explicit", "inline"):
        return None
    i = index + 1
    while tokens[i].text == "::":
        i += 2
    if tokens[i].text not in ("(", ".", "->", "[", "=", "+=", "-=", "++", "--", "|="):
        return None
    if first.text == "PHASEBOARD_TRY_ASSIGN":
        return None
    while i < len(tokens) and tokens[i].text != ";":
        if tokens[i].kind == "operator" and tokens[i].text in OPENS:
            if tokens[i].text == "{" and tokens[i - 1].text == ")":
                return None  # a definition
            i = closing(tokens, i)
        elif tokens[i].kind == "operator" and tokens[i].text in CLOSES:
            return None
        i += 1
    return i if i < len(tokens) else None


def changed_number(text):
    match = re.fullmatch(r"([\d']+)(\.[\d']*)?(.*)", text)
    if not match:
        return None
    whole, rest, suffix = match.groups()
    if text.startswith("0x"):
        return None
    return f"{int(whole.replace(chr(39), '')) + 1}{rest or ''}{suffix}"


def mutants_of(path):
    source = (ROOT / path).read_text(encoding="utf-8")
    tokens = tokens_of(source)
    found = []

    def add(begin, end, text, what):
        found.append(Mutant(path, source, begin, end, text, what))

    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        if token.kind in ("text", "raw"):
            if re.search(r"\b(SELECT|UPDATE|INSERT|DELETE|WHERE|ORDER|AND|SET|VALUES)\b", token.text):
                for old, new in SQL_SWAPS.items():
                    for match in re.finditer(re.escape(old), token.text):
                        at = token.begin + match.start()
                        add(at, at + len(old), new, f"SQL '{old.strip()}' -> '{new.strip()}'")
                for match in re.finditer(r"(?<![\w?.])\d+\b", token.text):
                    at = token.begin + match.start()
                    add(at, at + len(match.group(0)), str(int(match.group(0)) + 1), f"SQL {match.group(0)} -> one more")
        elif token.kind == "number":
            new = changed_number(token.text)
            if new:
                add(token.begin, token.end, new, f"{token.text} -> {new}")
        elif token.text in SWAPS:
            binary = token.text in ("<", ">", "+", "-", "*", "/", "%")
            if token.text in ("min", "max") and before.text != "::":
                continue
            if not binary or is_spaced(source, token):
                add(token.begin, token.end, SWAPS[token.text], f"'{token.text}' -> '{SWAPS[token.text]}'")
        elif token.text == "!" and tokens[i + 1].kind == "word":
            add(token.begin, token.end, "", "'!' left out")
        elif token.text == "if" and tokens[i + 1].text == "(":
            end = closing(tokens, i + 1)
            inner = [t.text for t in tokens[i + 2:end]]
            if ";" not in inner and "=" not in inner:
                add(tokens[i + 1].end, tokens[end].begin, "false && (" + source[tokens[i + 1].end:tokens[end].begin] + ")",
                    "condition never holds")
        elif token.kind == "word" and before and before.text in (";", "{", "}", ")", "else", ":"):
            if before.text == ")" and not is_control_before(tokens, i - 1):
                continue
            end = statement_end(tokens, i)
            if end is not None:
                add(token.begin, tokens[end].begin, "", "left out: " + " ".join(source[token.begin:tokens[end].end].split())[:60])
    return found


def is_control_before(tokens, index):
    """Whether the `)` at `index` ends the head of an `if`, `for` or `while`."""
    depth = 0
    for i in range(index, 0, -1):
        if tokens[i].text == ")":
            depth += 1
        elif tokens[i].text == "(":
            depth -= 1
            if depth == 0:
                return tokens[i - 1].text in ("if", "for", "while")
    return False


def commands_for(program, sources):
    """How ninja compiles each source and links the program."""
    target = f"tests/{program}/{program}_test"
    lines = subprocess.run(["ninja", "-C", BUILD, "-t", "commands", target], check=True, capture_output=True, text=True).stdout
    compile_of = {}
    for line in lines.splitlines():
        for source in sources:
            if line.endswith(f"-c {ROOT / source}"):
                compile_of[source] = line
    link = [line for line in lines.splitlines() if f" -o {target} " in line][-1]
    return compile_of, link


def compile_command(line, source, output):
    words = shlex.split(line)
    if words[0].endswith("ccache"):
        words = words[1:]
    kept, skip = [], False
    for word in words:
        if skip:
            skip = False
        elif word in ("-o", "-MF", "-MT", "-c"):
            skip = True
        elif word in ("-MD", "-Werror") or word.startswith(("-g", "-W", "-O")):
            pass
        else:
            kept.append(word)
    return kept + ["-O0", "-w", "-c", str(source), "-o", str(output)]


def link_command(line, made, output):
    """Our object comes first, so that the one in the library is never asked for."""
    command = re.search(r"(\S*c\+\+\S* .*?)( && :)?$", line).group(1)
    words = shlex.split(command)
    at = words.index("-o")
    words[at + 1] = str(output)
    return words[:at] + [str(made)] + words[at:]


def limit():
    os.setpgrp()
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    resource.setrlimit(resource.RLIMIT_FSIZE, (200 << 20, 200 << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run_tests(program, tests, seconds, scratch):
    environment = dict(os.environ, LC_ALL="C.UTF-8", TZ="Europe/Zurich", TMPDIR=str(scratch), QT_QPA_PLATFORM="offscreen")
    process = subprocess.Popen(
        [program, f"--gtest_filter={tests}", "--gtest_brief=1", "--gtest_fail_fast", "--gtest_break_on_failure=0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=BUILD, env=environment, preexec_fn=limit)
    try:
        said = process.communicate(timeout=seconds)[0].decode(errors="replace")
        return process.returncode, said
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, ""


class Judge:
    """Compiles, links and tries the mutants of one group."""

    def __init__(self, group, scratch):
        self.programs, sources = GROUPS[group]
        self.scratch = scratch
        self.binary = scratch / "mutant"
        self.link, self.usual = {}, {}
        for program, tests in self.programs:
            self.compile_of, self.link[program] = commands_for(program, sources)
            begin = time.monotonic()
            code, said = run_tests(BUILD / f"tests/{program}/{program}_test", tests, 600, scratch)
            if code != 0:
                sys.exit(f"{group}: the tests do not pass as they are:\n{said[-2000:]}")
            self.usual[program] = time.monotonic() - begin
            print(f"{group}: {program}_test takes {self.usual[program]:.1f} s unchanged", flush=True)

    def verdict(self, mutant):
        source = (ROOT / mutant.path).read_text(encoding="utf-8")
        changed = self.scratch / pathlib.Path(mutant.path).name
        changed.write_text(source[:mutant.begin] + mutant.text + source[mutant.end:], encoding="utf-8")
        made = self.scratch / "mutant.o"
        if subprocess.run(compile_command(self.compile_of[mutant.path], changed, made), cwd=BUILD, capture_output=True).returncode:
            return "did not compile", ""
        for program, tests in self.programs:
            linked = subprocess.run(link_command(self.link[program], made, self.binary), cwd=BUILD, capture_output=True, text=True)
            if linked.returncode:
                sys.exit(f"{mutant.place}: does not link: {linked.stderr[-1500:]}")
            code, said = run_tests(self.binary, tests, 5 * self.usual[program] + 10, self.scratch)
            if code is None:
                return "killed", "took too long"
            if code != 0:
                failed = re.search(r"\[\s+FAILED\s+\] (\S+)", said)
                return "killed", failed.group(1) if failed else f"ended with {code}"
        return "survived", ""


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("groups", nargs="*", help="scheduler, queue, store")
    ask.add_argument("--sample", type=int, default=70, help="how many of each group; 0 for all")
    ask.add_argument("--seed", type=int, default=int(time.time()))
    ask.add_argument("--only", default="", help="those at a place that begins so")
    ask.add_argument("--list", action="store_true", help="say what there is and do nothing")
    wish = ask.parse_args()
    print(f"seed {wish.seed}, {wish.sample or 'all'} of each group", flush=True)
    total = {}
    survivors = []
    for group in wish.groups or GROUPS:
        all_of_group = [m for path in GROUPS[group][1] for m in mutants_of(path)]
        chosen = [m for m in all_of_group if m.place.startswith(wish.only)]
        if not wish.only and 0 < wish.sample < len(chosen):
            chosen = sorted(random.Random(wish.seed).sample(chosen, wish.sample), key=lambda m: (m.path, m.begin))
        print(f"{group}: {len(chosen)} of {len(all_of_group)} changes", flush=True)
        if wish.list:
            for mutant in chosen:
                print(f"  {mutant.place}: {mutant.what}")
            continue
        with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
            judge = Judge(group, pathlib.Path(folder))
            counts = {"killed": 0, "survived": 0, "did not compile": 0}
            for mutant in chosen:
                verdict, why = judge.verdict(mutant)
                counts[verdict] += 1
                if verdict == "survived":
                    survivors.append(mutant)
                print(f"{verdict:15} {mutant.place}: {mutant.what}" + (f"   [{why}]" if why else ""), flush=True)
        total[group] = counts
    for mutant in survivors:
        print(f"survived: {mutant.place}: {mutant.what}")
    for group, counts in total.items():
        judged = counts["killed"] + counts["survived"]
        print(f"{group}: {counts['killed']} of {judged} killed ({100 * counts['killed'] / max(judged, 1):.1f} %), "
              f"{counts['did not compile']} did not compile")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
