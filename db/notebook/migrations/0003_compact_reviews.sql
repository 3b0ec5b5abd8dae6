-- Reviews take less room.

-- What is nearly always the same is stored as a difference, which is nearly always 0 and then takes
-- no byte: the moment from that in the id (taken_shift_ms), the study day from the day of the moment
-- in UTC (day_shift).
CREATE TABLE review_compact (
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

-- The first six bytes of an id are its moment.
WITH RECURSIVE
  digit (place, value) AS (
    SELECT 1, 0 UNION ALL SELECT place + 1, 0 FROM digit WHERE place < 12),
  dated AS (
    SELECT *, (
      SELECT sum ((instr ('0123456789ABCDEF', substr (hex (substr (review.id, 1, 6)), place, 1)) - 1)
                  << (4 * (12 - place)))
      FROM digit) AS moment_ms
    FROM review)
INSERT INTO review_compact
SELECT prompt_key, id, kind, target, taken_ms - moment_ms, utc_offset_s,
  study_day - taken_ms / 86400000, rating, thinking_ms, content_hash, device_key, interval_s
FROM dated ORDER BY prompt_key, id;

DROP TRIGGER review_keeps_rows;
DROP TRIGGER review_keeps_values;
DROP TABLE review;
ALTER TABLE review_compact RENAME TO review;
CREATE TRIGGER review_keeps_rows BEFORE DELETE ON review
BEGIN
  SELECT RAISE (ABORT, 'the review log only grows');
END;
CREATE TRIGGER review_keeps_values BEFORE UPDATE ON review
BEGIN
  SELECT RAISE (ABORT, 'the review log only grows');
END;
