// SPDX-License-Identifier: Apache-2.0
#include "ui/review/prompt_view.h"

#include <algorithm>
#include <memory>

#include <QApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include "diagrams/scene/scene.h"
#include "ui/bridge/text.h"
#include "ui/review/answer_input.h"
#include "ui/review/kind_words.h"
#include "ui/review/option_list.h"
#include "ui/review/part_ring.h"
#include "ui/review/tick_list.h"
#include "ui/study/notice_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

constexpr int kTextWidth = 760;
constexpr int kLeadRow = 2;         ///< the space above a question without a figure
constexpr double kMostWords = 0.4;  ///< of the height, when a figure stands above them

scene::Look lookFor(const review::PromptSheet& sheet) {
  scene::Look look;
  for (const PartId& part : sheet.covered)
    look.set(part, scene::Emphasis::Masked);
  for (const PartId& part : sheet.marked)
    look.set(part, scene::Emphasis::Selected);
  look.setMaskedEdgeLabels(sheet.coversEdgeLabels);
  return look;
}

}  // namespace

PromptView::PromptView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_kind(new Chip(QString(), style::Role::Service, this)),
      m_from(new Label(QString(), TextRole::Small, Tone::Muted, this)),
      m_changed(new NoticeBar(this)),
      m_figure(new DiagramView(this)),
      m_ring(new PartRing(m_figure)),
      m_ask(new TextBlock(session.formulas(), this)),
      m_input(new AnswerInput(this)),
      m_answerCard(new Card(this)),
      m_answer(new TextBlock(session.formulas(), m_answerCard)),
      m_ticks(new TickList(session.formulas(), m_answerCard)) {
  setAccessibleName(tr("Prompt"));
  build();
  connect(m_ask, &TextBlock::linkActivated, this, &PromptView::linkActivated);
  connect(m_answer, &TextBlock::linkActivated, this, &PromptView::linkActivated);
  connect(m_input, &AnswerInput::answered, this, &PromptView::answered);
  connect(m_input, &AnswerInput::drawRequested, this, &PromptView::drawRequested);
  connect(m_input, &AnswerInput::textWritten, this, &PromptView::textWritten);
  connect(m_ticks, &TickList::tickChanged, this, &PromptView::ticksChanged);
  connect(m_figure, &DiagramView::partActivated, this, &PromptView::click);
  connect(m_changed, &NoticeBar::firstChosen, this, [this] {
    m_changed->hide();
    Q_EMIT freshStartRequested();
  });
  connect(m_changed, &NoticeBar::secondChosen, m_changed, &QWidget::hide);
}

void PromptView::build() {
  m_changed->hide();
  m_figure->setObjectName(QStringLiteral("promptFigure"));
  atTextSize(m_figure, [this] { m_figure->setMinimumHeight(scaled(220)); });
  m_figure->installEventFilter(this);
  m_ask->setObjectName(QStringLiteral("ask"));
  m_ask->setRole(TextRole::Title);
  m_answer->setObjectName(QStringLiteral("answer"));
  m_answerCard->column()->addWidget(m_answer);
  m_answerCard->column()->addWidget(m_ticks);

  auto* asking = new QHBoxLayout;
  asking->addStretch(1);
  asking->addWidget(m_ask, 1000);
  asking->addStretch(1);

  m_rows = new QVBoxLayout(this);
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(14);
  m_rows->addWidget(makeHead());
  m_rows->addWidget(m_changed);
  m_rows->addStretch();
  m_rows->addLayout(asking);
  m_rows->addWidget(m_figure, 1);
  m_rows->addWidget(m_input);
  m_rows->addWidget(makeWords());
}

QWidget* PromptView::makeHead() {
  auto* head = new QWidget(this);
  m_tools = new QHBoxLayout(head);
  m_tools->setContentsMargins(0, 0, 0, 0);
  m_tools->setSpacing(4);
  m_from->setElided(true);
  m_tools->addWidget(m_kind);
  m_tools->addSpacing(6);
  m_tools->addWidget(m_from, 1);
  return head;
}

void PromptView::addTool(QWidget* tool) {
  m_tools->addWidget(tool);
}

QWidget* PromptView::makeWords() {
  auto* words = new QWidget;
  atTextSize(words, [words] { words->setMaximumWidth(scaled(kTextWidth)); });
  auto* column = new QVBoxLayout(words);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_answerCard);
  column->addStretch();
  m_words = new QScrollArea(this);
  m_words->setObjectName(QStringLiteral("promptWords"));
  m_words->setAccessibleName(tr("Words of the prompt"));
  m_words->setFrameShape(QFrame::NoFrame);
  m_words->setWidgetResizable(true);
  m_words->setAlignment(Qt::AlignHCenter);
  m_words->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_words->setWidget(words);
  return m_words;
}

void PromptView::ask(const ops::AskedPrompt& asked, const QString& draft) {
  m_asked = asked;
  m_revealed = false;
  m_clicked.reset();
  m_kind->setText(kindTitle(asked.prompt.kind));
  m_kind->setGlyph(kindGlyph(asked.prompt.kind));
  m_from->setText(whereFrom());
  m_ask->setMarkdown(toQt(asked.prompt.ask));
  m_answer->setMarkdown(toQt(asked.prompt.answer));
  m_answer->setVisible(!asked.sheet.hasTicks);
  m_ticks->setVisible(asked.sheet.hasTicks);
  m_ticks->setPoints(asked.keyPoints);
  m_answerCard->hide();
  m_input->ask(asked, m_session.settings().typesAnswers, draft);
  if (asked.hasChanged)
    m_changed->show(tr("The words of this prompt changed since you last answered it."),
                    tr("Learn it afresh"), tr("Go on as before"));
  else
    m_changed->hide();
  showFigure();
  share();
}

