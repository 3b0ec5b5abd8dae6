-- Statistics know maturity and phase, prompts can be flagged.

-- Of the answers of a day, those whose memories were young, and mature (21 days and more); the rest
-- were still being learnt.
ALTER TABLE day_summary ADD COLUMN young INTEGER NOT NULL DEFAULT 0 CHECK (young >= 0);
ALTER TABLE day_summary ADD COLUMN young_again INTEGER NOT NULL DEFAULT 0
  CHECK (young_again BETWEEN 0 AND young);
ALTER TABLE day_summary ADD COLUMN mature INTEGER NOT NULL DEFAULT 0 CHECK (mature >= 0);
ALTER TABLE day_summary ADD COLUMN mature_again INTEGER NOT NULL DEFAULT 0
  CHECK (mature_again BETWEEN 0 AND mature);
-- They were recorded against rows of the old form.
DELETE FROM undo_step;

CREATE TABLE time_summary (
  question TEXT NOT NULL,
  phase TEXT NOT NULL,
  answers INTEGER NOT NULL CHECK (answers >= 0),
  time_ms INTEGER NOT NULL CHECK (time_ms >= 0),
  PRIMARY KEY (question, phase)
) STRICT, WITHOUT ROWID;

-- Programs before this step voided and restored answers, but corrected none.
-- The first six bytes of an id are its moment.
CREATE TEMP TABLE counted AS
WITH RECURSIVE
  digit (place, value) AS (
    SELECT 1, 0 UNION ALL SELECT place + 1, 0 FROM digit WHERE place < 12),
  decided AS (
    SELECT prompt_key, target, kind, max (id) FROM review WHERE kind IN (1, 2)
    GROUP BY prompt_key, target)
SELECT prompt.question, prompt.phase,
  ((SELECT sum ((instr ('0123456789ABCDEF', substr (hex (substr (review.id, 1, 6)), place, 1)) - 1)
                << (4 * (12 - place))) FROM digit) + review.taken_shift_ms) / 86400000
    + review.day_shift AS study_day,
  review.rating, review.thinking_ms,
  lag (review.interval_s) OVER (PARTITION BY review.prompt_key ORDER BY review.id) AS before_s
FROM review JOIN prompt ON prompt.key = review.prompt_key
LEFT JOIN decided ON decided.prompt_key = review.prompt_key AND decided.target = review.id
WHERE review.kind = 0 AND coalesce (decided.kind, 2) = 2 AND prompt.question IS NOT NULL;

UPDATE day_summary SET
  young = sums.young, young_again = sums.young_again,
  mature = sums.mature, mature_again = sums.mature_again
FROM (
  SELECT study_day, question,
    total (days < 21) AS young, total (days < 21 AND rating = 1) AS young_again,
    total (days >= 21) AS mature, total (days >= 21 AND rating = 1) AS mature_again
  FROM (SELECT *, iif (before_s % 86400 = 0 AND before_s > 0, before_s / 86400, NULL) AS days
        FROM counted)
  GROUP BY study_day, question) AS sums
WHERE sums.study_day = day_summary.study_day AND sums.question = day_summary.question;

INSERT INTO time_summary
SELECT question, coalesce (phase, ''), count (*), sum (thinking_ms)
FROM counted GROUP BY question, coalesce (phase, '');

DROP TABLE counted;

CREATE TABLE prompt_flag (
  prompt_key INTEGER PRIMARY KEY NOT NULL REFERENCES prompt (key) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
