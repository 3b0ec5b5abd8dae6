// SPDX-License-Identifier: Apache-2.0
#include "ui/review/prompt_view.h"

#include <algorithm>
#include <memory>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "diagrams/scene/scene.h"
#include "ui/bridge/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

constexpr int kTextWidth = 760;
constexpr int kLeadRow = 1;         ///< the space above a question without a figure
constexpr double kMostWords = 0.4;  ///< of the height, when a figure stands above them

scene::Look lookFor(const review::Prompt& prompt) {
  scene::Look look;
  if (!prompt.part)
    return look;
  const bool hides =
      prompt.kind == review::PromptKind::NamePart || prompt.kind == review::PromptKind::EdgeMeaning;
  look.set(*prompt.part, hides ? scene::Emphasis::Masked : scene::Emphasis::Selected);
  return look;
}

}  // namespace

PromptView::PromptView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_kind(new Chip(QString(), style::Role::Service, this)),
      m_from(new Label(QString(), TextRole::Small, Tone::Muted, this)),
      m_figure(new DiagramView(this)),
      m_ask(new TextBlock(session.formulas(), this)),
      m_answerCard(new Card(this)),
      m_answer(new TextBlock(session.formulas(), m_answerCard)) {
  setAccessibleName(tr("Prompt"));
  auto* head = new QHBoxLayout;
  head->setSpacing(10);
  head->addWidget(m_kind);
  head->addWidget(m_from, 1);

  m_figure->setObjectName(QStringLiteral("promptFigure"));
  m_figure->setMinimumHeight(scaled(220));
  m_ask->setObjectName(QStringLiteral("ask"));
  m_ask->setRole(TextRole::Title);
  m_answer->setObjectName(QStringLiteral("answer"));
  m_answerCard->column()->addWidget(m_answer);

  auto* asking = new QHBoxLayout;
  asking->addStretch(1);
  asking->addWidget(m_ask, 1000);
  asking->addStretch(1);

  m_rows = new QVBoxLayout(this);
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(14);
  m_rows->addLayout(head);
  m_rows->addStretch();
  m_rows->addLayout(asking);
  m_rows->addWidget(m_figure, 1);
  m_rows->addWidget(makeWords());

  connect(m_ask, &TextBlock::linkActivated, this, &PromptView::linkActivated);
  connect(m_answer, &TextBlock::linkActivated, this, &PromptView::linkActivated);
}

QWidget* PromptView::makeWords() {
  auto* words = new QWidget;
  words->setMaximumWidth(scaled(kTextWidth));
  auto* column = new QVBoxLayout(words);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_answerCard);
  column->addStretch();
  m_words = new QScrollArea(this);
  m_words->setObjectName(QStringLiteral("promptWords"));
  m_words->setFrameShape(QFrame::NoFrame);
  m_words->setWidgetResizable(true);
  m_words->setAlignment(Qt::AlignHCenter);
  m_words->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_words->setWidget(words);
  return m_words;
}

void PromptView::ask(const review::Prompt& prompt) {
  m_prompt = prompt;
  m_revealed = false;
  m_kind->setText(kindTitle(prompt.kind));
  m_from->setText(whereFrom(prompt));
  m_ask->setMarkdown(toQt(prompt.ask));
  m_answer->setMarkdown(toQt(prompt.answer));
  m_answerCard->hide();
  showFigure(prompt);
  share();
}

void PromptView::showFigure(const review::Prompt& prompt) {
  m_figure->setVisible(prompt.diagram.has_value());
  if (!prompt.diagram) {
    m_figure->setScene(nullptr);
    return;
  }
  const auto diagram = m_session.read(m_session.pack().diagram(*prompt.diagram));
  if (!diagram)
    return;
  auto read = m_session.read(scene::Scene::read(diagram->svg, diagram->drawing));
  if (!read)
    return;
  m_figure->setTheme(themeOf(this));
  m_figure->setScene(std::make_shared<const scene::Scene>(std::move(*read)));
  m_figure->setLook(lookFor(prompt));
}

void PromptView::share() {
  const bool hasFigure = m_prompt.diagram.has_value();
  m_ask->setMaximumWidth(hasFigure ? QWIDGETSIZE_MAX : scaled(kTextWidth));
  m_rows->setStretch(kLeadRow, hasFigure ? 0 : 2);
  m_rows->setStretchFactor(m_words, hasFigure ? 0 : 5);
  if (!hasFigure) {
    m_words->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_words->setMinimumHeight(0);
    m_words->setMaximumHeight(QWIDGETSIZE_MAX);
    return;
  }
  const QMargins frame = m_answerCard->column()->contentsMargins();
  const int column = std::min(width(), scaled(kTextWidth)) - frame.left() - frame.right();
  const int wanted = m_answer->heightForWidth(column) + frame.top() + frame.bottom();
  const int most = static_cast<int>(height() * kMostWords);
  // The least height of a text is that of its narrowest form, so "as needed" would show it always.
  m_words->setVerticalScrollBarPolicy(wanted > most ? Qt::ScrollBarAsNeeded
                                                    : Qt::ScrollBarAlwaysOff);
  m_words->setFixedHeight(std::min(wanted, most));
}

void PromptView::resizeEvent(QResizeEvent*) {
  share();
}

void PromptView::reveal() {
  m_revealed = true;
  m_answerCard->show();
  if (m_prompt.part && m_prompt.diagram)
    m_figure->reveal(*m_prompt.part);
}

QString PromptView::whereFrom(const review::Prompt& prompt) const {
  QStringList parts;
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == prompt.question) {
      parts += toQt(card.title);
      for (const ports::DiagramCard& diagram : card.diagrams)
        if (prompt.diagram == diagram.id)
          parts += toQt(diagram.title);
    }
  if (const framework::Phase* phase = m_session.pack().framework().phase(prompt.phase))
    parts.insert(std::min<qsizetype>(1, parts.size()),
                 QStringLiteral("%1 %2").arg(phase->number).arg(toQt(phase->title)));
  return parts.join(QStringLiteral("  \u203a  "));
}

QString kindTitle(review::PromptKind kind) {
  switch (kind) {
    case review::PromptKind::NamePart:
      return PromptView::tr("Name the part");
    case review::PromptKind::EdgeMeaning:
      return PromptView::tr("What flows here");
    case review::PromptKind::PartPurpose:
      return PromptView::tr("Why it is here");
    case review::PromptKind::KeyPoints:
      return PromptView::tr("Key points");
    case review::PromptKind::KeyPoint:
      return PromptView::tr("Key point");
    case review::PromptKind::TradeOff:
      return PromptView::tr("Trade-off");
    case review::PromptKind::Number:
      return PromptView::tr("Number");
    case review::PromptKind::Pitfall:
      return PromptView::tr("Pitfall");
    case review::PromptKind::FollowUp:
      return PromptView::tr("Follow-up");
    case review::PromptKind::Authored:
      break;
  }
  return PromptView::tr("Reasoning");
}

}  // namespace phaseboard::ui
