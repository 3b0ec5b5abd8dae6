-- Images in answers, bookmarks, and answers that move to a renamed question.

-- What is in an image. It only grows: taking the adding of an image back leaves this.
CREATE TABLE image_data (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 2000),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 2000),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 2000000)
) STRICT;
CREATE TRIGGER image_data_keeps_rows BEFORE DELETE ON image_data
BEGIN
  SELECT RAISE (ABORT, 'an image that was added stays');
END;
CREATE TRIGGER image_data_keeps_values BEFORE UPDATE ON image_data
BEGIN
  SELECT RAISE (ABORT, 'an image does not change');
END;

-- Which image was added to which answer.
CREATE TABLE answer_image (
  id TEXT PRIMARY KEY NOT NULL REFERENCES image_data (id) ON DELETE RESTRICT,
  question TEXT NOT NULL CHECK (question <> ''),
  phase TEXT NOT NULL CHECK (phase <> ''),
  added_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_image_key ON answer_image (question, phase);

-- spot: "<kind>:<id>", the id as it was when the place was marked.
CREATE TABLE bookmark (
  spot TEXT PRIMARY KEY NOT NULL CHECK (spot GLOB '?*:?*'),
  title TEXT NOT NULL,
  made_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A version that was filed under another question or phase: both places are indexed anew.
CREATE TRIGGER answer_moves AFTER UPDATE OF question, phase ON answer_version
BEGIN
  DELETE FROM own_text WHERE rowid IN (SELECT id * 2 + 1 FROM answer_version
    WHERE question = new.question AND phase = new.phase
    OR question = old.question AND phase = old.phase);
  INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
  SELECT id * 2 + 1, 'answer', question || '#' || phase, question, phase, '', text, ''
  FROM answer_version WHERE text <> '' AND id IN (
    SELECT max(id) FROM answer_version WHERE question = new.question AND phase = new.phase
    UNION SELECT max(id) FROM answer_version WHERE question = old.question AND phase = old.phase);
END;
