// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/left_behind_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

struct LeftBehindWords {
  Q_DECLARE_TR_FUNCTIONS(phaseboard::ui::LeftBehindWords)
};

/// As it was typed last, also where it is not committed.
QString textOfAnswer(Session& session, const answers::AnswerKey& key) {
  const auto draft = session.read(session.notebook().draft(key));
  if (draft && *draft)
    return toQt((*draft)->text);
  const auto version = session.read(session.notebook().currentAnswer(key));
  return version && *version ? toQt((*version)->text) : QString();
}

QWidget* makeQuestionCard(Session& session, const ops::LeftBehind& one) {
  auto* card = new Card;
  card->column()->addWidget(
      new Label(toQt(one.question.value()), TextRole::Heading, Tone::Normal, card));
  auto* counts = new Label(leftBehindWords(one), TextRole::Small, Tone::Muted, card);
  counts->setWordWrap(true);
  card->column()->addWidget(counts);
  for (const answers::AnswerKey& key : one.answers) {
    const framework::Phase* phase = session.pack().framework().phase(key.phase);
    card->column()->addWidget(
        new Label(LeftBehindWords::tr("Your answer: %1")
                      .arg(phase == nullptr ? toQt(key.phase.value()) : toQt(phase->title)),
                  TextRole::Strong, Tone::Normal, card));
    auto* text = new TextBlock(session.formulas(), card);
    text->setRole(TextRole::Small);
    text->setMarkdown(textOfAnswer(session, key));
    card->column()->addWidget(text);
  }
  if (one.annotations > 0) {
    auto* where = new Label(LeftBehindWords::tr("The annotations are on the screen Annotations, "
                                                "Unplaced, where each can be attached elsewhere."),
                            TextRole::Small, Tone::Muted, card);
    where->setWordWrap(true);
    card->column()->addWidget(where);
  }
  if (one.ownPrompts > 0) {
    auto* where = new Label(LeftBehindWords::tr("The prompts are still asked in review; Review, "
                                                "“My prompts”, changes and deletes them."),
                            TextRole::Small, Tone::Muted, card);
    where->setWordWrap(true);
    card->column()->addWidget(where);
  }
  return card;
}

QWidget* makePage(Session& session, const std::vector<ops::LeftBehind>& all) {
  if (all.empty())
    return new EmptyState(
        Glyph::Note, LeftBehindWords::tr("Nothing is left behind"),
        LeftBehindWords::tr("When a question goes, what you wrote about it stays, and is here."));
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, kGrid, 0);
  column->setSpacing(12);
  for (const ops::LeftBehind& one : all)
    column->addWidget(makeQuestionCard(session, one));
  column->addStretch(1);
  return page;
}

}  // namespace

std::vector<ops::LeftBehind> leftBehind(Session& session) {
  const ops::PromptTable* prompts = session.prompts();
  if (prompts == nullptr)
    return {};
  return session
      .read(ops::readLeftBehind(session.pack(), session.notebook(), prompts->prompts().own(),
                                session.annotations()))
      .value_or(std::vector<ops::LeftBehind>());
}

QString leftBehindWords(const ops::LeftBehind& one) {
  QStringList words;
  if (const auto answers = static_cast<int>(one.answers.size()); answers > 0)
    words.push_back(LeftBehindWords::tr("%n answer(s)", nullptr, answers));
  if (one.annotations > 0)
    words.push_back(LeftBehindWords::tr("%n annotation(s)", nullptr, one.annotations));
  if (one.ownPrompts > 0)
    words.push_back(LeftBehindWords::tr("%n prompt(s) of your own", nullptr, one.ownPrompts));
  return words.join(u", "_s);
}

void showLeftBehind(Session& session, QWidget* parent) {
  auto* dialog = new QDialog(parent);
  dialog->setObjectName(u"leftBehindDialog"_s);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(LeftBehindWords::tr("Left behind"));
  dialog->resize(scaled(680), scaled(560));
  auto* column = new QVBoxLayout(dialog);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(2 * kGrid);
  column->addWidget(new Label(dialog->windowTitle(), TextRole::Title, Tone::Normal, dialog));
  auto* about = new Label(LeftBehindWords::tr("Questions that are gone, with what you wrote about "
                                              "them. All of it comes back to its place when a "
                                              "question of that name is there again."),
                          TextRole::Small, Tone::Muted, dialog);
  about->setWordWrap(true);
  column->addWidget(about);
  auto* area = new QScrollArea(dialog);
  area->setAccessibleName(dialog->windowTitle());
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setWidget(makePage(session, leftBehind(session)));
  column->addWidget(area, 1);
  auto* close = makeButton(LeftBehindWords::tr("Close"), ButtonKind::Plain, dialog);
  QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
  column->addWidget(close, 0, Qt::AlignRight);
  dialog->open();
}

}  // namespace phaseboard::ui
