-- What two notebooks that were studied apart need to become one.

-- uid names a version in every notebook; parents are the versions that it was written over, with a
-- space between them. A version that is nobody's parent stands; two of one answer are a conflict.
ALTER TABLE answer_version ADD COLUMN uid TEXT CHECK (uid <> '');
ALTER TABLE answer_version ADD COLUMN parents TEXT NOT NULL DEFAULT '';
-- Copies of one notebook have the same ids.
UPDATE answer_version SET uid = printf ('%d-%d-%d', written_ms, id, length (text));
UPDATE answer_version SET parents = coalesce ((SELECT before.uid FROM answer_version AS before
  WHERE before.question = answer_version.question AND before.phase = answer_version.phase
  AND before.id < answer_version.id ORDER BY before.id DESC LIMIT 1), '');
CREATE UNIQUE INDEX answer_version_uid ON answer_version (uid);
-- They were recorded against rows of the old form.
DELETE FROM undo_step;

-- When and by whom everything was last written that can be overwritten or removed. key: the ids that
-- name the row, with a 0x1f between them. at_ms is that of a hybrid clock.
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

-- last_ms: the latest moment of the hybrid clock that was given or seen. told_folder: the shared
-- folder in which is_told, merge_untold and merge_told_trail hold; empty for none.
CREATE TABLE merge_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_ms INTEGER NOT NULL,
  told_folder TEXT NOT NULL
) STRICT;
INSERT INTO merge_clock VALUES (1, 0, '');

-- What a merge brought, so that it can be taken back as though it had never come: its events; and
-- the stamps before it (at_ms is NULL where there was none), or after it once it was taken back.
CREATE TABLE merge_event (
  step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
  prompt_key INTEGER NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT,
  id BLOB NOT NULL CHECK (length(id) = 16),
  PRIMARY KEY (step_id, prompt_key, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE merge_stamp_before (
  step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  at_ms INTEGER,
  device_key INTEGER,
  is_gone INTEGER,
  PRIMARY KEY (step_id, subject, key)
) STRICT, WITHOUT ROWID;

-- Events of merges that were taken back.
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
DROP TRIGGER review_keeps_rows;
CREATE TRIGGER review_keeps_rows BEFORE DELETE ON review
WHEN NOT EXISTS (SELECT 1 FROM merge_aside AS aside
  WHERE aside.prompt_key = old.prompt_key AND aside.id = old.id)
BEGIN
  SELECT RAISE (ABORT, 'the review log only grows');
END;

-- What the shared folder has not been told yet, and how much of each trail it has.
CREATE TABLE merge_untold (
  prompt_key INTEGER NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT,
  id BLOB NOT NULL CHECK (length(id) = 16),
  PRIMARY KEY (prompt_key, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE merge_told_trail (
  subject TEXT NOT NULL,
  id TEXT NOT NULL,
  steps INTEGER NOT NULL CHECK (steps >= 0),
  PRIMARY KEY (subject, id)
) STRICT, WITHOUT ROWID;
-- Files of the folder that were read, or written by this notebook.
CREATE TABLE merge_file (
  name TEXT PRIMARY KEY NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;

-- Versions of one answer are put in order anew when others come between them: so which of them is
-- indexed must not depend on the order in which rows are written.
DROP TRIGGER answer_is_found;
CREATE TRIGGER answer_is_found AFTER INSERT ON answer_version
BEGIN
  DELETE FROM own_text WHERE rowid IN (SELECT id * 2 + 1 FROM answer_version
    WHERE question = new.question AND phase = new.phase);
  INSERT INTO own_text (rowid, kind, id, question, phase, title, body, tags)
  SELECT id * 2 + 1, 'answer', question || '#' || phase, question, phase, '', text, ''
  FROM answer_version WHERE text <> '' AND id = (SELECT max(id) FROM answer_version
    WHERE question = new.question AND phase = new.phase);
END;

-- What is there already was written when it says so, or at the beginning of time.
INSERT INTO merge_stamp
SELECT subject, known.key, at_ms, device.key, 0, 0 FROM (
  SELECT 'image-data' AS subject, id AS key, 0 AS at_ms FROM image_data
  UNION ALL SELECT 'image', id, added_ms FROM answer_image
  UNION ALL SELECT 'setting', name, 0 FROM setting
    WHERE name NOT IN ('theme', 'text-percent', 'reduced-motion')
  UNION ALL SELECT 'favourite', target, 0 FROM favourite
  UNION ALL SELECT 'tick', question || char (31) || phase || char (31) || key_point, 0 FROM tick
  UNION ALL SELECT 'override', target || char (31) || field, 0 FROM text_override
  UNION ALL SELECT 'own-prompt', id, made_ms FROM own_prompt
  UNION ALL SELECT 'annotation', id, changed_ms FROM annotation
  UNION ALL SELECT 'bookmark', spot, made_ms FROM bookmark
  UNION ALL SELECT 'version', uid, written_ms FROM answer_version
  UNION ALL SELECT 'shelf', prompt.id, 0 FROM schedule JOIN prompt ON prompt.key = prompt_key
    WHERE is_suspended = 1 OR buried_until_day IS NOT NULL
  UNION ALL SELECT 'flag', prompt.id, 0 FROM prompt_flag JOIN prompt ON prompt.key = prompt_key
  UNION ALL SELECT 'board', id, coalesce (finished_ms, created_ms) FROM board
  UNION ALL SELECT 'mock', id, coalesce (debriefed_ms, started_ms) FROM mock
  UNION ALL SELECT 'mock-stage', mock.id || char (31) || position, mock.started_ms
    FROM mock_stage JOIN mock ON mock.key = mock_key
  UNION ALL SELECT 'mock-text', mock.id || char (31) || name, saved_ms
    FROM mock_text JOIN mock ON mock.key = mock_key
  UNION ALL SELECT 'mock-tick', mock.id || char (31) || point, mock.started_ms
    FROM mock_tick JOIN mock ON mock.key = mock_key) AS known
JOIN device ON device.is_own = 1;
UPDATE merge_clock SET last_ms = coalesce ((SELECT max (at_ms) FROM merge_stamp), 0);
