#!/usr/bin/env python3
"""Reads llvm-cov's JSON export and says how much of each folder was reached.

coverage_report.py LEAST              a line for each folder; exits 1 when one has fewer branches than LEAST per cent
coverage_report.py --details FOLDER   each condition below the folder that was never true, or never false

A branch is one way that a condition of the source goes: each part of && and || on its own, each case of a switch. What a
macro asks is counted where the macro is used; a template or an inline function is one thing however often it is compiled.
"""
import collections
import json
import os
import sys

# What is measured as one; the longest that fits counts.
FOLDERS = ("app/memory", "app/review", "app/ops", "db/notebook", "db/exchange", "db/pack", "db/search", "db/files", "db")
EXPANSION = 1

_sources = {}


def source_line(path, line):
    if path not in _sources:
        _sources[path] = open(path, encoding="utf-8").read().splitlines()
    return _sources[path][line - 1]


def folder_of(path):
    fitting = [folder for folder in FOLDERS if path.startswith(folder + "/")]
    return max(fitting, key=len) if fitting and not path.startswith("app/memory/examples/") else None


def is_beside_the_point(path, line, column):
    """What nobody wrote or only a mistake of ours can reach: the parts of a defaulted comparison, a broken assertion, and the
    way past a switch that names every value of an enumeration (the compiler sees to that, -Wswitch)."""
    text = source_line(path, line)
    return text.endswith("= default;") or "PHASEBOARD_ASSERT" in text or text[: column - 1].endswith("switch (")


def branches_of(export):
    """(path, line, column, what tells branches of one macro apart) -> [times true, times false]."""
    found = collections.defaultdict(lambda: [0, 0])
    for function in export["functions"]:
        names = [os.path.relpath(name) for name in function["filenames"]]
        uses = {region[6]: region for region in function["regions"] if region[7] == EXPANSION}
        for begin, column, _, _, true, false, file, _, _ in function["branches"]:
            inner = (begin, column)
            while file in uses:
                begin, column, file = uses[file][0], uses[file][1], uses[file][5]
            if folder_of(names[file]) and not is_beside_the_point(names[file], begin, column):
                count = found[names[file], begin, column, inner]
                count[0] += true
                count[1] += false
    return found


def details(branches, folder):
    for (path, line, column, _), (true, false) in sorted(branches.items()):
        if path.startswith(folder) and not (true and false):
            said = "never reached" if not (true or false) else "never true" if not true else "never false"
            print(f"{path}:{line}:{column}: {said}: {source_line(path, line).strip()}")


def summary(export, branches, least):
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for (path, _, _, _), counts in branches.items():
        for name in (folder_of(path), "together"):
            sums[name][2] += sum(count > 0 for count in counts)
            sums[name][3] += 2
    for file in export["files"]:
        path, lines = os.path.relpath(file["filename"]), file["summary"]["lines"]
        for name in (folder_of(path), "together") if folder_of(path) else ():
            sums[name][0] += lines["covered"]
            sums[name][1] += lines["count"]
    poor = []
    for name in sorted(sums):
        lines_hit, lines, branches_hit, all_branches = sums[name]
        reached = 100 * branches_hit / max(all_branches, 1)
        print(f"{name:12} lines {100 * lines_hit / lines:5.1f} % of {lines:5}   branches {reached:5.1f} % of {all_branches:5}")
        if reached < least:
            poor.append(name)
    if poor:
        print(f"fewer than {least:g} % of the branches: {', '.join(poor)}")
    return 1 if poor else 0


if __name__ == "__main__":
    measured = json.load(sys.stdin)["data"][0]
    if sys.argv[1] == "--details":
        details(branches_of(measured), sys.argv[2])
    else:
        sys.exit(summary(measured, branches_of(measured), float(sys.argv[1])))
