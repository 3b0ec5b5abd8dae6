// SPDX-License-Identifier: Apache-2.0
#include "ui/study/answer_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QTextBlock>
#include <QUrl>
#include <QVBoxLayout>

#include "app/answers/history.h"
#include "app/mock/mentions.h"
#include "app/mock/words.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/study/answer_editor.h"
#include "ui/study/answer_preview.h"
#include "ui/study/conflict_dialog.h"
#include "ui/study/draft_keeper.h"
#include "ui/study/format_bar.h"
#include "ui/study/key_point_list.h"
#include "ui/study/notice_bar.h"
#include "ui/study/target_line.h"
#include "ui/study/versions_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

AnswerPanel::AnswerPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_keeper(new DraftKeeper(session, this)) {
  build();
  connectParts();
}

void AnswerPanel::connectParts() {
  connect(m_editor, &AnswerEditor::textChanged, this, &AnswerPanel::onTyped);
  connect(m_editor, &AnswerEditor::focusLeft, this, &AnswerPanel::commit);
  connect(m_keeper, &DraftKeeper::kept, this, &AnswerPanel::updateHead);
  connect(m_preview, &AnswerPreview::linkActivated, this, &AnswerPanel::linkActivated);
  connect(m_points, &KeyPointList::tickChanged, this, [this](const ItemId& point, bool ticked) {
    m_session.perform([&](ops::Desk& desk) { return desk.tickKeyPoint(m_key, point, ticked); });
  });
  connect(m_points, &KeyPointList::opened, this, &AnswerPanel::updateSaid);
  connect(m_points, &KeyPointList::gradeRequested, this, &AnswerPanel::gradePhase);
  connect(m_notice, &NoticeBar::firstChosen, this, [this] {
    m_notice->hide();
    if (m_otherDraft)
      setText(toQt(m_otherDraft->text));
    m_otherDraft.reset();
    commit();
  });
  connect(m_notice, &NoticeBar::secondChosen, this, [this] {
    if (!m_otherDraft)
      return showConflict();
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
  column->setSpacing(kGrid);
  column->addWidget(makeHead());
  m_notice = new NoticeBar(this);
  column->addWidget(m_notice);
  m_editor = new AnswerEditor(this);
  m_editor->setReferences([this](const QString& typed) { return fittingReferences(typed); });
  m_editor->setPictureTaker([this](const TakenImage& taken) { addPicture(taken); });
  m_formats = new FormatBar(m_editor, this);
  column->addWidget(m_formats);
  addActions(m_formats->commands());
  column->addWidget(m_editor, 1);
  m_preview = new AnswerPreview(m_session, this);
  m_preview->hide();
  column->addWidget(m_preview, 1);
  m_target = new TargetLine(this);
  column->addWidget(m_target);
  m_points = new KeyPointList(m_session.formulas(), this);
  column->addWidget(m_points);
}

QWidget* AnswerPanel::makeHead() {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  m_state = new Label(QString(), TextRole::Small, Tone::Muted);
  m_state->setElided(true);
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

const QList<QAction*>& AnswerPanel::formatCommands() const {
  return m_formats->commands();
}

QString AnswerPanel::text() const {
  return m_editor->toPlainText();
}

void AnswerPanel::open(const answers::AnswerKey& key,
                       const std::vector<content::KeyPoint>& points) {
  if (key == m_key)
    return;
  commit();
  if (key.question != m_key.question)
    m_referables.reset();
  m_key = key;
  m_keyPoints = points;
  m_points->setPoints(points);
  m_points->setGradable(m_session.pack().prompt(phasePrompt()).has_value());
  load();
  loadTicks();
}

void AnswerPanel::rewordPoints(const std::vector<content::KeyPoint>& points) {
  const bool wasOpen = m_points->isOpen();
  m_keyPoints = points;
  m_points->setPoints(points);
  m_points->setOpen(wasOpen);
  loadTicks();
  updateSaid();
}

PromptId AnswerPanel::phasePrompt() const {
  return review::promptId(review::PromptKind::AnswerPhase,
                          content::noteTarget(m_key.question, m_key.phase));
}

std::vector<ops::Referable> AnswerPanel::fittingReferences(const QString& typed) {
  constexpr std::size_t kMostListed = 40;
  if (!m_referables)
    m_referables = m_session.read(ops::Referables::read(m_session.pack(), m_key.question));
  return m_referables ? m_referables->fitting(fromQt(typed), m_key.phase, kMostListed)
                      : std::vector<ops::Referable>();
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
  else
    tellOfConflict();
  updateHead();
}

void AnswerPanel::tellOfConflict() {
  const auto versions = m_session.read(m_session.notebook().versions(m_key));
  if (versions && answers::openEnds(*versions).size() > 1)
    m_notice->show(
        tr("This answer was edited on two devices. Both texts are kept; the later one is "
           "shown."),
        QString(), tr("Compare them…"));
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
  m_times[m_key].noteKey(m_session.now());
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
  updateSaid();
}

void AnswerPanel::refresh(const ops::Changes& changes) {
  if (changes.touches(ops::Aspect::Ticks))
    loadTicks();
  if (changes.touches(ops::Aspect::Images))
    m_preview->refreshImages();
  if (changes.touches(ops::Aspect::Settings))
    updateHead();
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
  const ports::Settings& settings = m_session.settings();
  m_target->show(m_editor->wordCount(), m_times[m_key].spent(),
                 answers::targetOf(m_session.pack().framework(), settings.stageMinutes, m_key.phase,
                                   settings.wordsPerMinute));
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
  if (!m_preview->isHidden())
    m_preview->setMarkdown(m_editor->toPlainText(), m_editor->textCursor().position());
}

std::vector<ItemId> AnswerPanel::saidPoints() const {
  const auto concepts = m_session.pack().concepts();
  std::vector<ItemId> said;
  if (!concepts)
    return said;
  const std::string plain = mock::withoutMarks(fromQt(text()));
  for (const mock::Mention& mention :
       mock::findMentions(plain, mock::soughtIn(m_keyPoints, *concepts)))
    if (mention.isFound)
      said.emplace_back(mention.id);
  return said;
}

void AnswerPanel::updateSaid() {
  if (m_points->isOpen())
    m_points->setSaid(saidPoints());
}

void AnswerPanel::gradePhase() {
  const auto rating = m_points->suggested();
  if (!rating)
    return m_points->setOpen(true);
  const auto prompt = m_session.read(m_session.pack().prompt(phasePrompt()));
  if (!prompt)
    return;
  commit();
  const ops::PhaseAttempt attempt{fromQt(committedText()), m_points->ticked()};
  m_session.perform([&](ops::Desk& desk) {
    return desk.answerPhase(*prompt, attempt, *rating, m_times[m_key].spent());
  });
}

void AnswerPanel::addPicture(const TakenImage& taken) {
  if (!taken.image)
    return Q_EMIT said(taken.trouble);
  const auto added = m_session.runOnImages(
      [&](ops::ImageOperations& images) { return images.addImage(m_key, *taken.image); });
  if (!added) {
    if (added.error().subject == "images")
      Q_EMIT said(tr("An answer holds %1 pictures, a notebook %2; no more fit in.")
                      .arg(answers::kMostImagesOfAnswer)
                      .arg(answers::kMostImages));
    return;
  }
  m_editor->insertParagraph(
      QStringLiteral("![%1](notebook:image/%2)").arg(tr("Picture"), toQt(added->image.value())));
}

void AnswerPanel::showMode(int mode) {
  for (int i = 0; i < static_cast<int>(m_modes.size()); ++i)
    m_modes[static_cast<std::size_t>(i)]->setChecked(i == mode);
  m_editor->setVisible(mode != 1);
  m_formats->setVisible(mode != 1);
  m_preview->setVisible(mode != 0);
  updatePreview();
}

void AnswerPanel::startWriting() {
  if (m_editor->isHidden())
    showMode(0);
  m_editor->setFocus();
}

void AnswerPanel::showConflict() {
  commit();
  const auto versions = m_session.read(m_session.notebook().versions(m_key));
  if (!versions)
    return;
  const auto ends = answers::openEnds(*versions);
  if (ends.size() < 2)
    return Q_EMIT said(tr("This answer was not edited on two devices."));
  const auto text = settleConflict(m_session, ends, this);
  if (text && m_session.perform([&](ops::Desk& desk) { return desk.settleAnswer(m_key, *text); }))
    load();
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
