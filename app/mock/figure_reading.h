// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/content/model.h"
#include "app/mock/follow_up.h"

namespace phaseboard::mock {

/// A figure as an interviewer reads it: what stands in the middle, where requests and data flow,
/// where labels are made. Lists are in reading order. Refers to its figure.
class FigureReading {
 public:
  explicit FigureReading(const content::Diagram& figure) : m_figure(figure) {}

  /// Working parts that something flows into and out of: their loss is felt.
  [[nodiscard]] std::vector<const content::Part*> inTheMiddle() const;

  /// Edges with a label between working parts that carry data and not control.
  [[nodiscard]] std::vector<const content::Part*> carrying() const;

  /// Parts whose name or concept says that labels, clicks or feedback are joined or waited for.
  [[nodiscard]] std::vector<const content::Part*> labelParts() const;

  /// Titles along the numbered steps of a request; without numbers, of what requests reach.
  [[nodiscard]] std::vector<std::string> path() const;

  /// Titles of the nodes with one of these roles.
  [[nodiscard]] std::vector<std::string> titlesOf(const std::vector<std::string_view>& roles) const;

  /// Titles of what a node feeds.
  [[nodiscard]] std::vector<std::string> titlesAfter(const content::Part& part) const;

  [[nodiscard]] std::string titleOf(const std::optional<PartId>& part) const;

  /// A follow-up about a part, or about the figure as a whole; without its points.
  [[nodiscard]] FollowUp about(Rule rule, content::Level level, const content::Part& part) const;
  [[nodiscard]] FollowUp aboutAll(Rule rule, content::Level level) const;

 private:
  [[nodiscard]] const content::Part* node(const std::optional<PartId>& id) const;

  const content::Diagram& m_figure;
};

/// Words by which people usually say what is expected.
struct UsualWords {
  std::vector<std::string> telling;  ///< said of nothing else: "fallback" for a stand-in
  std::vector<std::string> hints;    ///< also said of other things: "cache"
  bool areNamesTelling = false;      ///< whether naming a part says it
};
[[nodiscard]] const UsualWords& usualWords(Expected expected);

}  // namespace phaseboard::mock
