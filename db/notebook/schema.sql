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

CREATE TABLE answer_image (
  id TEXT PRIMARY KEY NOT NULL REFERENCES image_data (id) ON DELETE RESTRICT,
  question TEXT NOT NULL CHECK (question <> ''),
  phase TEXT NOT NULL CHECK (phase <> ''),
  added_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_image_key ON answer_image (question, phase);

CREATE TABLE answer_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  question TEXT NOT NULL CHECK (question <> ''),
  phase TEXT NOT NULL CHECK (phase <> ''),
  text TEXT NOT NULL,
  written_ms INTEGER NOT NULL
, uid TEXT CHECK (uid <> ''), parents TEXT NOT NULL DEFAULT '') STRICT;

CREATE TRIGGER answer_is_found AFTER INSERT ON answer_version
BEGIN
  DELETE FROM own_text WHERE rowid IN (SELECT id * 2 + 1 FROM answer_version
    WHERE question = new.question AND phase = new.phase);
  INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
  SELECT id * 2 + 1, 'answer', question || '#' || phase, question, phase, '', text, ''
  FROM answer_version WHERE text <> '' AND id = (SELECT max(id) FROM answer_version
    WHERE question = new.question AND phase = new.phase);
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

CREATE INDEX answer_version_key ON answer_version (question, phase, id);

CREATE UNIQUE INDEX answer_version_uid ON answer_version (uid);

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

