// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/answer_sheet.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/mock/answer_tabs.h"
#include "ui/mock/mock_words.h"
#include "ui/mock/rehearsal.h"
#include "ui/study/answer_editor.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

AnswerSheet::AnswerSheet(Session& session, Rehearsal& rehearsal, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_rehearsal(rehearsal),
      m_column(new QVBoxLayout(this)),
      m_pages(new QStackedWidget(this)) {
  m_column->setContentsMargins(kGrid, kGrid, 2 * kGrid, 2 * kGrid);
  m_column->setSpacing(kGrid);
  m_pages->addWidget(makePhasePage());
  m_pages->addWidget(makeFollowUpPage());
  m_column->addWidget(m_pages, 1);
}

QWidget* AnswerSheet::makePhasePage() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGrid);
  m_purpose = new Label({}, TextRole::Small, Tone::Muted);
  m_purpose->setWordWrap(true);
  column->addWidget(m_purpose);
  m_editor = new AnswerEditor(page);
  m_editor->setObjectName(QStringLiteral("mockAnswer"));
  column->addWidget(m_editor, 1);
  connect(m_editor, &AnswerEditor::textChanged, this, [this] {
    if (!m_name.empty())
      m_rehearsal.write(m_name, m_editor->toPlainText());
  });
  connect(m_editor, &AnswerEditor::focusLeft, &m_rehearsal, &Rehearsal::keepNow);
  return page;
}

QWidget* AnswerSheet::makeFollowUpPage() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  auto* none = new EmptyState(
      Glyph::Question, tr("No follow-up yet"),
      tr("They arise by themselves while you work. You can also ask for one."), page);
  QPushButton* first = none->addAction(tr("Ask me one"));
  connect(first, &QPushButton::clicked, &m_rehearsal, &Rehearsal::showFollowUp);
  m_none = none;
  m_some = new QWidget(page);
  auto* some = new QVBoxLayout(m_some);
  some->setContentsMargins(0, 0, 0, 0);
  some->setSpacing(kGrid);
  m_count = new Label({}, TextRole::Small, Tone::Muted);
  some->addWidget(m_count);
  auto* card = new Card;
  card->setRole(style::Role::Tensor);
  m_question = new TextBlock(m_session.formulas(), card);
  m_question->setObjectName(QStringLiteral("followUpQuestion"));
  card->column()->addWidget(m_question);
  some->addWidget(card);
  m_reply = new AnswerEditor(m_some);
  m_reply->setObjectName(QStringLiteral("followUpAnswer"));
  m_reply->setAccessibleName(tr("My answer to the follow-up"));
  m_reply->setPlaceholderText(tr("Say it aloud, and note the points here."));
  some->addWidget(m_reply, 1);
  auto* row = new QHBoxLayout;
  m_before = makeButton(tr("Earlier"), ButtonKind::Quiet, m_some);
  m_after = makeButton(tr("Later"), ButtonKind::Quiet, m_some);
  auto* more = makeButton(tr("One more"), ButtonKind::Plain, m_some);
  more->setObjectName(QStringLiteral("moreFollowUps"));
  m_done = makeButton(tr("Answered"), ButtonKind::Primary, m_some);
  m_done->setObjectName(QStringLiteral("followUpDone"));
  row->addWidget(m_before);
  row->addWidget(m_after);
  row->addStretch(1);
  row->addWidget(more);
  row->addWidget(m_done);
  some->addLayout(row);
  column->addWidget(none, 1);
  column->addWidget(m_some, 1);
  connect(m_before, &QPushButton::clicked, this, [this] { openFollowUp(m_followUp - 1); });
  connect(m_after, &QPushButton::clicked, this, [this] { openFollowUp(m_followUp + 1); });
  connect(more, &QPushButton::clicked, &m_rehearsal, &Rehearsal::showFollowUp);
  connect(m_done, &QPushButton::clicked, this, &AnswerSheet::answerFollowUp);
  connect(m_reply, &AnswerEditor::textChanged, this, [this] {
    const auto shown = m_rehearsal.standing().followUpsShown;
    if (m_followUp >= 0 && m_followUp < static_cast<int>(shown.size()))
      m_rehearsal.write(mock::textOfFollowUp(shown[static_cast<std::size_t>(m_followUp)]),
                        m_reply->toPlainText());
  });
  connect(m_reply, &AnswerEditor::focusLeft, &m_rehearsal, &Rehearsal::keepNow);
  return page;
}

