// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "ui/bridge/session.h"

class QVBoxLayout;

namespace phaseboard::ui {

class AnnotationCard;

/// What the user wrote about one target, one card below the other; kept up to date by itself.
class AnnotationSection : public QWidget {
  Q_OBJECT

 public:
  enum class Form {
    Strip,    ///< below a card of the note: only what there is; hidden while there is nothing
    Complete  ///< on the card of a part: with a title and buttons to add
  };

  AnnotationSection(Session& session, TargetId target, Form form, QWidget* parent = nullptr);

  [[nodiscard]] const TargetId& target() const { return m_target; }
  [[nodiscard]] int count() const { return static_cast<int>(m_cards.size()); }

 private:
  void makeButtons();
  void read();
  void addCard(const ops::PlacedAnnotation& annotation);
  void highlight(annotations::Colour colour);

  Session& m_session;
  TargetId m_target;
  Form m_form;
  QVBoxLayout* m_column;
  std::vector<AnnotationCard*> m_cards;
};

}  // namespace phaseboard::ui
