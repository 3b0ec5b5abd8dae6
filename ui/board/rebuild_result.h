// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "app/board/document.h"
#include "app/content/model.h"
#include "app/ops/board_operations.h"
#include "app/ops/rebuild.h"
#include "ui/widgets/text_block.h"

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace phaseboard::ui {

class DiagramView;
class Label;
class Segments;

/// What came of a rebuild: the figure with what was missed, turned round or added drawn over it,
/// the same in words, and the grades that follow, to be confirmed.
class RebuildResult : public QWidget {
  Q_OBJECT

 public:
  explicit RebuildResult(QWidget* parent = nullptr);

  /// Whether the review waits for this rebuild.
  void setAsked(bool isAsked) { m_isAsked = isAsked; }

  /// @param isGraded  the grades were confirmed before: only shown
  void showResult(const content::Diagram& reference, const board::Document& document,
                  const ops::RebuildJudgement& judgement, bool isGraded);

  [[nodiscard]] DiagramView& view() { return *m_view; }

 Q_SIGNALS:
  void confirmed(double score, const std::vector<phaseboard::ops::ConfirmedGrade>& grades);
  void backRequested();   ///< to the board, to go on drawing
  void againRequested();  ///< to rebuild the figure once more
  void studyRequested();  ///< to the figure in Study
  void reviewRequested();

 private:
  void listFindings(const content::Diagram& reference, const board::Document& document);
  void listGrades(const content::Diagram& reference, bool isGraded);
  void addFindings(const QString& heading, Tone tone, const QStringList& words);
  void confirm();

  DiagramView* m_view;
  Label* m_score;
  Label* m_sentence;
  QVBoxLayout* m_findings;
  QVBoxLayout* m_grades;
  Segments* m_whole = nullptr;
  std::vector<std::pair<QCheckBox*, std::size_t>> m_parts;  ///< and the place of its grade
  QPushButton* m_confirm;
  QPushButton* m_review;
  QPushButton* m_again;
  QPushButton* m_back;
  bool m_isAsked = false;
  ops::RebuildJudgement m_judgement;
};

}  // namespace phaseboard::ui