void AnswerSheet::load() {
  delete m_tabs;
  m_phases.clear();
  QStringList names;
  for (const framework::Phase& phase : m_session.pack().framework().phases) {
    if (!m_rehearsal.info().plan.hasPhase(phase.id))
      continue;
    m_phases.push_back(phase.id);
    names.push_back(toQt(phase.shortTitle));
  }
  names.push_back(tr("Follow-ups"));
  m_tabs = new AnswerTabs(names, this);
  m_column->insertWidget(0, m_tabs);
  connect(m_tabs, &AnswerTabs::chosen, this, &AnswerSheet::choose);
  m_followUp = -1;
  loadFollowUps();
  const auto phase = m_rehearsal.standing().phase;
  if (phase)
    showPhase(*phase);
  else
    showFollowUps();
}

void AnswerSheet::choose(int tab) {
  if (tab < followUpTab()) {
    const PhaseId phase = m_phases[static_cast<std::size_t>(tab)];
    m_rehearsal.moveTo(phase);
    showPhase(phase);
  } else {
    showFollowUps();
  }
  focusEditor();
}

void AnswerSheet::showPhase(const PhaseId& phase) {
  const auto place = std::find(m_phases.begin(), m_phases.end(), phase);
  if (place == m_phases.end())
    return;
  m_tabs->setCurrent(static_cast<int>(place - m_phases.begin()));
  m_pages->setCurrentIndex(0);
  const std::string name = mock::textOf(phase);
  if (name == m_name && m_editor->toPlainText() == m_rehearsal.text(name))
    return;
  m_name.clear();  // what is put into the editor was not typed
  m_editor->setPlainText(m_rehearsal.text(name));
  m_name = name;
  m_editor->moveCursor(QTextCursor::End);
  const framework::Phase* shown = m_session.pack().framework().phase(phase);
  m_purpose->setText(shown ? toQt(shown->purpose) : QString());
}

void AnswerSheet::showFollowUps() {
  m_tabs->setCurrent(followUpTab());
  m_pages->setCurrentIndex(1);
  updateBadge();
}

void AnswerSheet::onFollowUpShown() {
  loadFollowUps();
  openFollowUp(static_cast<int>(m_rehearsal.standing().followUpsShown.size()) - 1);
}

void AnswerSheet::loadFollowUps() {
  const auto shown = m_rehearsal.standing().followUpsShown;
  m_none->setVisible(shown.empty());
  m_some->setVisible(!shown.empty());
  if (!shown.empty() && m_followUp < 0)
    openFollowUp(static_cast<int>(shown.size()) - 1);
  updateBadge();
}

void AnswerSheet::openFollowUp(int index) {
  const mock::Standing now = m_rehearsal.standing();
  const auto count = static_cast<int>(now.followUpsShown.size());
  if (index < 0 || index >= count)
    return;
  m_followUp = -1;
  const std::string& id = now.followUpsShown[static_cast<std::size_t>(index)];
  const mock::FollowUp* followUp = m_rehearsal.followUp(id);
  m_question->setMarkdown(followUp ? questionWords(*followUp) : QString());
  m_reply->setPlainText(m_rehearsal.text(mock::textOfFollowUp(id)));
  m_reply->moveCursor(QTextCursor::End);
  m_followUp = index;
  m_count->setText(tr("Follow-up %1 of %2").arg(index + 1).arg(count));
  m_before->setVisible(index > 0);
  m_after->setVisible(index + 1 < count);
  const bool isAnswered = std::find(now.followUpsAnswered.begin(), now.followUpsAnswered.end(),
                                    id) != now.followUpsAnswered.end();
  m_done->setEnabled(!isAnswered);
  updateBadge();
}

void AnswerSheet::answerFollowUp() {
  const auto shown = m_rehearsal.standing().followUpsShown;
  if (m_followUp < 0 || m_followUp >= static_cast<int>(shown.size()))
    return;
  m_rehearsal.answerFollowUp(shown[static_cast<std::size_t>(m_followUp)]);
  openFollowUp(static_cast<int>(m_rehearsal.standing().followUpsShown.size()) - 1);
}

void AnswerSheet::updateBadge() {
  const mock::Standing now = m_rehearsal.standing();
  if (m_tabs)
    m_tabs->setBadge(followUpTab(), static_cast<int>(now.followUpsShown.size()) -
                                        static_cast<int>(now.followUpsAnswered.size()));
}

void AnswerSheet::focusEditor() {
  if (m_pages->currentIndex() == 0)
    m_editor->setFocus();
  else if (m_some->isVisible())
    m_reply->setFocus();
}

}  // namespace phaseboard::ui
