-- Prompts that the user wrote. The id is "own:" and a UUID; it has its log and schedule like any
-- other prompt, and they stay when the prompt is deleted.
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
