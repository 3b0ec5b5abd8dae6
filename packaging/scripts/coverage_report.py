#!/usr/bin/env python3
"""Reads gcovr's JSON and says how much of each folder was reached.

coverage_report.py LEAST       a line for each folder; exits 1 when one has fewer branches than LEAST per cent
coverage_report.py --details FOLDER   each line of the folder with a branch that was never taken, or never reached
"""
import collections
import json
import sys

# What is measured as one; the longest that fits counts.
FOLDERS = ("app/memory", "app/review", "app/ops", "db/notebook", "db/exchange", "db/pack", "db/search", "db/files", "db")


def folder_of(path):
    return max((folder for folder in FOLDERS if path.startswith(folder + "/")), key=len)


def details(files, folder):
    for file in files:
        if not file["file"].startswith(folder):
            continue
        source = open(file["file"], encoding="utf-8").read().splitlines()
        for line in file["lines"]:
            missed = [branch for branch in line["branches"] if branch["count"] == 0]
            if line.get("gcovr/noncode") or not (missed or line["count"] == 0):
                continue
            said = f"{len(missed)}/{len(line['branches'])}" if line["branches"] else "line"
            print(f"{file['file']}:{line['line_number']}: {said:5} {source[line['line_number'] - 1].strip()}")


def summary(files, least):
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for file in files:
        for name in (folder_of(file["file"]), "together"):
            for line in file["lines"]:
                if line.get("gcovr/noncode"):
                    continue
                sums[name][0] += line["count"] > 0
                sums[name][1] += 1
                sums[name][2] += sum(branch["count"] > 0 for branch in line["branches"])
                sums[name][3] += len(line["branches"])
    poor = []
    for name in sorted(sums):
        lines_hit, lines, branches_hit, branches = sums[name]
        reached = 100 * branches_hit / max(branches, 1)
        print(f"{name:12} lines {100 * lines_hit / lines:5.1f} % of {lines:5}   branches {reached:5.1f} % of {branches:5}")
        if reached < least:
            poor.append(name)
    if poor:
        print(f"fewer than {least:g} % of the branches: {', '.join(poor)}")
    return 1 if poor else 0


if __name__ == "__main__":
    measured = json.load(sys.stdin)["files"]
    if sys.argv[1] == "--details":
        details(measured, sys.argv[2])
    else:
        sys.exit(summary(measured, float(sys.argv[1])))
