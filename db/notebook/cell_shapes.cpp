// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/cell_shapes.h"

namespace phaseboard::db {
namespace {

using merge::Subject;

std::string mark(std::size_t number) {
  return "?" + std::to_string(number);
}

std::string joinedWith(const std::vector<std::string>& parts, const std::string& between) {
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : between) + part;
  return text;
}

std::string ownerKey(const CellShape& shape) {
  return std::string("(SELECT key FROM ") + shape.owner + " WHERE id = ?1)";
}

std::string rowCondition(const CellShape& shape) {
  std::vector<std::string> conditions;
  std::size_t number = 0;
  if (shape.hasOwner()) {
    ++number;
    conditions.push_back(std::string(shape.ownerColumn) + " = " + ownerKey(shape));
  }
  for (const std::string& key : shape.keys)
    conditions.push_back(key + " = " + mark(++number));
  return joinedWith(conditions, " AND ");
}

std::string upsertInto(const CellShape& shape) {
  std::vector<std::string> columns;
  std::vector<std::string> marks;
  std::vector<std::string> changes;
  std::size_t number = 0;
  if (shape.hasOwner()) {
    ++number;
    columns.emplace_back(shape.ownerColumn);
    marks.push_back(ownerKey(shape));
  }
  for (const std::string& key : shape.keys) {
    columns.push_back(key);
    marks.push_back(mark(++number));
  }
  const std::string conflict = joinedWith(columns, ", ");
  for (const std::string& value : shape.values) {
    columns.push_back(value);
    const std::string given = mark(++number);
    marks.push_back(value == "bytes" ? "CAST (" + given + " AS BLOB)" : given);
    changes.push_back(std::string(value).append(" = excluded.").append(value));
  }
  // The bytes of an image never change.
  const bool isFixed = changes.empty() || shape.subject == Subject::ImageData;
  return std::string("INSERT INTO ") + shape.table + " (" + joinedWith(columns, ", ") +
         ") VALUES (" + joinedWith(marks, ", ") + ") ON CONFLICT (" + conflict + ") DO " +
         (isFixed ? "NOTHING" : "UPDATE SET " + joinedWith(changes, ", "));
}

void addStatements(CellShape& shape) {
  const std::string condition = rowCondition(shape);
  shape.select = "SELECT " + (shape.values.empty() ? "1" : joinedWith(shape.values, ", ")) +
                 " FROM " + shape.table + " WHERE " + condition;
  shape.upsert = upsertInto(shape);
  shape.remove = std::string("DELETE FROM ") + shape.table + " WHERE " + condition;
  if (shape.subject != Subject::Shelf)
    return;
  // The rest of the row is what the log comes to.
  shape.upsert =
      "INSERT INTO schedule (prompt_key, standing, step, reps, lapses, last_ms, last_day, due_day, "
      "is_suspended, buried_until_day) VALUES ((SELECT key FROM prompt WHERE id = ?1), 'new', 0, "
      "0, 0, 0, 0, 0, ?2, ?3) ON CONFLICT (prompt_key) DO UPDATE SET "
      "is_suspended = excluded.is_suspended, buried_until_day = excluded.buried_until_day";
  shape.remove = "UPDATE schedule SET is_suspended = 0, buried_until_day = NULL WHERE " + condition;
}

std::vector<CellShape> madeShapes() {
  std::vector<CellShape> shapes;
  const auto add = [&](Subject subject, const char* table, std::vector<std::string> keys,
                       std::vector<std::string> values, const char* owner = "",
                       const char* ownerColumn = "") {
    shapes.push_back(
        {subject, table, owner, ownerColumn, std::move(keys), std::move(values), {}, {}, {}});
    addStatements(shapes.back());
  };
  add(Subject::ImageData, "image_data", {"id"}, {"width", "height", "bytes"});
  add(Subject::Image, "answer_image", {"id"}, {"question", "phase", "added_ms"});
  add(Subject::Setting, "setting", {"name"}, {"value"});
  add(Subject::Favourite, "favourite", {"target"}, {});
  add(Subject::Tick, "tick", {"question", "phase", "key_point"}, {});
  add(Subject::Override, "text_override", {"target", "field"}, {"text", "original", "written_ms"});
  add(Subject::OwnPrompt, "own_prompt", {"id"},
      {"question", "phase", "diagram", "part", "ask", "answer", "made_ms"});
  add(Subject::Annotation, "annotation", {"id"},
      {"target", "quote", "before_quote", "after_quote", "snapshot", "version", "colour", "note",
       "tags", "is_starred", "made_ms", "changed_ms"});
  add(Subject::Bookmark, "bookmark", {"spot"}, {"title", "made_ms"});
  add(Subject::Version, "answer_version", {"uid"},
      {"question", "phase", "text", "written_ms", "parents"});
  add(Subject::Shelf, "schedule", {}, {"is_suspended", "buried_until_day"}, "prompt", "prompt_key");
  add(Subject::Flag, "prompt_flag", {}, {}, "prompt", "prompt_key");
  add(Subject::Board, "board", {"id"},
      {"purpose", "title", "question", "diagram", "level", "created_ms", "finished_ms", "score",
       "is_removed"});
  add(Subject::Mock, "mock", {"id"},
      {"question", "form", "style", "seed", "board", "reference", "started_ms", "debriefed_ms",
       "covered", "total", "board_score", "level", "is_removed"});
  add(Subject::MockStage, "mock_stage", {"position"}, {"stage", "title", "phases", "budget_ms"},
      "mock", "mock_key");
  add(Subject::MockText, "mock_text", {"name"}, {"text", "saved_ms"}, "mock", "mock_key");
  add(Subject::MockTick, "mock_tick", {"point"}, {}, "mock", "mock_key");
  return shapes;
}

}  // namespace

std::optional<std::vector<merge::Field>> CellShape::partsOf(std::string_view key) const {
  std::vector<merge::Field> parts;
  for (;;) {
    const std::size_t end = key.find(merge::kKeySeparator);
    parts.emplace_back(std::string(key.substr(0, end)));
    if (end == std::string_view::npos)
      break;
    key.remove_prefix(end + 1);
  }
  return parts.size() == partCount() ? std::optional(std::move(parts)) : std::nullopt;
}

const std::vector<CellShape>& cellShapes() {
  static const std::vector<CellShape> shapes = madeShapes();
  return shapes;
}

const CellShape& shapeOf(merge::Subject subject) {
  return cellShapes()[static_cast<std::size_t>(subject)];
}

bool isOwnToMachine(std::string_view setting) {
  return setting == "theme" || setting == "text-percent" || setting == "reduced-motion";
}

}  // namespace phaseboard::db
