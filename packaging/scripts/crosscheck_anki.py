# SPDX-License-Identifier: Apache-2.0
"""The checks of crosscheck-anki: CLI, a folder to work in, and a pack or nothing."""
import json
import pathlib
import re
import subprocess
import sys
import time

from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions
from anki.collection import ImportAnkiPackageRequest

cli, folder, pack = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
common = ["--json", "--notebook", str(folder / "notebook.db")] + (["--pack", pack] if pack else [])
problems = []


def run(*arguments):
    done = subprocess.run([cli, *arguments, *common], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: {done.stderr}")
    return json.loads(done.stdout)


def expect(is_so, what):
    print(("ok      " if is_so else "NOT OK  ") + what)
    if not is_so:
        problems.append(what)


def bring_in(collection, file):
    log = collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions(with_scheduling=True)))
    return log.log


# 1. Own prompts and prompts of the pack, out to Anki.
cards = folder / "cards.csv"
cards.write_text("ask,answer\nWhat is $x^2$?,\"A **square**, <b>not</b> a cube\"\n")
listed = json.loads(subprocess.run([cli, "pack", "list", "--json", pack], capture_output=True, text=True).stdout) \
    if pack else None
question = listed["by_question"][0]["id"] if listed else "ad-click-prediction"
run("import", str(cards), "--question", question, "--phase", "clarify")
deck = folder / "deck.apkg"
chosen = ["export", "--format", "anki", "--question", question, "--kind", "edge-meaning", "--kind", "key-point",
          "--kind", "own", "-o", str(deck)]
written = run(*chosen)

col = Collection(str(folder / "collection.anki2"))
log = bring_in(col, deck)
expect(len(log.new) == written["notes"], f"Anki takes all {written['notes']} notes in ({len(log.new)} new)")
pictures = missing = blank = 0
for card_id in col.find_cards(""):
    output = col.get_card(card_id).render_output()
    if not output.question_text.strip() or not output.answer_text.strip():
        blank += 1
    for name in re.findall(r'<img src="([^"]+)"', output.question_text + output.answer_text):
        pictures += 1
        file = pathlib.Path(col.media.dir()) / name
        if not file.exists() or file.read_bytes()[:8] != b"\x89PNG\r\n\x1a\n":
            missing += 1
expect(blank == 0, "every card renders with a question and an answer")
expect(pictures > 0 and missing == 0, f"{pictures} pictures on cards are there as PNG files")
own = col.find_notes("tag:phaseboard::kind::own")
html = col.get_note(own[0]).fields[1] if own else ""
expect("<b>square</b>" in html and "&lt;b&gt;not" in html, "Markdown became HTML, HTML stayed text")
found = col.media.check()
expect(not found.missing and not found.unused, "Anki's media check finds nothing missing or unused")
problems_text, is_sound = col.fix_integrity()
expect(is_sound, "Anki's database check is content")

# 2. Again: updated, not doubled.
before = col.note_count()
time.sleep(1.1)
run(*chosen)
log = bring_in(col, deck)
expect(col.note_count() == before and not log.new, "a second import adds no note")

# 3. Studied in Anki, and back with the history.
col.decks.select(col.decks.id("Phaseboard"))
for _ in range(5):
    card = col.sched.getCard()
    if card is None:
        break
    card.start_timer()
    col.sched.answerCard(card, 3)
answered = col.db.scalar("select count() from revlog")
note = col.new_note(col.models.by_name("Basic"))
note.fields = ["What is <i>recall</i>?", "A share"]
col.add_note(note, 1)
for legacy in (True, False):
    out = folder / f"back-{legacy}.apkg"
    col.export_anki_package(out_path=str(out), limit=None, options=ExportAnkiPackageOptions(
        with_scheduling=True, with_media=True, with_deck_configs=False, legacy=legacy))
    form = "the older form" if legacy else "the newer form"
    coming = run("import", str(out), "--question", question, "--phase", "clarify", "--preview")
    expect(coming["created"] == 1 and coming["unknown"] == 0, f"{form}: one new prompt, none unknown")
    expect(coming["reviews"] == answered, f"{form}: all {answered} answers come over ({coming['reviews']})")
done = run("import", str(folder / "back-True.apkg"), "--question", question, "--phase", "clarify")
again = run("import", str(folder / "back-False.apkg"), "--question", question, "--phase", "clarify")
expect(again["created"] == 0 and again["reviews"] == 0, "the newer form after the older brings nothing twice")
checked = subprocess.run([cli, "notebook", "check", "--json", "--notebook", str(folder / "notebook.db")],
                         capture_output=True, text=True)
expect(checked.returncode == 0, "the notebook checks as sound after it")
col.close()
sys.exit(1 if problems else 0)
