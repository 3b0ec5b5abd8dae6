// SPDX-License-Identifier: Apache-2.0
#include "app/review/kind_switches.h"

namespace phaseboard::review {
namespace {

template <class Take>
void eachOf(std::string_view list, Take take) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    take(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
}

void addTo(std::string& list, const std::string& entry) {
  list += (list.empty() ? "" : ",") + entry;
}

}  // namespace

bool KindSwitches::isOn(PromptKind kind, const QuestionId& question) const {
  return ownSwitch(kind, question).value_or(isOn(kind));
}

void KindSwitches::set(PromptKind kind, bool on) {
  if (on)
    m_off.erase(kind);
  else
    m_off.insert(kind);
}

void KindSwitches::set(PromptKind kind, const QuestionId& question, std::optional<bool> on) {
  if (on) {
    m_questions[question][kind] = *on;
    return;
  }
  const auto found = m_questions.find(question);
  if (found == m_questions.end())
    return;
  found->second.erase(kind);
  if (found->second.empty())
    m_questions.erase(found);
}

std::optional<bool> KindSwitches::ownSwitch(PromptKind kind, const QuestionId& question) const {
  const auto found = m_questions.find(question);
  if (found == m_questions.end())
    return std::nullopt;
  const auto own = found->second.find(kind);
  return own == found->second.end() ? std::nullopt : std::optional(own->second);
}

std::string KindSwitches::generalText() const {
  std::string text;
  for (const PromptKind kind : m_off)
    addTo(text, std::string(kindName(kind)));
  return text;
}

std::string KindSwitches::textOf(const QuestionId& question) const {
  std::string text;
  if (const auto found = m_questions.find(question); found != m_questions.end())
    for (const auto& [kind, on] : found->second)
      addTo(text, (on ? "+" : "-") + std::string(kindName(kind)));
  return text;
}

void KindSwitches::readGeneral(std::string_view text) {
  eachOf(text, [this](std::string_view name) {
    if (const auto kind = kindFromName(name))
      m_off.insert(*kind);
  });
}

void KindSwitches::readQuestion(const QuestionId& question, std::string_view text) {
  eachOf(text, [&](std::string_view entry) {
    const auto kind = entry.empty() ? std::nullopt : kindFromName(entry.substr(1));
    if (kind)
      set(*kind, question, entry.front() == '+');
  });
}

}  // namespace phaseboard::review
