// SPDX-License-Identifier: Apache-2.0
#include "ui/study/answer_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/study/answer_editor.h"
#include "ui/study/draft_keeper.h"
#include "ui/study/key_point_list.h"
#include "ui/study/notice_bar.h"
#include "ui/study/versions_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

AnswerPanel::AnswerPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_keeper(new DraftKeeper(session, this)) {
  build();
  connect(m_editor, &AnswerEditor::textChanged, this, &AnswerPanel::onTyped);
  connect(m_editor, &AnswerEditor::focusLeft, this, &AnswerPanel::commit);
  connect(m_keeper, &DraftKeeper::kept, this, &AnswerPanel::updateHead);
  connect(m_points, &KeyPointList::tickChanged, this, [this](const ItemId& point, bool ticked) {
    m_session.perform([&](ops::Desk& desk) { return desk.tickKeyPoint(m_key, point, ticked); });
  });
  connect(m_notice, &NoticeBar::firstChosen, this, [this] {
    m_notice->hide();
    if (m_otherDraft)
      setText(toQt(m_otherDraft->text));
    m_otherDraft.reset();
    commit();
  });
  connect(m_notice, &NoticeBar::secondChosen, this, [this] {
    m_notice->hide();
    m_otherDraft.reset();
    m_keeper->drop();
    if (m_session.perform([&](ops::Desk& desk) { return desk.discardDraft(m_key); }))
      load();
  });
}

void AnswerPanel::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
  column->setSpacing(12);
  column->addWidget(makeHead());
  m_notice = new NoticeBar(this);
  column->addWidget(m_notice);
  m_editor = new AnswerEditor(this);
  column->addWidget(m_editor, 1);
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* page = new QWidget;
  auto* pageColumn = new QVBoxLayout(page);
  pageColumn->setContentsMargins(8, 4, 8, 8);
  m_preview = new TextBlock(m_session.formulas(), page);
  pageColumn->addWidget(m_preview);
  pageColumn->addStretch(1);
  area->setWidget(page);
  area->hide();
  m_previewArea = area;
  column->addWidget(area, 1);
  m_points = new KeyPointList(m_session.formulas(), this);
  column->addWidget(m_points);
}

QWidget* AnswerPanel::makeHead() {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  m_words = new Label(QString(), TextRole::Small, Tone::Muted);
  m_state = new Label(QString(), TextRole::Small, Tone::Muted);
  m_state->setElided(true);
  row->addWidget(m_words);
  row->addSpacing(kGrid);
  row->addWidget(m_state, 1);
  const std::array<std::pair<Glyph, QString>, 3> modes{{{Glyph::Pencil, tr("Write")},
                                                        {Glyph::Eye, tr("Preview")},
                                                        {Glyph::Columns, tr("Write and preview")}}};
  for (std::size_t i = 0; i < modes.size(); ++i) {
    m_modes[i] = new GlyphButton(modes[i].first, modes[i].second, head);
    m_modes[i]->setCheckable(true);
    m_modes[i]->setChecked(i == 0);
    connect(m_modes[i], &GlyphButton::clicked, this, [this, i] { showMode(static_cast<int>(i)); });
    row->addWidget(m_modes[i]);
  }
  auto* versions = new GlyphButton(Glyph::History, tr("Versions"), head);
  connect(versions, &GlyphButton::clicked, this, &AnswerPanel::showVersions);
  row->addWidget(versions);
  return head;
}

void AnswerPanel::open(const answers::AnswerKey& key,
                       const std::vector<content::KeyPoint>& points) {
  if (key == m_key)
    return;
  commit();
  m_key = key;
  m_points->setPoints(points);
  load();
  loadTicks();
}

QString AnswerPanel::committedText() const {
  return m_version ? toQt(m_version->text) : QString();
}

void AnswerPanel::load() {
  m_version = m_session.read(m_session.notebook().currentAnswer(m_key)).value_or(std::nullopt);
  m_otherDraft.reset();
  m_notice->hide();
  const std::optional<answers::VersionId> base =
      m_version ? std::optional(m_version->id) : std::nullopt;
  m_keeper->begin(m_key, base);
  setText(committedText());
  const auto draft = m_session.read(m_session.notebook().draft(m_key)).value_or(std::nullopt);
  if (draft && toQt(draft->text) != committedText())
    offerDraft(*draft);
  updateHead();
}

