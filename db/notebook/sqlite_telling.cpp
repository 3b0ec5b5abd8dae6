// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_telling.h"

#include <algorithm>
#include <utility>

#include "db/connection.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

using merge::Cell;
using merge::Contents;
using merge::Subject;

constexpr std::size_t kBoardAmongFields = 4;  ///< of a mock

std::string boardOf(const Cell& mock) {
  if (!mock.fields || mock.fields->size() <= kBoardAmongFields)
    return {};
  const auto* board = std::get_if<std::string>(&(*mock.fields)[kBoardAmongFields]);
  return board == nullptr ? std::string() : *board;
}

}  // namespace

bool SqliteTelling::isToldFolder(const std::string& folder) const {
  return m_notebook.connection().integer("SELECT 1 FROM merge_clock WHERE told_folder = ?",
                                         folder) == 1;
}

Result<std::set<std::string>> SqliteTelling::knownFiles(const std::string& folder) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::set<std::string>> {
    std::set<std::string> files;
    if (!isToldFolder(folder))
      return files;
    Query rows = db.query("SELECT name FROM merge_file");
    while (rows.next())
      files.insert(rows.text(0));
    return files;
  });
}

Result<Contents> SqliteTelling::everything() const {
  Contents contents;
  PHASEBOARD_TRY(m_contents.eachCell([&](const Cell& cell) -> Status {
    contents.add(cell);
    return {};
  }));
  PHASEBOARD_TRY(m_contents.eachTrail([&](const merge::Trail& trail) -> Status {
    contents.add(trail);
    return {};
  }));
  PHASEBOARD_TRY(m_contents.eachLog([&](const merge::Log& log) -> Status {
    contents.add(log);
    return {};
  }));
  return contents;
}

Status SqliteTelling::addWithParents(Contents& contents, Subject subject,
                                     const std::string& key) const {
  if (contents.cells().contains({subject, key}))
    return {};
  PHASEBOARD_TRY_ASSIGN(const auto cell, m_contents.cell(subject, key));
  if (!cell)
    return {};
  contents.add(*cell);
  const std::string owner = key.substr(0, key.find(merge::kKeySeparator));
  switch (subject) {
    case Subject::Image:
      return addWithParents(contents, Subject::ImageData, key);
    case Subject::MockStage:
    case Subject::MockText:
    case Subject::MockTick:
      return addWithParents(contents, Subject::Mock, owner);
    case Subject::Mock:
      return boardOf(*cell).empty() ? Status{}
                                    : addWithParents(contents, Subject::Board, boardOf(*cell));
    default:
      return {};
  }
}

Status SqliteTelling::addTrails(Contents& contents) const {
  Connection& db = m_notebook.connection();
  return m_contents.eachTrail([&](const merge::Trail& trail) -> Status {
    const auto told = db.guarded([&]() -> Result<std::int64_t> {
      return db
          .integer("SELECT steps FROM merge_told_trail WHERE subject = ? AND id = ?",
                   std::string(merge::name(trail.subject)), trail.id)
          .value_or(-1);
    });
    if (!told || *told >= static_cast<std::int64_t>(trail.steps.size()))
      return told ? Status{} : Status(passOn(told));
    // Whole and with all its branches, so that nobody has to wait for the beginning, and names
    // stay.
    const std::string root = merge::rootOf(trail.id);
    PHASEBOARD_TRY(addWithParents(contents, trail.subject, root));
    PHASEBOARD_TRY_ASSIGN(const auto all, m_contents.trails(trail.subject, root));
    for (const merge::Trail& one : all)
      contents.add(one);
    return {};
  });
}

Status SqliteTelling::addLogs(Contents& contents) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Status {
    Query rows = db.query("SELECT " PHASEBOARD_EVENT_COLUMNS
                          ", prompt.question, prompt.phase FROM merge_untold AS untold "
                          "JOIN review ON review.prompt_key = untold.prompt_key "
                          "AND review.id = untold.id "
                          "JOIN prompt ON prompt.key = review.prompt_key "
                          "JOIN device ON device.key = review.device_key");
    while (rows.next()) {
      PHASEBOARD_TRY_ASSIGN(auto event, eventFrom(rows));
      merge::Log log{event.prompt, questionFrom(rows), phaseFrom(rows), {}};
      log.events.push_back(std::move(event));
      contents.add(std::move(log));
    }
    return {};
  });
}

Result<Contents> SqliteTelling::untold(const std::string& folder) const {
  Connection& db = m_notebook.connection();
  bool isTold = false;
  std::vector<std::pair<Subject, std::string>> places;
  PHASEBOARD_TRY(db.guarded([&]() -> Status {
    isTold = isToldFolder(folder);
    Query rows = db.query("SELECT subject, key FROM merge_stamp WHERE is_told = 0");
    while (rows.next())
      if (const auto subject = merge::subjectNamed(rows.text(0)))
        places.emplace_back(*subject, rows.text(1));
    return {};
  }));
  if (!isTold)
    return everything();
  Contents contents;
  for (const auto& [subject, key] : places)
    PHASEBOARD_TRY(addWithParents(contents, subject, key));
  PHASEBOARD_TRY(addTrails(contents));
  PHASEBOARD_TRY(addLogs(contents));
  return contents;
}

void SqliteTelling::turnTo(const std::string& folder) {
  if (isToldFolder(folder))
    return;
  Connection& db = m_notebook.connection();
  db.run("DELETE FROM merge_file");
  db.run("DELETE FROM merge_told_trail");
  db.run("UPDATE merge_stamp SET is_told = 0");
  db.run("INSERT OR IGNORE INTO merge_untold (prompt_key, id) SELECT prompt_key, id FROM review");
  db.run("UPDATE merge_clock SET told_folder = ?", folder);
}

Status SqliteTelling::noteKnown(const std::string& folder, const std::vector<std::string>& files) {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Status {
    turnTo(folder);
    for (const std::string& file : files)
      db.run("INSERT OR IGNORE INTO merge_file (name) VALUES (?)", file);
    return {};
  });
}

Status SqliteTelling::noteTold(const std::string& folder, const Contents& told) {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Status {
    turnTo(folder);
    db.run("UPDATE merge_stamp SET is_told = 1 WHERE is_told = 0");
    db.run("DELETE FROM merge_untold");
    for (const auto& [place, trails] : told.trails())
      for (const merge::Trail& trail : trails)
        db.run("INSERT OR REPLACE INTO merge_told_trail (subject, id, steps) VALUES (?, ?, ?)",
               std::string(merge::name(trail.subject)), trail.id,
               static_cast<std::int64_t>(trail.steps.size()));
    return {};
  });
}

}  // namespace phaseboard::db
