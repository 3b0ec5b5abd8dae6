// SPDX-License-Identifier: Apache-2.0
#include "app/ops/current_prompts.h"

#include <string>
#include <utility>

namespace phaseboard::ops {
namespace {

/// Whether `id` is `top` or lies below it.
bool isWithin(const std::string& id, const std::string& top) {
  return id.starts_with(top) &&
         (id.size() == top.size() || id[top.size()] == '/' || id[top.size()] == '#');
}

}  // namespace

CurrentPrompts::CurrentPrompts(const ports::PackLibrary& pack, std::vector<review::Prompt> own)
    : m_pack(pack), m_own(std::move(own)) {
  m_index.reserve(pack.prompts().size() + m_own.size());
  for (const review::Prompt& prompt : m_own)
    m_index.emplace(prompt.id, &prompt);
  for (const review::Prompt& prompt : pack.prompts())
    m_index.emplace(prompt.id, &prompt);
}

const review::Prompt* CurrentPrompts::find(const PromptId& id) const {
  if (const auto found = m_index.find(id); found != m_index.end())
    return found->second;
  const auto renamed = m_index.find(PromptId{m_pack.currentId(id.value())});
  return renamed == m_index.end() ? nullptr : renamed->second;
}

std::vector<PromptId> CurrentPrompts::olderIds(const review::Prompt& prompt) const {
  std::vector<PromptId> ids;
  const std::string& target = prompt.target.value();
  for (const auto& [before, now] : m_pack.renames()) {
    if (!isWithin(target, now))
      continue;
    PromptId older = review::promptId(prompt.kind, TargetId{before + target.substr(now.size())});
    if (m_pack.currentId(older.value()) == prompt.id.value())
      ids.push_back(std::move(older));
  }
  return ids;
}

Result<std::optional<ports::PromptRow>> CurrentPrompts::rowOf(
    const review::Prompt& prompt, const ports::Notebook& notebook) const {
  PHASEBOARD_TRY_ASSIGN(auto row, notebook.promptRow(prompt.id));
  if (row)
    return row;
  for (const PromptId& older : olderIds(prompt)) {
    PHASEBOARD_TRY_ASSIGN(row, notebook.promptRow(older));
    if (row)
      return row;
  }
  return row;
}

}  // namespace phaseboard::ops
