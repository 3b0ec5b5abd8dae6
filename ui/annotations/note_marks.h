// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "app/annotations/placement.h"
#include "ui/bridge/session.h"

class QMenu;

namespace phaseboard::ui {

class NoteView;
class TextBlock;

/// Shows the annotations in a note: passages as if marked with a pen, and below each item what was
/// written about it. Adds to the menus of the texts.
class NoteMarks : public QObject {
  Q_OBJECT

 public:
  /// `view` outlives it and tells when blocks are made.
  NoteMarks(Session& session, NoteView* view);

  /// The passage that is selected in the note; nothing without a selection.
  [[nodiscard]] std::optional<annotations::Anchor> selectedPassage() const;

  /// Marks the selection in a colour, or with the pen that was used last. False without one.
  bool highlightSelection(std::optional<annotations::Colour> colour = {});

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void dress(QWidget* block);
  void listen(TextBlock* text, const TargetId& target);
  void refresh();
  void markAll(const TargetId& target);
  void fillMenu(TextBlock* text, const TargetId& target, QMenu* menu);
  [[nodiscard]] std::vector<TextBlock*> textsOf(const TargetId& target) const;
  [[nodiscard]] std::optional<annotations::Anchor> passageIn(const TextBlock* text,
                                                             const TargetId& target) const;

  Session& m_session;
  NoteView* m_view;
  annotations::Colour m_pen = annotations::Colour::Yellow;
};

}  // namespace phaseboard::ui
