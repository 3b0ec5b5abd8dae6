// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>
#include <QStringList>
#include <QUrl>

#include "app/ops/referables.h"
#include "ui/bridge/session.h"

class QVBoxLayout;

namespace phaseboard::ui {

class Label;
class TextBlock;

/// An answer, typeset, with its references as links under their ids of today and its images.
///
/// It is made of one text for each piece between empty lines; while one is typed, only the piece
/// that changed is set anew, so that a long answer costs no more than a short one. Of one with more
/// than `kMostPieces` those around the cursor are shown, and it is said how many are not.
class AnswerPreview : public QScrollArea {
  Q_OBJECT

 public:
  explicit AnswerPreview(Session& session, QWidget* parent = nullptr);

  static constexpr qsizetype kMostPieces = 100;

  /// @param cursor  where one writes, in characters
  void setMarkdown(const QString& markdown, qsizetype cursor = 0);
  /// Looks images up again.
  void refreshImages();
  [[nodiscard]] const std::vector<TextBlock*>& blocks() const { return m_blocks; }

 Q_SIGNALS:
  void linkActivated(const QUrl& target);

 private:
  TextBlock* makeBlock(const QString& markdown);
  void showTexts(const QStringList& texts);
  void tellLeftOut(qsizetype above, qsizetype below);

  Session& m_session;
  ops::ReferenceResolver m_resolver;
  QVBoxLayout* m_column;
  Label* m_above;
  Label* m_below;
  qsizetype m_first = 0;  ///< of all pieces, the first that is shown
  QStringList m_texts;
  std::vector<TextBlock*> m_blocks;
};

}  // namespace phaseboard::ui
