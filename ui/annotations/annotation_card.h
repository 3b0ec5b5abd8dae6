// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ops/placed_annotations.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rich_document.h"

namespace phaseboard::ui {

/// One annotation as a small card with a bar in its colour: the passage, the note, tags. Click or
/// Enter edits it, Delete removes it.
class AnnotationCard : public Card {
  Q_OBJECT

 public:
  AnnotationCard(const ops::PlacedAnnotation& annotation, const FormulaSource& formulas,
                 QWidget* parent = nullptr);

  [[nodiscard]] const annotations::AnnotationId& id() const { return m_id; }

 Q_SIGNALS:
  void removeRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void addNote(const annotations::Content& content, const FormulaSource& formulas);
  void addTags(const annotations::Content& content);

  annotations::AnnotationId m_id;
  std::optional<annotations::Colour> m_colour;
};

}  // namespace phaseboard::ui
