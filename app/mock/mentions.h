// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/content/model.h"

namespace phaseboard::mock {

/// A stretch of a text, in bytes.
struct Span {
  std::size_t from = 0;
  std::size_t to = 0;  ///< one past its end

  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Something that an answer may mention.
struct Sought {
  std::string id;
  std::string statement;             ///< in words of its own; Markdown
  std::vector<std::string> aliases;  ///< short names of what it is about
  bool aliasIsEnough = false;        ///< whether one of them alone mentions it
  std::vector<std::string> hints;    ///< words that are also said of other things
};

/// How a text mentions it.
struct Mention {
  std::string id;
  bool isFound = false;
  double share = 0;         ///< of the telling words of the statement, 0 to 1
  std::vector<Span> spans;  ///< the words of the text that say it, in order
};

/// Looks for each of `sought` in `text`, in their order.
///
/// Words are compared leniently, as typed answers are (case, plurals, typos), and by their stem
/// ("calibrated", "calibration"). A word counts the more the fewer of the others share it. Found
/// means: at least `kSaid` of the statement and two of its words, or half as much together with an
/// alias; or an alias, where that is enough; or `kFewestHints` hints that do not share a word.
/// Deterministic; no guess about meaning.
[[nodiscard]] std::vector<Mention> findMentions(std::string_view text,
                                                const std::vector<Sought>& sought);

inline constexpr double kSaid = 0.4;
inline constexpr int kFewestHints = 2;

/// The key points of a note as something to look for; concepts lend their names.
[[nodiscard]] std::vector<Sought> soughtIn(const std::vector<content::KeyPoint>& points,
                                           const std::vector<content::Concept>& concepts);

}  // namespace phaseboard::mock
