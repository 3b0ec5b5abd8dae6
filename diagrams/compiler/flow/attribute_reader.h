// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/diagnostic.h"
#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/raw_graph.h"

namespace phaseboard::compiler {

/// Whether `id` may name a part: lower case letters, digits and hyphens, a letter first, at most
/// 64 bytes.
[[nodiscard]] bool isPartId(std::string_view id);

/// "a, b or c".
[[nodiscard]] std::string oneOf(std::span<const std::string_view> choices);

/// Takes the attributes of one statement one by one and complains, with the statement's line,
/// about those that are malformed and, at the end, about those that nobody asked for.
class AttributeReader {
 public:
  /// @param subject  how messages name the statement: "node 'pred'"
  AttributeReader(std::string file, int line, std::string subject, const RawAttributes& attributes,
                  Diagnostics& problems);

  [[nodiscard]] std::string text(std::string_view name);
  [[nodiscard]] std::string choice(std::string_view name, std::span<const std::string_view> choices,
                                   std::string_view otherwise);
  [[nodiscard]] std::optional<double> number(std::string_view name, double least, double most);
  [[nodiscard]] std::optional<int> wholeNumber(std::string_view name, int least, int most);
  [[nodiscard]] bool flag(std::string_view name, bool otherwise);
  [[nodiscard]] std::optional<Side> side(std::string_view name,
                                         std::span<const std::string_view> namesInOrder);
  /// "2,1.5" as two numbers; a single number is given twice as (n, `otherwise`).
  [[nodiscard]] std::optional<std::pair<double, double>> pair(std::string_view name,
                                                              std::optional<double> otherwise);
  [[nodiscard]] std::vector<std::string> list(std::string_view name);
  /// The explanation that every part needs, in `tooltip`.
  [[nodiscard]] std::string explanation();

  /// Complains about every attribute that was not taken.
  void finish();
  void complain(std::string message);

 private:
  std::string m_file;
  int m_line;
  std::string m_subject;
  RawAttributes m_left;
  Diagnostics& m_problems;
};

}  // namespace phaseboard::compiler
