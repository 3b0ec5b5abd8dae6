// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/base/ids.h"

namespace phaseboard::content {

/// A place in the sources.
struct Place {
  std::string file;
  int line = 0;
};

/// An id that the sources give to something. No two of one `scope` may be equal.
struct Definition {
  std::string scope;  ///< with its article: "a concept", "an item of ad-click-prediction", ...
  std::string id;
  Place place;
};

enum class ReferenceKind { Concept, Phase, Part, Figure };

/// A mention of something that must exist.
struct Reference {
  ReferenceKind kind = ReferenceKind::Concept;
  std::string id;  ///< the full id: "feature-store", "question/diagram/part"
  Place place;
};

/// A text that people read.
struct ProseUse {
  std::string text;
  bool markdown = true;  ///< a title is plain: its characters mean themselves
  QuestionId question;   ///< in which links are short; empty outside of questions
  Place place;
};

/// What the readers saw besides values, kept until everything is read and can be compared.
struct Ledger {
  Diagnostics problems;
  std::vector<Definition> definitions;
  std::vector<Reference> references;
  std::vector<ProseUse> prose;
  bool isOwn = false;  ///< sources of the user's: nothing is asked of their length
};

/// The ledger as one file writes into it.
class FileLog {
 public:
  FileLog(Ledger& ledger, std::string file, QuestionId question = {})
      : m_ledger(ledger), m_file(std::move(file)), m_question(std::move(question)) {}

  [[nodiscard]] Ledger& ledger() const { return m_ledger; }
  [[nodiscard]] const std::string& file() const { return m_file; }
  [[nodiscard]] const QuestionId& question() const { return m_question; }
  [[nodiscard]] bool isOwn() const { return m_ledger.isOwn; }

  void problem(int line, std::string message) const {
    m_ledger.problems.push_back({m_file, line, std::move(message)});
  }
  void define(std::string scope, std::string id, int line) const {
    m_ledger.definitions.push_back({std::move(scope), std::move(id), {m_file, line}});
  }
  void refer(ReferenceKind kind, std::string id, int line) const {
    m_ledger.references.push_back({kind, std::move(id), {m_file, line}});
  }
  void prose(std::string text, bool markdown, int line) const {
    m_ledger.prose.push_back({std::move(text), markdown, m_question, {m_file, line}});
  }

 private:
  Ledger& m_ledger;
  std::string m_file;
  QuestionId m_question;
};

/// Whether `text` is a simple id: `[a-z][a-z0-9-]*`, at most 64 bytes.
[[nodiscard]] bool isSimpleId(std::string_view text);

/// "question/diagram/part" for the short form "diagram/part" inside of `question`; a full id as it
/// is. Likewise for figures, with one segment less.
[[nodiscard]] std::string fullPartId(const QuestionId& question, const std::string& written);
[[nodiscard]] std::string fullFigureId(const QuestionId& question, const std::string& written);

}  // namespace phaseboard::content
