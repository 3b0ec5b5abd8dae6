// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/ports/pack_library.h"

namespace phaseboard::test {

/// A pack that has nothing but prompts, and new names for old ids.
class PromptPack : public ports::PackLibrary {
 public:
  explicit PromptPack(std::vector<review::Prompt> prompts) : m_prompts(std::move(prompts)) {}

  void rename(const std::string& before, const std::string& now) { m_renames[before] = now; }

  [[nodiscard]] const ports::PackInfo& info() const override { return m_infos.front(); }
  [[nodiscard]] const std::vector<ports::PackInfo>& packs() const override { return m_infos; }
  [[nodiscard]] const framework::Framework& framework() const override { return m_framework; }
  [[nodiscard]] const std::vector<ports::QuestionCard>& questions() const override {
    return m_questions;
  }
  [[nodiscard]] Result<content::Question> question(const QuestionId& id) const override {
    return fail(ErrorKind::NotFound, id.value());
  }
  [[nodiscard]] Result<content::Note> note(const QuestionId& id, const PhaseId&) const override {
    return fail(ErrorKind::NotFound, id.value());
  }
  [[nodiscard]] Result<content::Diagram> diagram(const DiagramId& id) const override {
    return fail(ErrorKind::NotFound, id.value());
  }
  [[nodiscard]] Result<std::vector<content::Concept>> concepts() const override {
    return std::vector<content::Concept>{};
  }
  [[nodiscard]] Result<content::Concept> findConcept(const ConceptId& id) const override {
    return fail(ErrorKind::NotFound, id.value());
  }
  [[nodiscard]] Result<std::vector<ports::Occurrence>> occurrences(
      const ConceptId&) const override {
    return std::vector<ports::Occurrence>{};
  }
  [[nodiscard]] std::optional<content::Formula> formula(std::string_view) const override {
    return std::nullopt;
  }
  [[nodiscard]] const std::vector<review::Prompt>& prompts() const override { return m_prompts; }
  [[nodiscard]] Result<review::Prompt> prompt(const PromptId& id) const override {
    for (const review::Prompt& prompt : m_prompts)
      if (prompt.id == id)
        return prompt;
    return fail(ErrorKind::NotFound, id.value());
  }
  [[nodiscard]] std::string currentId(const std::string& id) const override {
    if (const auto parts = review::splitPromptId(PromptId{id}))
      return review::promptId(parts->kind, TargetId{currentId(parts->target.value())}).value();
    const auto found = m_renames.find(id);
    return found == m_renames.end() ? id : found->second;
  }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& renames() const override {
    return m_renames;
  }
  [[nodiscard]] Result<std::vector<search::Hit>> search(const search::Query&, int) const override {
    return std::vector<search::Hit>{};
  }

 private:
  std::vector<ports::PackInfo> m_infos{1};
  framework::Framework m_framework;
  std::vector<ports::QuestionCard> m_questions;
  std::vector<review::Prompt> m_prompts;
  std::map<std::string, std::string, std::less<>> m_renames;
};

}  // namespace phaseboard::test
