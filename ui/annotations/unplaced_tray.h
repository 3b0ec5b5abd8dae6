// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

#include "ui/bridge/session.h"

class QVBoxLayout;

namespace phaseboard::ui {

/// Annotations whose place is gone, each with the place that is most like it. One click, or Enter
/// on the button, attaches it again.
class UnplacedTray : public QScrollArea {
  Q_OBJECT

 public:
  explicit UnplacedTray(Session& session, QWidget* parent = nullptr);

  /// Shows what is there now; how many there are.
  int read();

 private:
  QWidget* makeCard(const ops::PlacedAnnotation& annotation);
  void attach(const annotations::AnnotationId& id, const TargetId& target);
  void choosePlace(const annotations::AnnotationId& id);

  Session& m_session;
};

}  // namespace phaseboard::ui
