// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/ports/pack_library.h"

namespace SQLite {
class Database;
}

namespace phaseboard::db {

/// A pack file, opened as `openPackFile` says. Cards, prompts (without texts) and renames are in
/// memory; everything else is read when asked for.
class PackReader final : public ports::PackLibrary {
 public:
  /// Opening takes a few milliseconds for a pack of one question.
  [[nodiscard]] static Result<std::unique_ptr<PackReader>> open(const std::filesystem::path& file);

  ~PackReader() override;
  PackReader(const PackReader&) = delete;
  PackReader& operator=(const PackReader&) = delete;

  [[nodiscard]] const ports::PackInfo& info() const override { return m_infos.front(); }
  [[nodiscard]] const std::vector<ports::PackInfo>& packs() const override { return m_infos; }
  [[nodiscard]] const framework::Framework& framework() const override { return m_framework; }
  [[nodiscard]] const std::vector<ports::QuestionCard>& questions() const override {
    return m_questions;
  }
  [[nodiscard]] const std::vector<review::Prompt>& prompts() const override { return m_prompts; }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& renames() const override {
    return m_renames;
  }

  [[nodiscard]] Result<content::Question> question(const QuestionId& id) const override;
  [[nodiscard]] Result<content::Note> note(const QuestionId& question,
                                           const PhaseId& phase) const override;
  [[nodiscard]] Result<content::Diagram> diagram(const DiagramId& id) const override;
  [[nodiscard]] Result<std::vector<content::Concept>> concepts() const override;
  [[nodiscard]] Result<content::Concept> findConcept(const ConceptId& id) const override;
  [[nodiscard]] Result<std::vector<ports::Occurrence>> occurrences(
      const ConceptId& id) const override;
  [[nodiscard]] std::optional<content::Formula> formula(std::string_view tex) const override;
  /// All of them, by TeX source.
  [[nodiscard]] Result<std::map<std::string, content::Formula>> formulas() const;
  [[nodiscard]] Result<review::Prompt> prompt(const PromptId& id) const override;

  /// An id below a renamed one follows it: a part of a renamed figure, a prompt about it.
  [[nodiscard]] std::string currentId(const std::string& id) const override;

  [[nodiscard]] Result<std::vector<search::Hit>> search(const search::Query& query,
                                                        int limit) const override;

 private:
  PackReader(std::unique_ptr<SQLite::Database> database, std::string file);

  void readCards();

  std::unique_ptr<SQLite::Database> m_database;
  std::string m_file;
  std::vector<ports::PackInfo> m_infos;  ///< this one
  bool m_hasDrawings = false;
  framework::Framework m_framework;
  std::vector<ports::QuestionCard> m_questions;
  std::vector<review::Prompt> m_prompts;
  std::vector<int> m_promptRows;  ///< of `m_prompts`, in the file
  std::unordered_map<PromptId, std::size_t> m_promptPlaces;
  std::map<std::string, std::string, std::less<>> m_renames;
};

}  // namespace phaseboard::db
