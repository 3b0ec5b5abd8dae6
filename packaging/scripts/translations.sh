#!/usr/bin/env bash
# Brings resources/translations/phaseboard_en.ts up to date with the sources. It holds only the plural forms
# of English: "%n day(s)" becomes "%n day" and "%n days". Needs lupdate (qt6-tools-dev-tools) and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
file=resources/translations/phaseboard_en.ts
lupdate=$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)
rm -f "$file"
"$lupdate" -silent -pluralonly -locations none -no-obsolete -source-language en -target-language en ui -ts "$file" 2>/dev/null
python3 - "$file" <<'P'
import re
import sys
import xml.etree.ElementTree as tree

# Sources that need more than a dropped "(s)": source -> its singular.
SINGULAR = {
    "%n days in a row": "%n day in a row",
    "%n more prompt(s) are due and keep until tomorrow. Raise the daily minutes in Settings to see them today.":
        "%n more prompt is due and keeps until tomorrow. Raise the daily minutes in Settings to see it today.",
    "%n more wait beyond today's minutes.": "%n more waits beyond today's minutes.",
    "%n of %1 repeated answers that a fit needs at least.": "%n of %1 repeated answers that a fit needs at least.",
    "A leech: forgotten %n times, now put aside. Reword it in Progress.":
        "A leech: forgotten %n time, now put aside. Reword it in Progress.",
    "A leech: forgotten %n times. Better reword it, or read the note again.":
        "A leech: forgotten %n time. Better reword it, or read the note again.",
    "The model in use %1. Over %n answers: log loss %2, calibration error %3.":
        "The model in use %1. Over %n answer: log loss %2, calibration error %3.",
    "; %n more from earlier, %1": "; %n more from earlier, %1",
    "%Ln entries can be read": "%Ln entry can be read",
    "%Ln of them come from the journal.": "%Ln of them comes from the journal.",
    "The journal has %Ln given since then; they are put back too.":
        "The journal has %Ln given since then; it is put back too.",
    "The view ends here. %Ln more character(s) of this text are kept, but not shown.":
        "The view ends here. %Ln more character of this text is kept, but not shown.",
    "%n words": "%n word",
    "%1, %n words": "%1, %n word",
    "%1 (current), %n words": "%1 (current), %n word",
    "Walk the path: %n steps": "Walk the path: %n step",
    "%n file(s) have not arrived wholly; they are read the next time.":
        "%n file has not arrived wholly; it is read the next time.",
    "%n file(s) were written by a newer Phaseboard.": "%n file was written by a newer Phaseboard.",
    "%n text(s) still being written there stay there.": "%n text still being written there stays there.",
    "%n board(s) and interview(s)": "%n board or interview",
    "%n answer(s) were written on both sides. Both texts are kept; Study shows them side by side.":
        "%n answer was written on both sides. Both texts are kept; Study shows them side by side.",
    "%n part(s) and connection(s) are right.": "%n part or connection is right.",
}
path = sys.argv[1]
document = tree.parse(path)
for context in document.iter("context"):
    # lupdate does not see the namespace that a class was declared in; at run time it is part of the name.
    name = context.find("name")
    if "::" not in name.text:
        name.text = "phaseboard::ui::" + name.text
for message in document.iter("message"):
    source = message.findtext("source")
    translation = message.find("translation")
    translation.clear()
    for form in (SINGULAR.get(source, source.replace("(s)", "")), source.replace("(s)", "s")):
        tree.SubElement(translation, "numerusform").text = form
text = tree.tostring(document.getroot(), encoding="unicode")
open(path, "w", encoding="utf-8").write('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + "\n")
P
