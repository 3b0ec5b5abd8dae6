-- Mock interviews: what was planned, what happened, what was written, how it came out.

-- seed: 64 bits that decide which follow-ups arise.
-- is_removed: thrown away by the user; the record stays, so that this can be taken back.
CREATE TABLE mock (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  question TEXT NOT NULL CHECK (question <> ''),
  form TEXT NOT NULL CHECK (form IN ('whole', 'one-stage', 'follow-ups', 'high-level')),
  style TEXT NOT NULL CHECK (style IN ('guiding', 'neutral', 'demanding')),
  seed INTEGER NOT NULL,
  board TEXT REFERENCES board (id) ON DELETE RESTRICT,
  reference TEXT,
  started_ms INTEGER NOT NULL,
  debriefed_ms INTEGER,
  covered INTEGER,
  total INTEGER,
  board_score REAL CHECK (board_score IS NULL OR board_score BETWEEN 0 AND 1),
  level TEXT CHECK (level IS NULL OR level IN ('mid', 'senior', 'staff')),
  is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1)),
  CHECK ((debriefed_ms IS NULL) = (covered IS NULL) AND (debriefed_ms IS NULL) = (total IS NULL)),
  CHECK (covered IS NULL OR covered BETWEEN 0 AND total)
) STRICT;

-- The stages of an attempt as they were planned. phases: ids with a space between them.
CREATE TABLE mock_stage (
  mock_key INTEGER NOT NULL REFERENCES mock (key) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  stage TEXT NOT NULL CHECK (stage <> ''),
  title TEXT NOT NULL,
  phases TEXT NOT NULL,
  budget_ms INTEGER NOT NULL CHECK (budget_ms >= 0),
  PRIMARY KEY (mock_key, position)
) STRICT, WITHOUT ROWID;

-- The record of each attempt, one row for each thing that happened. It only grows.
-- kind is 0 started, 1 stage entered, 2 focus moved, 3 paused, 4 resumed, 5 asked, 6 follow-up
-- shown, 7 follow-up answered, 8 beat, 9 finished.
CREATE TABLE mock_event (
  mock_key INTEGER NOT NULL REFERENCES mock (key) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number >= 1),
  at_ms INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 9),
  subject TEXT,
  text TEXT,
  PRIMARY KEY (mock_key, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER mock_event_keeps_rows BEFORE DELETE ON mock_event
BEGIN
  SELECT RAISE (ABORT, 'the record of a mock only grows');
END;
CREATE TRIGGER mock_event_keeps_values BEFORE UPDATE ON mock_event
BEGIN
  SELECT RAISE (ABORT, 'the record of a mock only grows');
END;

-- What was written. name is 'phase:<id>' or 'follow-up:<id>'.
CREATE TABLE mock_text (
  mock_key INTEGER NOT NULL REFERENCES mock (key) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  text TEXT NOT NULL,
  saved_ms INTEGER NOT NULL,
  PRIMARY KEY (mock_key, name)
) STRICT, WITHOUT ROWID;

-- The points that the user ticked in the debrief.
CREATE TABLE mock_tick (
  mock_key INTEGER NOT NULL REFERENCES mock (key) ON DELETE RESTRICT,
  point TEXT NOT NULL CHECK (point <> ''),
  PRIMARY KEY (mock_key, point)
) STRICT, WITHOUT ROWID;