bool PromptView::hasFigure() const {
  return m_asked.diagram && (m_asked.sheet.way != review::AnswerWay::Draw || m_revealed);
}

void PromptView::showFigure() {
  m_figure->setVisible(hasFigure());
  m_figure->setScene(nullptr);
  if (!m_asked.diagram)
    return;
  auto read = m_session.read(scene::Scene::read(m_asked.diagram->svg, m_asked.diagram->drawing));
  if (!read)
    return;
  m_figure->setTheme(themeOf(this));
  m_figure->setScene(std::make_shared<const scene::Scene>(std::move(*read)));
  m_figure->setLook(lookFor(m_asked.sheet));
  m_ring->setVisible(m_asked.sheet.way == review::AnswerWay::Click);
}

bool PromptView::eventFilter(QObject* watched, QEvent* event) {
  const bool isPress = event->type() == QEvent::MouseButtonPress;
  if (watched == m_figure && (isPress || event->type() == QEvent::MouseButtonRelease)) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QPointF at = mouse->position();
    if (isPress)
      m_pressedAt = at;
    else if (mouse->button() == Qt::LeftButton &&
             (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
      if (const auto part = m_figure->partAtWidget(at))
        // Once the view has seen the release: the answer changes what it shows.
        QMetaObject::invokeMethod(
            this, [this, part = *part] { click(part); }, Qt::QueuedConnection);
  }
  return QWidget::eventFilter(watched, event);
}

void PromptView::click(const PartId& part) {
  const review::PromptSheet& sheet = m_asked.sheet;
  const bool isCovered =
      std::find(sheet.covered.begin(), sheet.covered.end(), part) != sheet.covered.end();
  if (m_revealed || sheet.way != review::AnswerWay::Click || !isCovered)
    return;
  m_clicked = std::find(sheet.right.begin(), sheet.right.end(), part) != sheet.right.end();
  m_figure->setCurrentPart(std::nullopt);
  Q_EMIT answered();
}

void PromptView::takeOption(int index) {
  m_input->options()->take(index);
}

bool PromptView::focusAnswer() {
  if (QWidget* field = m_input->field())
    field->setFocus();
  else if (m_asked.sheet.way == review::AnswerWay::Click)
    m_figure->setFocus();
  else
    return false;
  return true;
}

void PromptView::share() {
  const bool isWriting = m_asked.sheet.way == review::AnswerWay::Write;
  m_ask->setMaximumWidth(hasFigure() ? QWIDGETSIZE_MAX : scaled(kTextWidth));
  m_rows->setStretch(kLeadRow, hasFigure() || isWriting ? 0 : 2);
  m_rows->setStretchFactor(m_input, isWriting ? (m_revealed ? 2 : 1) : 0);
  m_rows->setStretchFactor(m_words, hasFigure() ? 0 : isWriting ? 3 : 5);
  m_words->setVisible(!isWriting || m_revealed);
  if (hasFigure()) {
    shareWithFigure();
    return;
  }
  m_words->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  m_words->setMinimumHeight(0);
  m_words->setMaximumHeight(QWIDGETSIZE_MAX);
}

void PromptView::shareWithFigure() {
  const bool isMarked = m_asked.sheet.way == review::AnswerWay::Choose;
  const int column = std::min(width(), scaled(kTextWidth));
  const int wanted = isMarked ? 0 : m_answerCard->column()->totalHeightForWidth(column);
  const int most = static_cast<int>(height() * kMostWords);
  // The least height of a text is that of its narrowest form, so "as needed" would show it always.
  m_words->setVerticalScrollBarPolicy(wanted > most ? Qt::ScrollBarAsNeeded
                                                    : Qt::ScrollBarAlwaysOff);
  const int around = m_words->height() - m_words->viewport()->height();
  m_words->setFixedHeight(std::min(wanted, most) + around);
}

void PromptView::resizeEvent(QResizeEvent*) {
  share();
}

void PromptView::reveal() {
  m_revealed = true;
  // Among options the right one is marked where it stands.
  m_answerCard->setVisible(m_asked.sheet.way != review::AnswerWay::Choose);
  m_input->reveal(m_clicked);
  m_figure->setVisible(hasFigure());
  m_ring->hide();
  for (const PartId& part : m_asked.sheet.right)
    m_figure->reveal(part);
  share();
  if (m_asked.sheet.hasTicks)
    m_ticks->start();
}

std::optional<memory::Rating> PromptView::suggested() const {
  if (!m_revealed)
    return std::nullopt;
  if (m_asked.sheet.hasTicks && !m_ticks->ticked().empty())
    return review::ratingFromTicks(static_cast<int>(m_ticks->ticked().size()), m_ticks->count());
  return m_input->suggested();
}

ops::PhaseAttempt PromptView::attempt() const {
  return {fromQt(m_input->written().trimmed()), m_ticks->ticked()};
}

QString PromptView::whereFrom() const {
  const review::Prompt& prompt = m_asked.prompt;
  QStringList parts;
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == prompt.question)
      parts += toQt(card.title);
  if (!m_asked.sheet.tellsPlace)
    return parts.join(QString());
  if (const framework::Phase* phase = m_session.pack().framework().phase(prompt.phase))
    parts += QStringLiteral("%1 %2").arg(phase->number).arg(toQt(phase->title));
  if (m_asked.diagram)
    parts += toQt(m_asked.diagram->title);
  return parts.join(QStringLiteral("  \u203a  "));
}

}  // namespace phaseboard::ui
