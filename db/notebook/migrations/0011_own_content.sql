-- Own words know what they stand for, and are found; what the notebook saw of packs is remembered.

-- The user's text in the place of shipped text. original: the shipped text that it was written for,
-- '' in rows from before.
CREATE TABLE own_wording (
  key INTEGER PRIMARY KEY,
  target TEXT NOT NULL CHECK (target <> ''),
  field TEXT NOT NULL CHECK (field <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  original TEXT NOT NULL,
  written_ms INTEGER NOT NULL,
  UNIQUE (target, field)
) STRICT;
INSERT INTO own_wording (target, field, text, original, written_ms)
SELECT target, field, text, '', 0 FROM text_override ORDER BY target, field;
DROP TABLE text_override;
ALTER TABLE own_wording RENAME TO text_override;
-- They were recorded against rows of the old form.
DELETE FROM undo_step;

-- In own_text an override has the negative of its key as rowid.
CREATE TRIGGER override_is_found AFTER INSERT ON text_override
BEGIN
  INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
  VALUES (-new.key, 'wording', new.target, '', '', '', new.text, '');
END;
CREATE TRIGGER override_is_found_anew AFTER UPDATE ON text_override
BEGIN
  UPDATE own_text SET id = new.target, body = new.text WHERE rowid = -old.key;
END;
CREATE TRIGGER override_is_lost AFTER DELETE ON text_override
BEGIN
  DELETE FROM own_text WHERE rowid = -old.key;
END;
INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
SELECT -key, 'wording', target, '', '', '', text, '' FROM text_override;

-- What each question of the packs held when it was looked at last, as app/content/contents.h packs
-- it, so that an update can be told. stamp: of the packs that were looked at.
CREATE TABLE seen_question (
  key INTEGER PRIMARY KEY,
  question TEXT NOT NULL UNIQUE CHECK (question <> ''),
  contents BLOB NOT NULL
) STRICT;
CREATE TABLE seen_packs (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  stamp TEXT NOT NULL
) STRICT;
