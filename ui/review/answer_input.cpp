// SPDX-License-Identifier: Apache-2.0
#include "ui/review/answer_input.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/review/option_list.h"
#include "ui/study/answer_editor.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kLineWidth = 520;
constexpr int kLineHeight = 40;
constexpr int kPaperWidth = 760;

}  // namespace

AnswerInput::AnswerInput(QWidget* parent)
    : QWidget(parent),
      m_hint(new Label(QString(), TextRole::Small, Tone::Muted, this)),
      m_line(new QLineEdit(this)),
      m_options(new OptionList(this)),
      m_paper(new Card(this)),
      m_page(new AnswerEditor(m_paper)),
      m_draw(makeButton(tr("Draw it on the board"), ButtonKind::Plain, this)),
      m_verdict(new Label(QString(), TextRole::Strong, Tone::Normal, this)) {
  m_line->setObjectName(QStringLiteral("typedAnswer"));
  m_line->setAccessibleName(tr("Your answer"));
  m_line->setPlaceholderText(tr("Type the answer, then press Enter"));
  atTextSize(m_line, [this] { m_line->setMinimumHeight(scaled(kLineHeight)); });
  atTextSize(m_line, [this] { m_line->setMaximumWidth(scaled(kLineWidth)); });
  m_page->setObjectName(QStringLiteral("writtenAnswer"));
  m_page->setAccessibleName(tr("Your answer to the phase"));
  m_page->setPlaceholderText(
      tr("Write what you would say: decisions first, each with its reason. Ctrl+Enter shows the "
         "key points."));
  m_hint->setAlignment(Qt::AlignCenter);
  m_verdict->setObjectName(QStringLiteral("verdict"));
  m_verdict->setAlignment(Qt::AlignCenter);
  auto* line = new QHBoxLayout;
  line->addStretch(1);
  line->addWidget(m_line, 1000);
  line->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(m_hint);
  column->addLayout(line);
  column->addWidget(m_options);
  m_paper->column()->setContentsMargins(6, 6, 6, 6);
  m_paper->column()->addWidget(m_page);
  atTextSize(m_paper, [this] { m_paper->setMaximumWidth(scaled(kPaperWidth)); });
  auto* paper = new QHBoxLayout;
  paper->addStretch(1);
  paper->addWidget(m_paper, 1000);
  paper->addStretch(1);
  column->addLayout(paper, 1);
  m_draw->setObjectName(QStringLiteral("drawAnswer"));
  m_draw->setAutoDefault(true);  // Enter
  column->addWidget(m_draw, 0, Qt::AlignHCenter);
  column->addWidget(m_verdict);
  connect(m_line, &QLineEdit::returnPressed, this, &AnswerInput::answered);
  connect(m_draw, &QPushButton::clicked, this, &AnswerInput::drawRequested);
  connect(m_options, &OptionList::chosen, this, &AnswerInput::answered);
  connect(m_page, &AnswerEditor::textChanged, this, [this] {
    // Also emitted when only colours of the text change.
    const QString text = m_page->toPlainText();
    if (text == m_lastText)
      return;
    m_lastText = text;
    Q_EMIT textWritten(text);
  });
}

void AnswerInput::ask(const ops::AskedPrompt& asked, bool types, const QString& text) {
  m_way = asked.sheet.way;
  m_expected = asked.expected;
  m_suggested.reset();
  m_line->clear();
  m_line->setReadOnly(false);
  m_line->setVisible(types && m_way == review::AnswerWay::Say && m_expected.isTypable());
  m_options->setOptions(asked.sheet.options);
  m_page->setReadOnly(false);
  m_lastText = text;
  m_page->setPlainText(text);
  m_paper->setVisible(m_way == review::AnswerWay::Write);
  m_draw->setVisible(m_way == review::AnswerWay::Draw);
  m_hint->setVisible(m_way == review::AnswerWay::Click || m_way == review::AnswerWay::Draw);
  m_hint->setText(m_way == review::AnswerWay::Draw
                      ? tr("The board compares it with the figure and suggests a grade. On paper "
                           "it counts, too: "
                           "Space shows the figure.")
                      : tr("Click it in the figure, or press Tab to walk and Enter to choose."));
  m_verdict->hide();
  setVisible(m_way != review::AnswerWay::Say || !m_line->isHidden());
}

void AnswerInput::reveal(std::optional<bool> clicked) {
  m_hint->hide();
  m_draw->hide();
  m_line->setReadOnly(true);
  m_page->setReadOnly(true);
  if (m_way == review::AnswerWay::Write)
    setVisible(!written().trimmed().isEmpty());
  if (m_way == review::AnswerWay::Choose) {
    m_options->reveal();
    if (m_options->taken())
      showVerdict(m_options->isRight() ? tr("Right.") : tr("Not this one."), m_options->isRight());
  } else if (m_way == review::AnswerWay::Click && clicked) {
    showVerdict(
        *clicked ? tr("You found it.") : tr("That was another one. The right one is outlined."),
        *clicked);
  } else if (!m_line->isHidden()) {
    compareTyped();
  }
}

void AnswerInput::compareTyped() {
  const review::Likeness likeness = review::compareTyped(fromQt(m_line->text()), m_expected);
  switch (likeness) {
    case review::Likeness::Blank:
      m_line->hide();
      return;
    case review::Likeness::Same:
      showVerdict(tr("Right."), true);
      break;
    case review::Likeness::Close:
      showVerdict(tr("Right, or close enough."), true);
      break;
    case review::Likeness::Partly:
      showVerdict(tr("Partly right."), false);
      m_verdict->setTone(Tone::Warn);
      break;
    case review::Likeness::Different:
      showVerdict(tr("Not what the answer says. You decide."), false);
      break;
  }
  m_suggested = review::suggestedRating(likeness);
}

void AnswerInput::showVerdict(const QString& text, bool right) {
  m_verdict->setText(text);
  m_verdict->setTone(right ? Tone::Good : Tone::Bad);
  m_verdict->show();
  QAccessibleEvent told(m_verdict, QAccessible::Alert);
  QAccessible::updateAccessibility(&told);
  m_suggested = right ? memory::Rating::Good : memory::Rating::Again;
}

QWidget* AnswerInput::field() const {
  if (m_way == review::AnswerWay::Write)
    return m_page;
  if (m_way == review::AnswerWay::Draw)
    return m_draw;
  return m_line->isHidden() ? nullptr : m_line;
}

QString AnswerInput::written() const {
  return m_way == review::AnswerWay::Write ? m_page->toPlainText() : QString();
}

}  // namespace phaseboard::ui
