// SPDX-License-Identifier: Apache-2.0
#include "app/ops/left_behind.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "app/ops/placed_annotations.h"

namespace phaseboard::ops {
namespace {

/// Collects by question what belongs to none of the pack.
class LeftBehindReader {
 public:
  explicit LeftBehindReader(const ports::PackLibrary& pack) : m_pack(pack) {
    for (const ports::QuestionCard& card : pack.questions())
      m_known.insert(card.id);
  }

  /// Null for a question that is there.
  LeftBehind* of(const QuestionId& question) {
    if (question.value().empty() || m_known.contains(question) ||
        m_known.contains(QuestionId{m_pack.currentId(question.value())}))
      return nullptr;
    LeftBehind& found = m_found[question];
    found.question = question;
    return &found;
  }

  [[nodiscard]] std::vector<LeftBehind> take() {
    std::vector<LeftBehind> all;
    for (auto& [question, found] : m_found) {
      std::sort(found.answers.begin(), found.answers.end(), [this](const auto& a, const auto& b) {
        return numberOf(a.phase) < numberOf(b.phase);
      });
      all.push_back(std::move(found));
    }
    return all;
  }

 private:
  [[nodiscard]] int numberOf(const PhaseId& id) const {
    const framework::Phase* phase = m_pack.framework().phase(id);
    return phase == nullptr ? 0 : phase->number;
  }

  const ports::PackLibrary& m_pack;
  std::set<QuestionId> m_known;
  std::map<QuestionId, LeftBehind> m_found;
};

}  // namespace

Result<std::vector<LeftBehind>> readLeftBehind(const ports::PackLibrary& pack,
                                               const ports::Notebook& notebook,
                                               const std::vector<review::Prompt>& ownPrompts,
                                               const PlacedAnnotations* annotations) {
  LeftBehindReader reader(pack);
  PHASEBOARD_TRY_ASSIGN(const auto answered, notebook.answeredKeys());
  for (const answers::AnswerKey& key : answered)
    if (LeftBehind* found = reader.of(key.question))
      found->answers.push_back(key);
  for (const review::Prompt& prompt : ownPrompts)
    if (LeftBehind* found = reader.of(prompt.question))
      ++found->ownPrompts;
  if (annotations != nullptr)
    for (const PlacedAnnotation& one : annotations->all())
      if (LeftBehind* found = reader.of(one.question))
        ++found->annotations;
  return reader.take();
}

}  // namespace phaseboard::ops
