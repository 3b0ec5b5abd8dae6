// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>
#include <QStringList>
#include <QUrl>

#include "app/ops/referables.h"
#include "ui/bridge/session.h"

class QVBoxLayout;

namespace phaseboard::ui {

class TextBlock;

/// An answer, typeset, with its references as links under their ids of today and its images.
///
/// It is made of one text for each piece between empty lines; while one is typed, only the piece
/// that changed is set anew, so that a long answer costs no more than a short one.
class AnswerPreview : public QScrollArea {
  Q_OBJECT

 public:
  explicit AnswerPreview(Session& session, QWidget* parent = nullptr);

  void setMarkdown(const QString& markdown);
  /// Looks images up again.
  void refreshImages();
  [[nodiscard]] const std::vector<TextBlock*>& blocks() const { return m_blocks; }

 Q_SIGNALS:
  void linkActivated(const QUrl& target);

 private:
  TextBlock* makeBlock(const QString& markdown);

  Session& m_session;
  ops::ReferenceResolver m_resolver;
  QVBoxLayout* m_column;
  QStringList m_texts;
  std::vector<TextBlock*> m_blocks;
};

}  // namespace phaseboard::ui
