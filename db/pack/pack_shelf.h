// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/ports/pack_library.h"

namespace phaseboard::db {

class PackReader;

/// Several pack files as one library: the questions of the first, then those of the next.
///
/// A question belongs to one pack; what is asked about it is asked there. A concept that several
/// packs explain is explained in the words of the first. Framework and info are those of the first.
class PackShelf final : public ports::PackLibrary {
 public:
  /// @param files  one or more, in the order in which they were named
  /// @return what opening a file says; `AlreadyExists` when two packs have a question of the same
  ///         id, and `InvalidInput` when their phases differ, both naming the two files
  [[nodiscard]] static Result<std::unique_ptr<PackShelf>> open(
      const std::vector<std::filesystem::path>& files);

  /// Opens other files in the place of those that are open; after a failure all is as before. What
  /// was handed out before stays valid until the next time.
  [[nodiscard]] Status reopen(const std::vector<std::filesystem::path>& files);

  ~PackShelf() override;
  PackShelf(const PackShelf&) = delete;
  PackShelf& operator=(const PackShelf&) = delete;

  [[nodiscard]] const ports::PackInfo& info() const override { return m_infos.front(); }
  [[nodiscard]] const std::vector<ports::PackInfo>& packs() const override { return m_infos; }
  [[nodiscard]] const framework::Framework& framework() const override;
  [[nodiscard]] const std::vector<ports::QuestionCard>& questions() const override {
    return m_questions;
  }
  [[nodiscard]] const std::vector<review::Prompt>& prompts() const override;
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
  [[nodiscard]] Result<review::Prompt> prompt(const PromptId& id) const override;

  /// By the pack that has the id's question; for a question that none has, by the first pack that
  /// knows another name for it.
  [[nodiscard]] std::string currentId(const std::string& id) const override;

  /// The hits of all packs, the best first. Scores are those that each pack gives among its own.
  [[nodiscard]] Result<std::vector<search::Hit>> search(const search::Query& query,
                                                        int limit) const override;

 private:
  PackShelf();

  /// Puts a pack behind those that are there.
  [[nodiscard]] Status add(const std::filesystem::path& file);
  [[nodiscard]] Status checkPhases(const PackReader& pack, const std::string& file) const;
  [[nodiscard]] Result<const PackReader*> packOf(const QuestionId& question,
                                                 const std::string& wanted) const;

  std::vector<std::unique_ptr<PackReader>> m_packs;
  std::vector<std::string> m_files;  ///< of `m_packs`
  std::map<QuestionId, std::size_t> m_homes;
  std::vector<ports::PackInfo> m_infos;
  std::vector<ports::QuestionCard> m_questions;
  std::vector<review::Prompt> m_prompts;  ///< of all packs, unless there is only one
  std::map<std::string, std::string, std::less<>> m_renames;
  std::unique_ptr<PackShelf> m_before;  ///< what was open before `reopen`
};

/// The library on these files: the pack itself for one, a shelf for several.
[[nodiscard]] Result<std::unique_ptr<ports::PackLibrary>> openPacks(
    const std::vector<std::filesystem::path>& files);

}  // namespace phaseboard::db
