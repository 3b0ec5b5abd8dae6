// SPDX-License-Identifier: Apache-2.0
#include "app/board/history.h"

#include <utility>

namespace phaseboard::board {
namespace {

tl::unexpected<Error> damaged(std::int64_t number, const char* why) {
  return fail(ErrorKind::Damaged, "board", "entry " + std::to_string(number) + ": " + why);
}

bool changesNothing(const Edit& edit) {
  for (const Change& change : edit)
    if (change.before != change.after)
      return false;
  return true;
}

}  // namespace

Result<History> History::replay(std::vector<Entry> entries) {
  History history;
  for (Entry& entry : entries) {
    const std::int64_t number = entry.number;
    if (!history.append(std::move(entry)))
      return damaged(number, "does not fit what came before");
  }
  return history;
}

const Edit* History::editOf(std::int64_t number) const {
  if (number < 1 || number > static_cast<std::int64_t>(m_entries.size()))
    return nullptr;
  const Entry& entry = m_entries[static_cast<std::size_t>(number - 1)];
  return entry.kind == EntryKind::Draw ? &entry.edit : nullptr;
}

Status History::append(Entry entry) {
  if (entry.number != static_cast<std::int64_t>(m_entries.size()) + 1)
    return damaged(entry.number, "numbers have a gap");
  if (entry.kind == EntryKind::Given) {
    PHASEBOARD_TRY(m_document.apply(entry.edit));
  } else if (entry.kind == EntryKind::Draw) {
    PHASEBOARD_TRY(m_document.apply(entry.edit));
    m_done.push_back(entry.number);
    m_undone.clear();
  } else {
    auto& from = entry.kind == EntryKind::Undo ? m_done : m_undone;
    auto& to = entry.kind == EntryKind::Undo ? m_undone : m_done;
    const Edit* edit = editOf(entry.target);
    if (!edit || from.empty() || from.back() != entry.target)
      return damaged(entry.number, "there is nothing to take back or to do again");
    PHASEBOARD_TRY(m_document.apply(entry.kind == EntryKind::Undo ? inverseOf(*edit) : *edit));
    from.pop_back();
    to.push_back(entry.target);
  }
  m_entries.push_back(std::move(entry));
  return {};
}

Result<Entry> History::give(const Edit& edit, Instant at) {
  if (!m_entries.empty())
    return fail(ErrorKind::InvalidInput, "board", "the drawing has begun");
  PHASEBOARD_TRY(append({1, at, EntryKind::Given, 0, edit}));
  return m_entries.back();
}

Result<std::optional<Entry>> History::draw(const Edit& edit, Instant at) {
  if (changesNothing(edit))
    return std::optional<Entry>();
  PHASEBOARD_TRY(
      append({static_cast<std::int64_t>(m_entries.size()) + 1, at, EntryKind::Draw, 0, edit}));
  return std::optional<Entry>(m_entries.back());
}

std::optional<Entry> History::undo(Instant at) {
  if (m_done.empty())
    return std::nullopt;
  const auto number = static_cast<std::int64_t>(m_entries.size()) + 1;
  if (!append({number, at, EntryKind::Undo, m_done.back(), {}}))
    return std::nullopt;
  return m_entries.back();
}

std::optional<Entry> History::redo(Instant at) {
  if (m_undone.empty())
    return std::nullopt;
  const auto number = static_cast<std::int64_t>(m_entries.size()) + 1;
  if (!append({number, at, EntryKind::Redo, m_undone.back(), {}}))
    return std::nullopt;
  return m_entries.back();
}

Document History::documentAfter(std::size_t count) const {
  Document document;
  for (std::size_t i = 0; i < count && i < m_entries.size(); ++i) {
    const Entry& entry = m_entries[i];
    const bool isOwn = entry.kind == EntryKind::Draw || entry.kind == EntryKind::Given;
    const Edit& edit = isOwn ? entry.edit : *editOf(entry.target);
    // What fitted once fits again.
    (void)document.apply(entry.kind == EntryKind::Undo ? inverseOf(edit) : edit).has_value();
  }
  return document;
}

}  // namespace phaseboard::board
