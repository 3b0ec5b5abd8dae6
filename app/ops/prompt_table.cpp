// SPDX-License-Identifier: Apache-2.0
#include "app/ops/prompt_table.h"

#include <utility>

namespace phaseboard::ops {

PromptTable::PromptTable(const ports::PackLibrary& pack, const ports::Notebook& notebook)
    : m_pack(&pack), m_notebook(&notebook) {}

Result<PromptTable> PromptTable::read(const ports::PackLibrary& pack,
                                      const ports::Notebook& notebook) {
  PromptTable table(pack, notebook);
  PHASEBOARD_TRY(table.readPrompts());
  return table;
}

Status PromptTable::readPrompts() {
  PHASEBOARD_TRY_ASSIGN(auto own, m_notebook->ownPrompts());
  m_prompts = std::make_unique<CurrentPrompts>(*m_pack, std::move(own));
  m_rows.clear();
  m_places.clear();
  m_cells.clear();
  m_cellPlaces.clear();
  const std::size_t count = m_prompts->own().size() + m_pack->prompts().size();
  m_rows.reserve(count);
  m_places.reserve(count);
  for (const review::Prompt& prompt : m_prompts->own())
    addPrompt(prompt);
  for (const review::Prompt& prompt : m_pack->prompts())
    addPrompt(prompt);
  return readAll();
}

void PromptTable::addPrompt(const review::Prompt& prompt) {
  // Neighbours mostly belong to the same question and phase.
  std::size_t cell = m_rows.empty() ? 0 : m_rows.back().cell;
  if (m_cells.empty() || m_cells[cell].question != prompt.question ||
      m_cells[cell].phase != prompt.phase) {
    const auto [found, isNew] =
        m_cellPlaces.emplace(review::ReadinessCell{prompt.question, prompt.phase}, m_cells.size());
    if (isNew)
      m_cells.push_back(found->first);
    cell = found->second;
  }
  TableRow row;
  row.prompt = &prompt;
  row.cell = cell;
  m_places.emplace(&prompt, m_rows.size());
  m_rows.push_back(row);
}

Status PromptTable::readAll() {
  for (TableRow& row : m_rows) {
    row.state = {};
    row.suspended = false;
    row.buriedUntil.reset();
  }
  PHASEBOARD_TRY_ASSIGN(const auto stored, m_notebook->promptRows());
  std::vector<bool> isOwn(m_rows.size(), false);
  for (const ports::PromptRow& one : stored) {
    const review::Prompt* prompt = m_prompts->find(one.prompt);
    if (prompt == nullptr)
      continue;
    const std::size_t place = m_places.at(prompt);
    if (isOwn[place])
      continue;  // answered under its new id too: that one counts
    isOwn[place] = one.prompt == prompt->id;
    m_rows[place].state = one.state;
    m_rows[place].suspended = one.suspended;
    m_rows[place].buriedUntil = one.buriedUntil;
  }
  return readFlags();
}

Status PromptTable::readFlags() {
  for (TableRow& row : m_rows)
    row.flagged = false;
  PHASEBOARD_TRY_ASSIGN(const auto flagged, m_notebook->flaggedPrompts());
  for (const PromptId& id : flagged)
    if (const review::Prompt* prompt = m_prompts->find(id))
      m_rows[m_places.at(prompt)].flagged = true;
  return {};
}

Status PromptTable::readOne(const PromptId& id) {
  const review::Prompt* prompt = m_prompts->find(id);
  if (prompt == nullptr)
    return {};
  TableRow& row = m_rows[m_places.at(prompt)];
  PHASEBOARD_TRY_ASSIGN(const auto stored, m_prompts->rowOf(*prompt, *m_notebook));
  row.state = stored ? stored->state : review::PromptState{};
  row.suspended = stored && stored->suspended;
  row.buriedUntil = stored ? stored->buriedUntil : std::nullopt;
  return {};
}

Status PromptTable::refresh(const Changes& changes) {
  if (changes.touches(Aspect::OwnPrompts))
    return readPrompts();
  if (!changes.touches(Aspect::Review) && !changes.touches(Aspect::PromptFlags))
    return {};
  if (changes.prompts.empty())
    return readAll();
  for (const PromptId& id : changes.prompts)
    PHASEBOARD_TRY(readOne(id));
  return changes.touches(Aspect::PromptFlags) ? readFlags() : Status{};
}

const TableRow* PromptTable::find(const PromptId& id) const {
  const review::Prompt* prompt = m_prompts->find(id);
  return prompt == nullptr ? nullptr : &m_rows[m_places.at(prompt)];
}

}  // namespace phaseboard::ops
