// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/content/model.h"
#include "app/content/source/ledger.h"
#include "app/content/source/source_tree.h"

namespace phaseboard::content {

/// A text and the line on which it stands.
struct LocatedText {
  std::string text;
  int line = 0;
};

/// Takes one mapping apart, field by field.
///
/// A field that is missing, empty or of another form is reported and reads as an empty value, so
/// that all mistakes are found in one go. `done()` reports the fields that nobody asked for.
/// Reading something that is not a mapping reports that once and then nothing more.
class MapReader {
 public:
  /// @param what  what the mapping describes, for messages: "key point"
  MapReader(const SourceNode& node, std::string what, const FileLog& log);

  [[nodiscard]] int line() const { return m_node.line; }
  [[nodiscard]] int lineOf(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }

  /// A simple id.
  [[nodiscard]] std::string id(std::string_view key);
  /// Words as a program reads them: not empty, nothing is checked in them.
  [[nodiscard]] std::string word(std::string_view key);
  /// One line that people read as it is.
  [[nodiscard]] std::string title(std::string_view key);
  /// Text with Markdown.
  [[nodiscard]] std::string markdown(std::string_view key);
  [[nodiscard]] std::string optionalMarkdown(std::string_view key);
  [[nodiscard]] std::string optionalWord(std::string_view key);
  [[nodiscard]] int integer(std::string_view key, int least, int most);
  /// Any finite number; 0 when it is not one.
  [[nodiscard]] double number(std::string_view key);
  [[nodiscard]] Level level(std::string_view key);

  /// The texts of a list, `least` or more. Without the field, an empty list if `least` is 0.
  [[nodiscard]] std::vector<LocatedText> words(std::string_view key, int least = 0);
  [[nodiscard]] std::vector<std::string> markdownList(std::string_view key, int least = 0);
  [[nodiscard]] std::vector<ConceptId> concepts(std::string_view key);

  /// The entries of a list, `least` or more; empty when there is none. Of own content none is
  /// asked for, in any list.
  [[nodiscard]] const std::vector<SourceNode>& entries(std::string_view key, int least = 0);
  /// The value of a field that must be there; nothing (and a report) when it is not.
  [[nodiscard]] const SourceNode* value(std::string_view key);

  void done() const;

  [[nodiscard]] const FileLog& log() const { return m_log; }

 private:
  [[nodiscard]] const SourceNode* find(std::string_view key) const;
  [[nodiscard]] const SourceNode* take(std::string_view key, bool required);
  [[nodiscard]] std::optional<LocatedText> text(std::string_view key, bool required);
  void problem(int line, std::string_view key, std::string_view rest) const;

  const SourceNode& m_node;
  std::string m_what;
  const FileLog& m_log;
  std::set<std::string, std::less<>> m_asked;
};

}  // namespace phaseboard::content