void AnswerPanel::offerDraft(const answers::Draft& draft) {
  const QString when = momentText(draft.savedAt, m_session.clock());
  const bool isOfTheAnswer =
      m_version ? draft.basedOn == m_version->id : !draft.basedOn.has_value();
  m_otherDraft = draft;
  if (isOfTheAnswer) {
    setText(toQt(draft.text));
    m_notice->show(tr("Your unfinished text of %1 is back.").arg(when), tr("Save it"),
                   tr("Throw it away"));
    return;
  }
  m_notice->show(tr("There is unfinished text of %1, written before the answer below was saved. "
                    "Taking it keeps the answer below as an earlier version.")
                     .arg(when),
                 tr("Take the unfinished text"), tr("Keep the answer"));
}

void AnswerPanel::loadTicks() {
  if (const auto ticked = m_session.read(m_session.notebook().tickedKeyPoints(m_key)))
    m_points->setTicked(*ticked);
}

void AnswerPanel::setText(const QString& text) {
  if (m_editor->toPlainText() == text)
    return;
  m_text = text;
  m_editor->setPlainText(text);
  updatePreview();
}

void AnswerPanel::onTyped() {
  const QString text = m_editor->toPlainText();
  if (text == m_text || m_key.question.value().empty())
    return;
  m_text = text;
  m_keeper->typed(text);
  updatePreview();
  updateHead();
}

void AnswerPanel::commit() {
  if (m_key.question.value().empty())
    return;
  const QString text = m_editor->toPlainText();
  const bool undecided = m_otherDraft && toQt(m_otherDraft->text) != text;
  if (undecided && !m_keeper->isPending())
    return;
  if (text == committedText()) {
    m_keeper->drop();
    return;
  }
  const bool written =
      m_session.perform([&](ops::Desk& desk) { return desk.writeAnswer(m_key, fromQt(text)); });
  if (!written)
    return;  // the draft stays pending and is tried again
  m_keeper->drop();
  m_otherDraft.reset();
  m_notice->hide();
  m_version = m_session.read(m_session.notebook().currentAnswer(m_key)).value_or(std::nullopt);
  m_keeper->setBase(m_version ? std::optional(m_version->id) : std::nullopt);
  updateHead();
}

void AnswerPanel::refresh(const ops::Changes& changes) {
  if (changes.touches(ops::Aspect::Ticks))
    loadTicks();
  const bool mine =
      std::find(changes.answers.begin(), changes.answers.end(), m_key) != changes.answers.end();
  if (!changes.touches(ops::Aspect::Answer) || !mine || m_keeper->isPending())
    return;
  const auto current =
      m_session.read(m_session.notebook().currentAnswer(m_key)).value_or(std::nullopt);
  const bool same =
      current.has_value() == m_version.has_value() && (!current || current->id == m_version->id);
  if (!same)
    load();
}

void AnswerPanel::updateHead() {
  const int words = m_editor->wordCount();
  m_words->setText(words == 1 ? tr("1 word") : tr("%1 words").arg(words));
  if (m_keeper->isPending())
    m_state->setText(tr("Typing…"));
  else if (m_editor->toPlainText() != committedText())
    m_state->setText(tr("Kept as a draft"));
  else if (m_version)
    m_state->setText(tr("Saved %1").arg(momentText(m_version->writtenAt, m_session.clock())));
  else
    m_state->setText(QString());
}

void AnswerPanel::updatePreview() {
  if (m_previewArea->isVisible())
    m_preview->setMarkdown(m_editor->toPlainText());
}

void AnswerPanel::showMode(int mode) {
  for (int i = 0; i < static_cast<int>(m_modes.size()); ++i)
    m_modes[static_cast<std::size_t>(i)]->setChecked(i == mode);
  m_editor->setVisible(mode != 1);
  m_previewArea->setVisible(mode != 0);
  updatePreview();
}

void AnswerPanel::startWriting() {
  if (m_editor->isHidden())
    showMode(0);
  m_editor->setFocus();
}

void AnswerPanel::showVersions() {
  commit();
  const auto versions = m_session.read(m_session.notebook().versions(m_key));
  if (!versions)
    return;
  const auto chosen = chooseVersion(m_session, *versions, this);
  if (chosen &&
      m_session.perform([&](ops::Desk& desk) { return desk.restoreAnswer(m_key, *chosen); }))
    load();
}

}  // namespace phaseboard::ui
