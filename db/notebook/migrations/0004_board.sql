-- Boards, and everything that was ever drawn on them.

-- is_removed: thrown away by the user; the log stays, so that this can be taken back.
CREATE TABLE board (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  purpose TEXT NOT NULL CHECK (purpose IN ('free', 'rebuild', 'mock')),
  title TEXT NOT NULL,
  question TEXT,
  diagram TEXT,
  level TEXT CHECK (level IS NULL OR level IN ('parts-given', 'names-hidden', 'nothing-given')),
  created_ms INTEGER NOT NULL,
  finished_ms INTEGER,
  score REAL CHECK (score IS NULL OR score BETWEEN 0 AND 1),
  is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1)),
  CHECK ((finished_ms IS NULL) = (score IS NULL))
) STRICT;

-- The log of each board, one row for each stroke of the user. It only grows.
-- kind is 0 draw, 1 undo, 2 redo, 3 given; undo and redo name the number of an edit as their target.
CREATE TABLE board_entry (
  board_key INTEGER NOT NULL REFERENCES board (key) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number >= 1),
  drawn_ms INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  target INTEGER,
  edit BLOB,
  PRIMARY KEY (board_key, number),
  CHECK ((target IS NULL) = (kind IN (0, 3)) AND (edit IS NULL) = (kind IN (1, 2)))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER board_entry_keeps_rows BEFORE DELETE ON board_entry
BEGIN
  SELECT RAISE (ABORT, 'the log of a board only grows');
END;
CREATE TRIGGER board_entry_keeps_values BEFORE UPDATE ON board_entry
BEGIN
  SELECT RAISE (ABORT, 'the log of a board only grows');
END;

-- The answers of a step that made several at once.
CREATE TABLE undo_step_event (
  step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
  prompt_key INTEGER NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT,
  event_id BLOB NOT NULL CHECK (length(event_id) = 16),
  PRIMARY KEY (step_id, prompt_key, event_id)
) STRICT, WITHOUT ROWID;
