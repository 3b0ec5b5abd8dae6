// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/library/thumbnail_store.h"
#include "ui/widgets/card.h"

namespace phaseboard::ui {

/// A question in the library: its cover, title, and how much there is to it. The button inside
/// opens it; the card itself is chosen by a click.
class QuestionCardView : public Card {
  Q_OBJECT

 public:
  QuestionCardView(const ports::QuestionCard& question, ThumbnailStore& thumbnails,
                   QWidget* parent = nullptr);

 Q_SIGNALS:
  void opened();
};

}  // namespace phaseboard::ui
