// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include <QWidget>

#include "app/content/model.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

class Label;
class NoteView;

/// The note beside one's own answer, with the key points outlined that the answer seems to say.
class ComparedNote : public QWidget {
  Q_OBJECT

 public:
  explicit ComparedNote(Session& session, QWidget* parent = nullptr);

  void showNote(const content::Note& note, const std::vector<ItemId>& said);
  /// The answer was changed.
  void setSaid(const std::vector<ItemId>& said);

 Q_SIGNALS:
  void closed();
  void linkActivated(const QUrl& target);

 private:
  void outline(QWidget* block) const;

  std::set<ItemId> m_said;
  std::vector<ItemId> m_points;
  Label* m_words;
  NoteView* m_view;
};

}  // namespace phaseboard::ui
