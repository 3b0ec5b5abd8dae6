// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/wordings_dialog.h"

#include <algorithm>
#include <string>
#include <vector>

#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/review/prompt.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/study/reword_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using ops::WordingStanding;

class WordingsDialog : public QDialog {
 public:
  WordingsDialog(Session& session, QWidget* parent)
      : QDialog(parent), m_session(session), m_area(new QScrollArea(this)) {
    setObjectName(u"wordingsDialog"_s);
    setWindowTitle(tr("Texts I reworded"));
    resize(scaled(720), scaled(640));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* close = makeButton(tr("Close"), ButtonKind::Plain, this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_area, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(&session, &Session::changed, this, [this](const ops::Changes& changes) {
      if (changes.touches(ops::Aspect::Overrides))
        read();
    });
    read();
  }

 private:
  void read() {
    auto placed = m_session.read(ops::placedWordings(m_session.pack(), m_session.notebook()))
                      .value_or(std::vector<ops::PlacedWording>());
    std::stable_partition(placed.begin(), placed.end(), [](const ops::PlacedWording& one) {
      return one.standing != WordingStanding::Fits;
    });
    if (placed.empty()) {
      m_area->setWidget(new EmptyState(
          Glyph::Pencil, tr("Nothing is reworded"),
          tr("In Study, “Reword” puts your words in the place of an explanation or a key point. "
             "They stay through every update.")));
      return;
    }
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(12);
    for (const ops::PlacedWording& one : placed)
      column->addWidget(makeCard(one));
    column->addStretch(1);
    m_area->setWidget(page);  // deletes the old page
  }

  QWidget* makeCard(const ops::PlacedWording& one) {
    auto* card = new Card;
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid);
    auto* where = new Label(toQt(one.words.target) + u" · "_s + fieldText(one.words.field),
                            TextRole::Small, Tone::Muted);
    where->setElided(true);
    head->addWidget(where, 1);
    if (one.standing == WordingStanding::Outdated)
      head->addWidget(new Chip(tr("The original changed"), style::Role::Policy));
    if (one.standing == WordingStanding::Lost)
      head->addWidget(new Chip(tr("Its place is gone"), style::Role::Policy));
    card->column()->addLayout(head);
    addText(card, tr("YOUR WORDS"), one.words.text, Tone::Normal);
    addText(card,
            one.standing == WordingStanding::Lost ? tr("ORIGINAL, AS IT WAS") : tr("ORIGINAL"),
            one.original, Tone::Muted);
    card->column()->addLayout(makeButtons(one));
    return card;
  }

  void addText(Card* card, const QString& title, const std::string& words, Tone tone) {
    card->column()->addWidget(new Label(title, TextRole::Overline, Tone::Muted));
    auto* text = new TextBlock(m_session.formulas());
    text->setRole(TextRole::Small);
    text->setTone(tone);
    text->setMarkdown(toQt(words));
    card->column()->addWidget(text);
  }

  QHBoxLayout* makeButtons(const ops::PlacedWording& one) {
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    const auto add = [&](const QString& text, const QString& name, auto slot) {
      auto* button = makeButton(text, ButtonKind::Quiet, this);
      button->setObjectName(name);
      connect(button, &QPushButton::clicked, this, slot, Qt::QueuedConnection);
      row->addWidget(button);
    };
    const bool isPrompt = review::splitPromptId(PromptId{one.words.target}).has_value();
    if (one.standing != WordingStanding::Lost && !isPrompt)
      add(tr("Reword…"), u"rewordAgain"_s,
          [this, target = one.words.target] { rewordTarget(m_session, target, this); });
    if (one.standing == WordingStanding::Outdated)
      add(tr("Keep mine"), u"keepMine"_s,
          [this, one] { put(one.words, one.words.text, one.original); });
    add(one.standing == WordingStanding::Lost ? tr("Delete") : tr("Back to the original"),
        u"backToOriginal"_s, [this, one] { put(one.words, {}, one.original); });
    row->addStretch(1);
    return row;
  }

  void put(const ports::Override& words, const std::string& text, const std::string& original) {
    m_session.perform([&](ops::Desk& desk) {
      return desk.overrideText(words.target, words.field, text, original);
    });
  }

  Session& m_session;
  QScrollArea* m_area;
};

}  // namespace

void showWordings(Session& session, QWidget* parent) {
  auto* dialog = new WordingsDialog(session, parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace phaseboard::ui
