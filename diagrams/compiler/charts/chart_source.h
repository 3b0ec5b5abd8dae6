// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "app/base/diagnostic.h"

namespace phaseboard::compiler {

/// Collects the mistakes of one source, each with its line.
class ChartProblems {
 public:
  explicit ChartProblems(std::string file) : m_file(std::move(file)) {}

  void add(int line, std::string message);
  [[nodiscard]] bool isEmpty() const { return m_list.empty(); }
  /// All of them in source order.
  [[nodiscard]] Diagnostics take();

 private:
  std::string m_file;
  Diagnostics m_list;
};

/// 1-based line on which `node` starts, 0 when it has none.
[[nodiscard]] int lineOf(const YAML::Node& node);

/// Lower case letters, digits and hyphens, a letter first, at most 64 bytes.
[[nodiscard]] bool isEntryId(std::string_view id);

/// Which table a class is looked up in.
enum class ClassKind { Role, Lane, Wire };

/// What every meaningful thing in a figure carries.
struct Entry {
  std::string id = {};
  std::string className = {};  ///< its role, lane or wire
  std::string label = {};      ///< as printed, with inline maths
  std::string sub = {};
  std::string title = {};  ///< plain text; the label unless told
  std::string explanation = {};
  std::string conceptId = {};  ///< may be empty, as the next two
  std::string phase = {};
  std::string icon = {};
  int line = 0;
};

struct EntryRules {
  ClassKind classes = ClassKind::Role;
  std::string_view otherwise = "service";  ///< class when the author names none
  bool hasIcon = false;
  bool hasSub = true;
  bool needsLabel = true;
  std::string idOtherwise = {};  ///< id when the author gives none; empty: an id is required
};

/// One mapping of the source, taken field by field. Fields that nobody took are complained about by
/// `finish`, so every mistyped name is found. Never throws.
class ChartFields {
 public:
  /// @param subject  how messages name the mapping: "series 'auc'"
  ChartFields(const YAML::Node& node, std::string subject, ChartProblems& problems);

  [[nodiscard]] bool has(const std::string& name) const;
  /// Empty when absent; the required form complains about that.
  [[nodiscard]] std::string text(const std::string& name);
  [[nodiscard]] std::string requiredText(const std::string& name);
  [[nodiscard]] std::optional<double> number(const std::string& name);
  [[nodiscard]] double requiredNumber(const std::string& name);
  [[nodiscard]] std::optional<int> wholeNumber(const std::string& name, int least, int most);
  [[nodiscard]] bool flag(const std::string& name, bool otherwise);
  [[nodiscard]] std::string choice(const std::string& name,
                                   std::span<const std::string_view> choices,
                                   std::string_view otherwise);
  [[nodiscard]] std::vector<std::string> texts(const std::string& name);
  [[nodiscard]] std::vector<double> numbers(const std::string& name);
  /// The items of a list; none when absent. Complains about counts outside the range.
  [[nodiscard]] std::vector<YAML::Node> list(const std::string& name, std::size_t least,
                                             std::size_t most);
  /// A nested mapping, or nothing when absent.
  [[nodiscard]] std::optional<ChartFields> mapping(const std::string& name);
  [[nodiscard]] YAML::Node take(const std::string& name);

  /// The fields common to all entries. Checks id, class and explanation.
  [[nodiscard]] Entry entry(const EntryRules& rules);

  void finish();
  void complain(const std::string& message);
  void complain(int line, const std::string& message);
  [[nodiscard]] int line() const { return m_line; }
  [[nodiscard]] const std::string& subject() const { return m_subject; }
  [[nodiscard]] ChartProblems& problems() { return *m_problems; }
  /// The number in `node`, or a complaint.
  [[nodiscard]] std::optional<double> numberIn(const YAML::Node& node);

 private:
  [[nodiscard]] std::string scalar(const YAML::Node& node, const std::string& name);
  void checkClass(const Entry& entry, ClassKind kind);

  YAML::Node m_node;
  std::string m_subject;
  ChartProblems* m_problems;
  int m_line = 0;
  std::set<std::string> m_left;
};

/// The fields of one item of a list, named by its id: "series 'auc'".
[[nodiscard]] ChartFields itemFields(const YAML::Node& node, const std::string& kind,
                                     ChartProblems& problems);

}  // namespace phaseboard::compiler
