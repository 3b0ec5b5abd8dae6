// SPDX-License-Identifier: Apache-2.0
#include "db/pack/schema.h"

namespace phaseboard::db {

const std::string_view kDrawingTable = R"(CREATE TABLE drawing (
  diagram INTEGER PRIMARY KEY REFERENCES diagram (position) ON DELETE RESTRICT,
  bytes BLOB NOT NULL
) STRICT)";

// `position` is the order of the sources. Hashes are 64 bits, shown by SQLite as signed numbers.
const std::array<std::string_view, 35> kPackSchema{
    R"(CREATE TABLE info (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE phase (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  purpose TEXT NOT NULL
) STRICT)",
    R"(CREATE TABLE stage (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480)
) STRICT)",
    R"(CREATE TABLE stage_phase (
  stage INTEGER NOT NULL REFERENCES stage (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  phase TEXT NOT NULL REFERENCES phase (id) ON DELETE RESTRICT,
  PRIMARY KEY (stage, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE concept (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  explanation TEXT NOT NULL
) STRICT)",
    R"(CREATE TABLE concept_synonym (
  concept INTEGER NOT NULL REFERENCES concept (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  synonym TEXT NOT NULL,
  PRIMARY KEY (concept, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE concept_related (
  concept INTEGER NOT NULL REFERENCES concept (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  related TEXT NOT NULL REFERENCES concept (id) ON DELETE RESTRICT,
  PRIMARY KEY (concept, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE concept_use (
  concept TEXT NOT NULL REFERENCES concept (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  target TEXT NOT NULL,
  question TEXT NOT NULL,
  phase TEXT NOT NULL,
  diagram TEXT,
  title TEXT NOT NULL,
  PRIMARY KEY (concept, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE question (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('interview', 'primer')),
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  interviewer TEXT NOT NULL,
  cover TEXT,
  notes INTEGER NOT NULL,
  key_points INTEGER NOT NULL,
  parts INTEGER NOT NULL,
  prompts INTEGER NOT NULL
) STRICT)",
    R"(CREATE TABLE dialogue_line (
  question INTEGER NOT NULL REFERENCES question (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  ask TEXT NOT NULL,
  answer TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE question_line (
  question INTEGER NOT NULL REFERENCES question (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('in', 'out', 'assumption')),
  line TEXT NOT NULL,
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE note (
  position INTEGER PRIMARY KEY,
  question TEXT NOT NULL REFERENCES question (id) ON DELETE RESTRICT,
  phase TEXT NOT NULL REFERENCES phase (id) ON DELETE RESTRICT,
  summary TEXT NOT NULL,
  hash INTEGER NOT NULL,
  UNIQUE (question, phase)
) STRICT)",
    R"(CREATE TABLE chapter (
  note INTEGER NOT NULL REFERENCES note (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE chapter_concept (
  chapter TEXT NOT NULL REFERENCES chapter (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  concept TEXT NOT NULL REFERENCES concept (id) ON DELETE RESTRICT,
  PRIMARY KEY (chapter, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE key_point (
  position INTEGER PRIMARY KEY,
  note INTEGER NOT NULL REFERENCES note (position) ON DELETE RESTRICT,
  id TEXT NOT NULL UNIQUE,
  statement TEXT NOT NULL,
  why TEXT NOT NULL,
  alternative TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('mid', 'senior', 'staff'))
) STRICT)",
    "CREATE INDEX key_point_of_note ON key_point (note)",
    R"(CREATE TABLE key_point_part (
  key_point INTEGER NOT NULL REFERENCES key_point (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (key_point, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE key_point_concept (
  key_point INTEGER NOT NULL REFERENCES key_point (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  concept TEXT NOT NULL REFERENCES concept (id) ON DELETE RESTRICT,
  PRIMARY KEY (key_point, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE trade_off (
  position INTEGER PRIMARY KEY,
  note INTEGER NOT NULL REFERENCES note (position) ON DELETE RESTRICT,
  id TEXT NOT NULL UNIQUE,
  choice TEXT NOT NULL,
  decides TEXT NOT NULL
) STRICT)",
    "CREATE INDEX trade_off_of_note ON trade_off (note)",
    R"(CREATE TABLE trade_off_option (
  trade_off INTEGER NOT NULL REFERENCES trade_off (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  buys TEXT NOT NULL,
  costs TEXT NOT NULL,
  PRIMARY KEY (trade_off, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE number (
  note INTEGER NOT NULL REFERENCES note (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  statement TEXT NOT NULL,
  expression TEXT NOT NULL,
  shown TEXT NOT NULL,
  unit TEXT NOT NULL,
  assumptions TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE pitfall (
  note INTEGER NOT NULL REFERENCES note (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  statement TEXT NOT NULL,
  how TEXT NOT NULL,
  fix TEXT NOT NULL,
  PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE follow_up (
  note INTEGER NOT NULL REFERENCES note (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('mid', 'senior', 'staff')),
  PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE source (
  note INTEGER NOT NULL REFERENCES note (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  venue TEXT NOT NULL,
  PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE diagram (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  question TEXT NOT NULL REFERENCES question (id) ON DELETE RESTRICT,
  phase TEXT NOT NULL REFERENCES phase (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  width REAL NOT NULL CHECK (width > 0),
  height REAL NOT NULL CHECK (height > 0),
  parts INTEGER NOT NULL,
  hash INTEGER NOT NULL
) STRICT)",
    "CREATE INDEX diagram_of_note ON diagram (question, phase)",
    R"(CREATE TABLE picture (
  diagram INTEGER PRIMARY KEY REFERENCES diagram (position) ON DELETE RESTRICT,
  svg TEXT NOT NULL
) STRICT)",
    kDrawingTable,
    R"(CREATE TABLE part (
  diagram INTEGER NOT NULL REFERENCES diagram (position) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('node', 'edge', 'group')),
  shape TEXT NOT NULL,
  title TEXT NOT NULL,
  label TEXT NOT NULL,
  explanation TEXT NOT NULL,
  concept TEXT REFERENCES concept (id) ON DELETE RESTRICT,
  phase TEXT REFERENCES phase (id) ON DELETE RESTRICT,
  parent TEXT,
  from_part TEXT,
  to_part TEXT,
  step INTEGER CHECK (step > 0),
  hash INTEGER NOT NULL,
  PRIMARY KEY (diagram, position),
  UNIQUE (diagram, id)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE prompt (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  question INTEGER NOT NULL REFERENCES question (position) ON DELETE RESTRICT,
  phase INTEGER NOT NULL REFERENCES phase (number) ON DELETE RESTRICT,
  diagram INTEGER REFERENCES diagram (position) ON DELETE RESTRICT,
  concept INTEGER REFERENCES concept (position) ON DELETE RESTRICT,
  content_hash INTEGER NOT NULL
) STRICT)",
    R"(CREATE TABLE prompt_text (
  prompt INTEGER PRIMARY KEY REFERENCES prompt (position) ON DELETE RESTRICT,
  ask TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT)",
    R"(CREATE TABLE rename (
  old_id TEXT PRIMARY KEY,
  current_id TEXT NOT NULL
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE formula (
  tex TEXT PRIMARY KEY,
  width REAL NOT NULL,
  ascent REAL NOT NULL,
  descent REAL NOT NULL,
  path TEXT NOT NULL
) STRICT, WITHOUT ROWID)",
    R"(CREATE VIRTUAL TABLE search USING fts5(
  kind UNINDEXED, id UNINDEXED, question UNINDEXED, phase UNINDEXED, title, body,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
))"};

}  // namespace phaseboard::db
