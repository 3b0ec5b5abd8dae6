// SPDX-License-Identifier: Apache-2.0
#include "ui/study/compared_note.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/study/note_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

ComparedNote::ComparedNote(Session& session, QWidget* parent)
    : QWidget(parent),
      m_words(new Label(QString(), TextRole::Small, Tone::Muted)),
      m_view(new NoteView(session, this)) {
  setObjectName(QStringLiteral("comparedNote"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGrid, 12, kGrid, 0);
  column->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(2 * kGrid, 0, kGrid, 0);
  head->setSpacing(12);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  auto* title = new Label(tr("The note beside your answer"), TextRole::Heading);
  title->setElided(true);
  m_words->setObjectName(QStringLiteral("comparedWords"));
  m_words->setWordWrap(true);
  words->addWidget(title);
  words->addWidget(m_words);
  head->addLayout(words, 1);
  auto* close = new GlyphButton(Glyph::Close, tr("Back to the figure"), this);
  connect(close, &GlyphButton::clicked, this, &ComparedNote::closed);
  head->addWidget(close, 0, Qt::AlignTop);
  column->addLayout(head);
  m_view->setObjectName(QStringLiteral("comparedNoteView"));
  m_view->setAccessibleName(tr("The note beside your answer"));
  column->addWidget(m_view, 1);
  connect(m_view, &PageView::blockMade, this, &ComparedNote::outline);
  connect(m_view->tell(), &NoteSignals::linkActivated, this, &ComparedNote::linkActivated);
}

void ComparedNote::showNote(const content::Note& note, const std::vector<ItemId>& said) {
  m_points.clear();
  for (const content::KeyPoint& point : note.keyPoints)
    m_points.push_back(point.id);
  m_said = {said.begin(), said.end()};
  m_view->showNote(note);
  setSaid(said);
}

void ComparedNote::setSaid(const std::vector<ItemId>& said) {
  m_said = {said.begin(), said.end()};
  m_words->setText(tr("%1 of %2 key points seem to be in your answer; they are outlined.")
                       .arg(said.size())
                       .arg(m_points.size()));
  if (m_view->page() == nullptr)
    return;
  for (auto* block : m_view->page()->findChildren<Card*>())
    outline(block);
}

void ComparedNote::outline(QWidget* block) const {
  const auto target = targetOfBlock(block);
  auto* card = qobject_cast<Card*>(block);
  if (!target || card == nullptr)
    return;
  const ItemId item{target->value()};
  if (std::find(m_points.begin(), m_points.end(), item) != m_points.end())
    card->setChosen(m_said.contains(item));
}

}  // namespace phaseboard::ui