CREATE TABLE bookmark (
  spot TEXT PRIMARY KEY NOT NULL CHECK (spot GLOB '?*:?*'),
  title TEXT NOT NULL,
  made_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE day_summary (
  study_day INTEGER NOT NULL,
  question TEXT NOT NULL,
  answers INTEGER NOT NULL CHECK (answers >= 0),
  again INTEGER NOT NULL CHECK (again BETWEEN 0 AND answers),
  new_prompts INTEGER NOT NULL CHECK (new_prompts BETWEEN 0 AND answers),
  time_ms INTEGER NOT NULL CHECK (time_ms >= 0), young INTEGER NOT NULL DEFAULT 0 CHECK (young >= 0), young_again INTEGER NOT NULL DEFAULT 0
  CHECK (young_again BETWEEN 0 AND young), mature INTEGER NOT NULL DEFAULT 0 CHECK (mature >= 0), mature_again INTEGER NOT NULL DEFAULT 0
  CHECK (mature_again BETWEEN 0 AND mature),
  PRIMARY KEY (study_day, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX device_own ON device (is_own) WHERE is_own = 1;

CREATE TABLE draft (
  question TEXT NOT NULL CHECK (question <> ''),
  phase TEXT NOT NULL CHECK (phase <> ''),
  text TEXT NOT NULL,
  based_on INTEGER,
  saved_ms INTEGER NOT NULL,
  PRIMARY KEY (question, phase)
) STRICT, WITHOUT ROWID;

CREATE TABLE favourite (
  target TEXT PRIMARY KEY NOT NULL CHECK (target <> '')
) STRICT, WITHOUT ROWID;

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

CREATE TABLE merge_aside (
  step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
  prompt_key INTEGER NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT,
  id BLOB NOT NULL,
  kind INTEGER NOT NULL,
  target BLOB,
  taken_shift_ms INTEGER NOT NULL,
  utc_offset_s INTEGER NOT NULL,
  day_shift INTEGER NOT NULL,
  rating INTEGER NOT NULL,
  thinking_ms INTEGER NOT NULL,
  content_hash INTEGER NOT NULL,
  device_key INTEGER NOT NULL REFERENCES device (key) ON DELETE RESTRICT,
  interval_s INTEGER NOT NULL,
  PRIMARY KEY (prompt_key, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX merge_aside_step ON merge_aside (step_id);

CREATE TABLE merge_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_ms INTEGER NOT NULL,
  told_folder TEXT NOT NULL
) STRICT;

CREATE TABLE merge_event (
  step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
  prompt_key INTEGER NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT,
  id BLOB NOT NULL CHECK (length(id) = 16),
  PRIMARY KEY (step_id, prompt_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE merge_file (
  name TEXT PRIMARY KEY NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE merge_stamp (
  subject TEXT NOT NULL CHECK (subject <> ''),
  key TEXT NOT NULL CHECK (key <> ''),
  at_ms INTEGER NOT NULL,
  device_key INTEGER NOT NULL REFERENCES device (key) ON DELETE RESTRICT,
  is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
  is_told INTEGER NOT NULL CHECK (is_told IN (0, 1)),
  PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX merge_stamp_untold ON merge_stamp (subject) WHERE is_told = 0;

CREATE TABLE merge_stamp_before (
  step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  at_ms INTEGER,
  device_key INTEGER,
  is_gone INTEGER,
  PRIMARY KEY (step_id, subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE merge_told_trail (
  subject TEXT NOT NULL,
  id TEXT NOT NULL,
  steps INTEGER NOT NULL CHECK (steps >= 0),
  PRIMARY KEY (subject, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE merge_untold (
  prompt_key INTEGER NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT,
  id BLOB NOT NULL CHECK (length(id) = 16),
  PRIMARY KEY (prompt_key, id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE mock_stage (
  mock_key INTEGER NOT NULL REFERENCES mock (key) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  stage TEXT NOT NULL CHECK (stage <> ''),
  title TEXT NOT NULL,
  phases TEXT NOT NULL,
  budget_ms INTEGER NOT NULL CHECK (budget_ms >= 0),
  PRIMARY KEY (mock_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE mock_text (
  mock_key INTEGER NOT NULL REFERENCES mock (key) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  text TEXT NOT NULL,
  saved_ms INTEGER NOT NULL,
  PRIMARY KEY (mock_key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE mock_tick (
  mock_key INTEGER NOT NULL REFERENCES mock (key) ON DELETE RESTRICT,
  point TEXT NOT NULL CHECK (point <> ''),
  PRIMARY KEY (mock_key, point)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_prompt (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'own:?*'),
  question TEXT NOT NULL CHECK (question <> ''),
  phase TEXT NOT NULL CHECK (phase <> ''),
  diagram TEXT,
  part TEXT,
  ask TEXT NOT NULL CHECK (ask <> ''),
  answer TEXT NOT NULL CHECK (answer <> ''),
  made_ms INTEGER NOT NULL,
  CHECK (part IS NULL OR diagram IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE own_text USING fts5(
  kind UNINDEXED, id UNINDEXED, question UNINDEXED, phase UNINDEXED, title, body, tags,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE 'own_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'own_text_content'(id INTEGER PRIMARY KEY, c0, c1, c2, c3, c4, c5, c6);

CREATE TABLE 'own_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'own_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'own_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE prompt (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  question TEXT,
  phase TEXT,
  last_event_ms INTEGER
) STRICT;

CREATE INDEX prompt_recent ON prompt (last_event_ms) WHERE last_event_ms IS NOT NULL;

CREATE TABLE prompt_flag (
  prompt_key INTEGER PRIMARY KEY NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE "review" (
  prompt_key INTEGER NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT,
  id BLOB NOT NULL CHECK (length(id) = 16),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  target BLOB CHECK (target IS NULL OR length(target) = 16),
  taken_shift_ms INTEGER NOT NULL,
  utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -64800 AND 64800),
  day_shift INTEGER NOT NULL,
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  thinking_ms INTEGER NOT NULL CHECK (thinking_ms >= 0),
  content_hash INTEGER NOT NULL,
  device_key INTEGER NOT NULL REFERENCES device (key) ON DELETE RESTRICT,
  interval_s INTEGER NOT NULL CHECK (interval_s >= 0),
  PRIMARY KEY (prompt_key, id),
  CHECK ((kind = 0) = (target IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER review_keeps_rows BEFORE DELETE ON review
WHEN NOT EXISTS (SELECT 1 FROM merge_aside AS aside
  WHERE aside.prompt_key = old.prompt_key AND aside.id = old.id)
BEGIN
  SELECT RAISE (ABORT, 'the review log only grows');
END;

CREATE TRIGGER review_keeps_values BEFORE UPDATE ON review
BEGIN
  SELECT RAISE (ABORT, 'the review log only grows');
END;

CREATE TABLE schedule (
  prompt_key INTEGER PRIMARY KEY REFERENCES prompt (key) ON DELETE RESTRICT,
  standing TEXT NOT NULL CHECK (standing IN ('new', 'learning', 'review', 'relearning')),
  step INTEGER NOT NULL CHECK (step >= 0),
  stability REAL,
  difficulty REAL,
  reps INTEGER NOT NULL CHECK (reps >= 0),
  lapses INTEGER NOT NULL CHECK (lapses >= 0),
  last_ms INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  due_ms INTEGER,
  due_day INTEGER NOT NULL,
  is_suspended INTEGER NOT NULL CHECK (is_suspended IN (0, 1)),
  buried_until_day INTEGER,
  CHECK ((stability IS NULL) = (standing = 'new') AND (difficulty IS NULL) = (standing = 'new')),
  CHECK ((due_ms IS NOT NULL) = (standing IN ('learning', 'relearning')))
) STRICT;

CREATE INDEX schedule_due_day ON schedule (due_day, buried_until_day)
  WHERE standing = 'review' AND is_suspended = 0;

CREATE INDEX schedule_due_step ON schedule (due_ms, buried_until_day)
  WHERE due_ms IS NOT NULL AND is_suspended = 0;

CREATE TABLE seen_packs (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  stamp TEXT NOT NULL
) STRICT;

CREATE TABLE seen_question (
  key INTEGER PRIMARY KEY,
  question TEXT NOT NULL UNIQUE CHECK (question <> ''),
  contents BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "text_override" (
  key INTEGER PRIMARY KEY,
  target TEXT NOT NULL CHECK (target <> ''),
  field TEXT NOT NULL CHECK (field <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  original TEXT NOT NULL,
  written_ms INTEGER NOT NULL,
  UNIQUE (target, field)
) STRICT;

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

CREATE TABLE tick (
  question TEXT NOT NULL CHECK (question <> ''),
  phase TEXT NOT NULL CHECK (phase <> ''),
  key_point TEXT NOT NULL CHECK (key_point <> ''),
  PRIMARY KEY (question, phase, key_point)
) STRICT, WITHOUT ROWID;

CREATE TABLE time_summary (
  question TEXT NOT NULL,
  phase TEXT NOT NULL,
  answers INTEGER NOT NULL CHECK (answers >= 0),
  time_ms INTEGER NOT NULL CHECK (time_ms >= 0),
  PRIMARY KEY (question, phase)
) STRICT, WITHOUT ROWID;

CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY,
  operation TEXT NOT NULL CHECK (operation <> ''),
  subject TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  event_id BLOB CHECK (event_id IS NULL OR length(event_id) = 16),
  is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
  row_changes BLOB NOT NULL
) STRICT;

CREATE TABLE undo_step_event (
  step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
  prompt_key INTEGER NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT,
  event_id BLOB NOT NULL CHECK (length(event_id) = 16),
  PRIMARY KEY (step_id, prompt_key, event_id)
) STRICT, WITHOUT ROWID;

