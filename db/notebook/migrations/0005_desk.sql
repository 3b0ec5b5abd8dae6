-- Annotations: notes, highlights, tags and stars of the user's on places in packs.

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
