// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/wordings_dialog.h"

#include <algorithm>
#include <string>
#include <vector>

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStringList>
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
  Q_DECLARE_TR_FUNCTIONS(phaseboard::ui::WordingsDialog)

 public:
  WordingsDialog(Session& session, QWidget* parent)
      : QDialog(parent),
        m_session(session),
        m_about(new Label(QString(), TextRole::Small, Tone::Muted, this)),
        m_area(new QScrollArea(this)) {
    setObjectName(u"wordingsDialog"_s);
    setWindowTitle(tr("Texts I reworded"));
    resize(scaled(720), scaled(640));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* close = makeButton(tr("Close"), ButtonKind::Plain, this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_area->setAccessibleName(windowTitle());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(new Label(windowTitle(), TextRole::Title, Tone::Normal, this));
    m_about->setWordWrap(true);
    column->addWidget(m_about);
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
    const auto standing = [&](WordingStanding wanted) {
      return static_cast<int>(std::count_if(
          placed.begin(), placed.end(), [&](const auto& one) { return one.standing == wanted; }));
    };
    m_about->setVisible(!placed.empty());
    QStringList told{tr("%n text(s) in your words", nullptr, static_cast<int>(placed.size()))};
    if (const int outdated = standing(WordingStanding::Outdated); outdated > 0)
      told.push_back(tr("%n whose original changed since", nullptr, outdated));
    if (const int lost = standing(WordingStanding::Lost); lost > 0)
      told.push_back(tr("%n whose place is gone", nullptr, lost));
    m_about->setText(told.join(u", "_s) + u'.');
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
    auto* where = new Label(placeOf(one.words), TextRole::Small, Tone::Muted);
    where->setToolTip(toQt(one.words.target));
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

  /// "Ad click prediction · Why": the question, what it is called in the pack, and the field.
  [[nodiscard]] QString placeOf(const ports::Override& words) const {
    const auto prompt = review::splitPromptId(PromptId{words.target});
    const std::string target = prompt ? prompt->target.value() : words.target;
    const std::string question = target.substr(0, target.find_first_of("/#"));
    QStringList place{toQt(question)};
    for (const ports::QuestionCard& card : m_session.pack().questions())
      if (card.id.value() == question)
        place = {toQt(card.title)};
    if (const auto hash = target.find('#'); hash != std::string::npos) {
      const framework::Phase* phase =
          m_session.pack().framework().phase(PhaseId{target.substr(hash + 1)});
      place.push_back(phase == nullptr ? toQt(target.substr(hash + 1)) : toQt(phase->title));
    } else if (target.size() > question.size()) {
      place.push_back(toQt(target.substr(question.size() + 1)));
    }
    if (prompt)
      place.push_back(tr("as it is asked"));
    place.push_back(fieldText(words.field));
    return place.join(u" · "_s);
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
  Label* m_about;
  QScrollArea* m_area;
};

}  // namespace

void showWordings(Session& session, QWidget* parent) {
  auto* dialog = new WordingsDialog(session, parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace phaseboard::ui
