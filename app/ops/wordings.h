// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/base/result.h"
#include "app/content/model.h"
#include "app/ports/notebook.h"

namespace phaseboard::ports {
class PackLibrary;
}

namespace phaseboard::ops {

/// How a text of the user's stands to the pack of today.
enum class WordingStanding {
  Fits,      ///< the original is what it was written for, or nobody knows what that was
  Outdated,  ///< the original says something else today
  Lost       ///< the pack has no such text any more
};

/// A text of the user's, and the shipped one whose place it takes.
struct PlacedWording {
  ports::Override words;
  WordingStanding standing = WordingStanding::Fits;
  std::string original;  ///< of today; of then when it is lost
};

/// The user's words in the place of shipped ones, read at one moment.
class Wordings {
 public:
  [[nodiscard]] static Result<Wordings> read(const ports::Notebook& notebook);

  [[nodiscard]] bool empty() const { return m_all.empty(); }
  /// Null when that text was not reworded.
  [[nodiscard]] const ports::Override* find(const std::string& target,
                                            const std::string& field) const;
  [[nodiscard]] std::vector<const ports::Override*> of(const std::string& target) const;

  /// Puts the user's words into their places.
  void apply(content::Note& note) const;
  void apply(content::Question& question) const;
  void apply(content::Diagram& figure) const;

 private:
  std::map<std::pair<std::string, std::string>, ports::Override> m_all;  ///< by target and field
};

/// A shipped text that can be reworded.
struct RewordableText {
  std::string field;
  std::string text;
};

/// The texts of one target as the pack has them, in the order in which they are read; none for a
/// target that the pack does not have or that has no such texts.
[[nodiscard]] Result<std::vector<RewordableText>> rewordableTexts(const ports::PackLibrary& pack,
                                                                  const std::string& target);

/// Every text of the user's with what it stands for today, in the order of their targets. Reads the
/// notes and figures that they belong to.
[[nodiscard]] Result<std::vector<PlacedWording>> placedWordings(const ports::PackLibrary& pack,
                                                                const ports::Notebook& notebook);

}  // namespace phaseboard::ops
