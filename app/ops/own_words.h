// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/answers/reference.h"
#include "app/mock/words.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ops {

/// A sentence of one of the user's answers.
struct OwnSentence {
  answers::AnswerKey key;
  std::string text;  ///< Markdown

  friend bool operator==(const OwnSentence&, const OwnSentence&) = default;
};

/// A name that figures of a question have and no answer to it mentions.
struct UnsaidPart {
  std::string title;
  PhaseId phase;
  std::vector<TargetId> places;  ///< the parts of that name, in reading order
};

/// How much of the figures of a question its answers mention.
struct SaidReport {
  int said = 0;  ///< names
  int all = 0;
  std::vector<UnsaidPart> unsaid;  ///< those in most figures first, else in reading order
};

/// What the user's current answers say about parts of figures.
///
/// A sentence is about a part when it refers to the part or to its concept, or when it says one of
/// their names: compared as words of typed answers are (case, plurals, small typos, word stems), in
/// the order of the name, without what stands in brackets. Sentences are kept ready; call `read`
/// after answers changed. Pack and notebook outlive it.
class OwnWords {
 public:
  OwnWords(const ports::PackLibrary& pack, const ports::Notebook& notebook)
      : m_pack(pack), m_notebook(notebook) {}

  /// Reads all current answers. O(their length).
  [[nodiscard]] Status read();
  /// Reads one of them again.
  [[nodiscard]] Status read(const answers::AnswerKey& key);

  /// Sentences about a part, those of its own question first, then by question and phase.
  [[nodiscard]] std::vector<OwnSentence> about(const content::Part& part,
                                               const DiagramId& diagram) const;

  /// Names of nodes in the flows of a question; nodes of one name count once. What the answers to
  /// that question say counts. O(names x words).
  [[nodiscard]] Result<SaidReport> saidOf(const QuestionId& question) const;

 private:
  struct Sentence {
    std::string text;
    std::vector<mock::PlacedWord> words;
    std::vector<answers::Reference> references;
  };
  /// What makes a sentence one about a part.
  struct Names {
    std::vector<std::vector<mock::PlacedWord>> phrases;
    std::vector<std::string> references;  ///< "part:..." and "concept:...", under today's ids
  };
  [[nodiscard]] Names namesOf(const content::Part& part, const DiagramId& diagram) const;
  [[nodiscard]] bool mentions(const Sentence& sentence, const Names& names) const;

  const ports::PackLibrary& m_pack;
  const ports::Notebook& m_notebook;
  std::map<answers::AnswerKey, std::vector<Sentence>> m_sentences;
};

}  // namespace phaseboard::ops
