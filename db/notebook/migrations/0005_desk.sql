-- Annotations: notes, highlights, tags and stars of the user's on places in packs; and finding words
-- in them and in answers.

-- target and the texts beside it are those of the pack that was open then; where an annotation
-- stands today is worked out from them. tags: one on each line, sorted.
CREATE TABLE annotation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  target TEXT NOT NULL CHECK (target <> ''),
  quote TEXT NOT NULL,
  before_quote TEXT NOT NULL,
  after_quote TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  version INTEGER NOT NULL,
  colour TEXT CHECK (colour IS NULL OR colour IN ('yellow', 'green', 'blue', 'pink', 'violet')),
  note TEXT NOT NULL,
  tags TEXT NOT NULL,
  is_starred INTEGER NOT NULL CHECK (is_starred IN (0, 1)),
  made_ms INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  CHECK (colour IS NOT NULL OR note <> '' OR tags <> '' OR is_starred = 1)
) STRICT;

-- The words of annotations and of the current version of each answer; kept by triggers, so that
-- undo keeps it too. rowid: twice the key of an annotation; twice the id of a version and one more.
CREATE VIRTUAL TABLE own_text USING fts5(
  kind UNINDEXED, id UNINDEXED, question UNINDEXED, phase UNINDEXED, title, body, tags,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER annotation_is_found AFTER INSERT ON annotation
BEGIN
  INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
  VALUES (new.key * 2, 'annotation', new.id, '', '',
    CASE new.quote WHEN '' THEN new.snapshot ELSE new.quote END, new.note, new.tags);
END;
CREATE TRIGGER annotation_is_found_anew AFTER UPDATE ON annotation
BEGIN
  UPDATE own_text SET title = CASE new.quote WHEN '' THEN new.snapshot ELSE new.quote END,
    body = new.note, tags = new.tags WHERE rowid = old.key * 2;
END;
CREATE TRIGGER annotation_is_lost AFTER DELETE ON annotation
BEGIN
  DELETE FROM own_text WHERE rowid = old.key * 2;
END;
CREATE TRIGGER answer_is_found AFTER INSERT ON answer_version
BEGIN
  DELETE FROM own_text WHERE rowid = 1 + 2 * (SELECT max(id) FROM answer_version
    WHERE question = new.question AND phase = new.phase AND id <> new.id);
  INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
  SELECT new.id * 2 + 1, 'answer', new.question || '#' || new.phase, new.question, new.phase,
    '', new.text, '' WHERE new.text <> '';
END;
CREATE TRIGGER answer_is_lost AFTER DELETE ON answer_version
BEGIN
  DELETE FROM own_text WHERE rowid = old.id * 2 + 1;
  DELETE FROM own_text WHERE rowid = 1 + 2 * (SELECT max(id) FROM answer_version
    WHERE question = old.question AND phase = old.phase);
  INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
  SELECT id * 2 + 1, 'answer', question || '#' || phase, question, phase, '', text, ''
  FROM answer_version WHERE text <> '' AND id = (SELECT max(id) FROM answer_version
    WHERE question = old.question AND phase = old.phase);
END;
INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
SELECT id * 2 + 1, 'answer', question || '#' || phase, question, phase, '', text, ''
FROM answer_version AS version WHERE text <> '' AND id = (SELECT max(id) FROM answer_version
  WHERE question = version.question AND phase = version.phase);
