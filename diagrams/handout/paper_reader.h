// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/exchange/question_markdown.h"
#include "app/ops/placed_annotations.h"
#include "app/ops/wordings.h"
#include "app/ports/exchange.h"

namespace phaseboard::handout {

/// Reads questions with everything that the user made of them, to be written or printed.
class PaperReader {
 public:
  /// `reading` outlives it. Fails when the annotations cannot be read.
  [[nodiscard]] static Result<PaperReader> over(const ports::Reading& reading);

  /// Texts in the user's words where there are some. Answers as they were typed last, also where
  /// they are not committed yet; annotations by place,
  /// those that lost theirs at the beginning. `NotFound` for an unknown question.
  [[nodiscard]] Result<exchange::QuestionPaper> read(const QuestionId& question) const;

 private:
  explicit PaperReader(const ports::Reading& reading);
  [[nodiscard]] Result<exchange::PaperNote> note(const ports::QuestionCard& card,
                                                 const framework::Phase& phase) const;
  [[nodiscard]] std::vector<exchange::PaperAnnotation> annotationsOf(const QuestionId& question,
                                                                     const PhaseId& phase) const;
  [[nodiscard]] Result<std::string> answerTo(const answers::AnswerKey& key) const;

  const ports::Reading* m_reading;
  ops::PlacedAnnotations m_annotations;
  ops::Wordings m_wordings;
};

}  // namespace phaseboard::handout
