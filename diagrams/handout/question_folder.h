// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "app/exchange/progress.h"
#include "app/ports/exchange.h"
#include "diagrams/handout/figure_files.h"
#include "diagrams/handout/paper_reader.h"

namespace phaseboard::handout {

/// The files of a Markdown export, one after the other: `<question>.md`, then its figures as
/// `figures/<question>/<name>.svg` or `.png`, and the pictures of its answers as
/// `pictures/<id>.png` or `.jpg`. For `ports::Exchange::writeFolder`.
class QuestionFolder {
 public:
  /// @param reading    outlives it
  /// @param questions  none for all
  /// @return `NotFound` for an unknown question, `Damaged` for ids that are no file names
  [[nodiscard]] static Result<QuestionFolder> of(const ports::Reading& reading,
                                                 std::vector<QuestionId> questions,
                                                 FigureFile figures, exchange::Progress progress);

  [[nodiscard]] Result<std::optional<ports::FolderFile>> next();

 private:
  QuestionFolder(const ports::Reading& reading, PaperReader papers, FigureFile figures,
                 exchange::Progress progress);
  [[nodiscard]] Result<ports::FolderFile> text(const QuestionId& question);
  [[nodiscard]] Result<ports::FolderFile> figure(const DiagramId& figure) const;
  [[nodiscard]] std::string placeOf(const DiagramId& figure) const;
  /// The answer with its pictures where they will be; these are written after the figures.
  [[nodiscard]] Result<std::string> withPictures(const std::string& answer);

  const ports::Reading* m_reading;
  PaperReader m_papers;
  FigureFile m_kind;
  exchange::Progress m_progress;
  std::deque<QuestionId> m_questions;
  std::deque<DiagramId> m_figures;  ///< of the question that was written last
  std::deque<ports::FolderFile> m_pictures;
  std::int64_t m_done = 0;
  std::int64_t m_total = 0;
};

/// The questions of a pack in its order.
[[nodiscard]] std::vector<QuestionId> allQuestions(const ports::PackLibrary& pack);

}  // namespace phaseboard::handout
