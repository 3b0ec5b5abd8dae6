// SPDX-License-Identifier: Apache-2.0
// Every kind of prompt, answered through the real review screen.
#include <algorithm>
#include <array>
#include <functional>

#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QTimer>

#include "diagrams/scene/scene.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/review/own_prompt_dialog.h"
#include "ui/review/prompt_view.h"
#include "ui/review/review_screen.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using review::PromptKind;

class PromptKindsTest : public testing::Test {
 protected:
  PromptKindsTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &ReviewScreen::refresh);
    m_screen.resize(1200, 860);
    m_screen.show();
    m_screen.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&m_screen));
    change([](ports::Settings& settings) { settings.newPerDay = 0; });
  }

  void change(const std::function<void(ports::Settings&)>& edit) {
    ports::Settings settings = m_opened.session.settings();
    edit(settings);
    ASSERT_TRUE(
        m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  }

  /// Makes a prompt of this kind, for which `wanted` holds, the only one that is due.
  review::Prompt only(
      PromptKind kind, const std::function<bool(const review::Prompt&)>& wanted =
                           [](const review::Prompt&) { return true; }) {
    const auto& prompts = m_opened.pack->prompts();
    const auto chosen = std::find_if(
        prompts.begin(), prompts.end(),
        [&](const review::Prompt& prompt) { return prompt.kind == kind && wanted(prompt); });
    if (chosen == prompts.end()) {
      ADD_FAILURE() << "no prompt of kind " << kind;
      return {};
    }
    makeDue(*chosen);
    return *m_opened.pack->prompt(chosen->id);
  }
  void makeDue(const review::Prompt& prompt) {
    EXPECT_TRUE(m_opened.desk.answerPrompt(prompt, memory::Rating::Easy, Millis{9'000}));
    m_opened.clock.advanceDays(90);
    m_screen.arrive({});
    QCoreApplication::processEvents();
  }

  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* focus = m_screen.focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &m_screen, key, modifiers);
    QCoreApplication::processEvents();
  }
  void type(const QString& text) { QTest::keyClicks(m_screen.focusWidget(), text); }
  void click(const PartId& part) {
    const QPoint at =
        figure()->toWidget().map(figure()->scene()->item(part)->box.center()).toPoint();
    QTest::mouseClick(figure(), Qt::LeftButton, Qt::NoModifier, at);
    QCoreApplication::processEvents();
  }
  template <class Widget>
  Widget* find(const char* name) {
    return m_screen.findChild<Widget*>(QString::fromLatin1(name));
  }
  DiagramView* figure() { return find<DiagramView>("promptFigure"); }
  bool isRevealed() { return m_screen.findChild<PromptView*>()->isRevealed(); }
  std::string verdict() {
    auto* label = find<QLabel>("verdict");
    return label->isVisible() ? fromQt(label->text()) : "";
  }
  /// The grade whose button is suggested; nothing without one.
  std::optional<memory::Rating> suggested() {
    for (const memory::Rating rating : memory::kRatings) {
      const auto name = "grade" + std::to_string(memory::number(rating));
      if (find<QAbstractButton>(name.c_str())->accessibleName().contains(u"suggested"))
        return rating;
    }
    return std::nullopt;
  }
  std::optional<memory::Rating> lastGrade() {
    const auto events = m_opened.store->recentEvents(1);
    return events && !events->empty() ? std::optional(events->front().rating) : std::nullopt;
  }
  content::Diagram diagramOf(const review::Prompt& prompt) {
    return *m_opened.pack->diagram(*prompt.diagram);
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  ReviewScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(PromptKindsTest, ShowsTheWholeCardOfAShortAnswerUnderAFigure) {
  // A text of two short words is higher in its narrowest form than in one line.
  only(PromptKind::NamePart, [this](const review::Prompt& prompt) {
    const std::string answer = m_opened.pack->prompt(prompt.id)->answer;
    return answer.size() < 12 && answer.find(' ') != std::string::npos;
  });
  m_screen.commands().front()->trigger();
  QCoreApplication::processEvents();
  ASSERT_TRUE(isRevealed());

  const auto* words = find<QScrollArea>("promptWords");
  EXPECT_GT(words->widget()->height(), 0);
  EXPECT_LE(words->widget()->height(), words->viewport()->height());
}

TEST_F(PromptKindsTest, IsAnsweredFromTheKeyboardWhateverItsKind) {
  for (const PromptKind kind : review::kPromptKinds) {
    if (kind == PromptKind::Own)
      continue;
    SCOPED_TRACE(std::string(review::kindName(kind)));
    only(kind);
    ASSERT_FALSE(isRevealed());

    press(Qt::Key_Return, kind == PromptKind::AnswerPhase ? Qt::ControlModifier : Qt::NoModifier);
    if (!isRevealed())
      m_screen.commands().front()->trigger();
    ASSERT_TRUE(isRevealed());
    press(Qt::Key_4);

    EXPECT_EQ(lastGrade(), memory::Rating::Easy);
  }
}

TEST_F(PromptKindsTest, FindsAPartByClickingIt) {
  const review::Prompt prompt = only(PromptKind::ClickPart, [](const review::Prompt& one) {
    return one.part->value().find("--") == std::string::npos;
  });
  ASSERT_TRUE(figure()->isMasked(*prompt.part));

  click(*prompt.part);

  ASSERT_TRUE(isRevealed());
  EXPECT_EQ(verdict(), "You found it.");
  EXPECT_EQ(suggested(), memory::Rating::Good);
  EXPECT_FALSE(figure()->isMasked(*prompt.part));
}

TEST_F(PromptKindsTest, UncoversOnlyTheRightPartAfterAWrongClick) {
  const review::Prompt prompt = only(PromptKind::ClickPart, [](const review::Prompt& one) {
    return one.part->value().find("--") == std::string::npos;
  });
  PartId other;
  for (const content::Part& part : diagramOf(prompt).parts)
    if (part.kind == content::PartKind::Node && part.id != *prompt.part)
      other = part.id;

  click(other);

  ASSERT_TRUE(isRevealed());
  EXPECT_EQ(suggested(), memory::Rating::Again);
  EXPECT_FALSE(figure()->isMasked(*prompt.part));
  EXPECT_TRUE(figure()->isMasked(other));
}

TEST_F(PromptKindsTest, FindsAPartFromTheKeyboard) {
  const review::Prompt prompt = only(PromptKind::ClickPart, [](const review::Prompt& one) {
    return one.part->value().find("--") == std::string::npos;
  });
  ASSERT_TRUE(figure()->hasFocus());

  for (int steps = 0; figure()->currentPart() != *prompt.part && steps < 200; ++steps)
    press(Qt::Key_Tab);
  press(Qt::Key_Return);

  EXPECT_TRUE(isRevealed());
  EXPECT_EQ(verdict(), "You found it.");
}

TEST_F(PromptKindsTest, FindsTheConnectionThatCarriesSomething) {
  const review::Prompt prompt = only(PromptKind::ClickPart, [](const review::Prompt& one) {
    return one.part->value().find("--") != std::string::npos;
  });
  ASSERT_TRUE(figure()->isMasked(*prompt.part));

  Q_EMIT figure()->partActivated(*prompt.part);

  EXPECT_EQ(verdict(), "You found it.");
  EXPECT_FALSE(figure()->isMasked(*prompt.part));
}

TEST_F(PromptKindsTest, IgnoresAClickWhereNoneIsAsked) {
  const review::Prompt prompt = only(PromptKind::NamePart);

  click(*prompt.part);

  EXPECT_FALSE(isRevealed());
}

TEST_F(PromptKindsTest, TakesTheNextStepByItsNumber) {
  const review::Prompt prompt = only(PromptKind::NextHop);
  const auto asked = ops::readAskedPrompt(*m_opened.pack, *m_opened.store, prompt.id);
  const auto& options = asked->sheet.options;
  const auto right = std::ranges::find(options, true, &review::SheetOption::isRight);

  press(static_cast<Qt::Key>(Qt::Key_1 + (right - options.begin())));

  ASSERT_TRUE(isRevealed());
  EXPECT_EQ(verdict(), "Right.");
  EXPECT_EQ(suggested(), memory::Rating::Good);
  EXPECT_FALSE(figure()->isMasked(asked->sheet.right.front()));
}

TEST_F(PromptKindsTest, SuggestsAgainForAWrongPhaseAndHidesWhereTheFigureStands) {
  const review::Prompt prompt = only(PromptKind::PartPhase);
  const auto& phases = m_opened.pack->framework().phases;
  const auto wrong = std::find_if(phases.begin(), phases.end(), [&](const framework::Phase& one) {
    return one.id != prompt.phase;
  });
  for (const auto* label : m_screen.findChildren<QLabel*>())
    for (const framework::Phase& phase : phases)
      EXPECT_FALSE(label->isVisible() && label->text().contains(toQt(phase.title)));

  QApplication::processEvents();  // the screen lays itself out
  QTest::mouseClick(
      find<QAbstractButton>(("option" + std::to_string(wrong - phases.begin() + 1)).c_str()),
      Qt::LeftButton);

  ASSERT_TRUE(isRevealed());
  EXPECT_EQ(verdict(), "Not this one.");
  EXPECT_EQ(suggested(), memory::Rating::Again);
}

TEST_F(PromptKindsTest, HidesTheTiesOfAMissingPart) {
  const review::Prompt prompt = only(PromptKind::MissingPart);

  EXPECT_TRUE(figure()->isMasked(*prompt.part));
  EXPECT_TRUE(figure()->look().masksEdgeLabels());
}

TEST_F(PromptKindsTest, ComparesATypedNameAndSuggestsAGrade) {
  change([](ports::Settings& settings) { settings.typesAnswers = true; });
  const review::Prompt prompt = only(PromptKind::NamePart);
  ASSERT_EQ(m_screen.focusWidget(), find<QLineEdit>("typedAnswer"));

  type(toQt(prompt.answer).toUpper());
  EXPECT_FALSE(isRevealed());
  press(Qt::Key_Return);

  ASSERT_TRUE(isRevealed());
  EXPECT_EQ(verdict(), "Right.");
  EXPECT_EQ(suggested(), memory::Rating::Good);
  press(Qt::Key_2);
  EXPECT_EQ(lastGrade(), memory::Rating::Hard) << "the suggestion is only one";
}

TEST_F(PromptKindsTest, ComparesATypedNumberByItsValue) {
  change([](ports::Settings& settings) { settings.typesAnswers = true; });
  const review::Prompt prompt = only(PromptKind::Number);
  const auto asked = ops::readAskedPrompt(*m_opened.pack, *m_opened.store, prompt.id);
  ASSERT_TRUE(asked->expected.quantity.has_value());

  type(QString::number(asked->expected.quantity->least * 1.7));
  press(Qt::Key_Return);

  EXPECT_EQ(verdict(), "Partly right.");
  EXPECT_EQ(suggested(), memory::Rating::Hard);
}

TEST_F(PromptKindsTest, TypesNothingUnlessAskedTo) {
  only(PromptKind::NamePart);

  EXPECT_FALSE(find<QLineEdit>("typedAnswer")->isVisible());

  press(Qt::Key_T, Qt::ControlModifier);
  EXPECT_TRUE(find<QLineEdit>("typedAnswer")->isVisible());
}

TEST_F(PromptKindsTest, SendsARebuildToTheBoardAndShowsItsFigureOnlyWithTheAnswer) {
  const review::Prompt prompt = only(PromptKind::RebuildDiagram);
  std::optional<Place> wanted;
  QObject::connect(&m_screen, &Screen::placeRequested, &m_screen,
                   [&](const Place& place) { wanted = place; });
  EXPECT_FALSE(figure()->isVisible());
  EXPECT_EQ(m_screen.focusWidget(), find<QPushButton>("drawAnswer"));

  press(Qt::Key_Return);
  ASSERT_TRUE(wanted);
  EXPECT_EQ(wanted->screen, ScreenName::Board);
  EXPECT_EQ(wanted->diagram, *prompt.diagram);
  EXPECT_TRUE(wanted->isAsked);
  EXPECT_FALSE(isRevealed());

  press(Qt::Key_Space);
  ASSERT_TRUE(isRevealed());
  EXPECT_TRUE(figure()->isVisible());
}

TEST_F(PromptKindsTest, AnswersAPhaseByWritingAndTicking) {
  const review::Prompt prompt = only(PromptKind::AnswerPhase);
  const answers::AnswerKey key{prompt.question, prompt.phase};
  type(QStringLiteral("First the objective. 1 or 2 metrics."));
  press(Qt::Key_Return, Qt::ControlModifier);
  ASSERT_TRUE(isRevealed());
  EXPECT_EQ(suggested(), std::nullopt);
  auto boxes = m_screen.findChildren<QCheckBox*>(QStringLiteral("tick"));
  ASSERT_GE(boxes.size(), 6);

  for (QCheckBox* box : boxes)
    box->click();
  EXPECT_EQ(suggested(), memory::Rating::Easy);
  boxes.front()->click();
  EXPECT_EQ(suggested(), memory::Rating::Good);
  press(Qt::Key_3);

  EXPECT_EQ(lastGrade(), memory::Rating::Good);
  EXPECT_EQ((*m_opened.store->currentAnswer(key))->text, "First the objective. 1 or 2 metrics.");
  EXPECT_EQ(m_opened.store->tickedKeyPoints(key)->size(),
            static_cast<std::size_t>(boxes.size() - 1));
}

TEST_F(PromptKindsTest, KeepsWhatIsWrittenForAPhaseWhenTheScreenIsLeft) {
  const review::Prompt prompt = only(PromptKind::AnswerPhase);
  type(QStringLiteral("Half an answer"));

  m_screen.leave();
  EXPECT_EQ((*m_opened.store->draft({prompt.question, prompt.phase}))->text, "Half an answer");

  m_screen.arrive({});
  EXPECT_EQ(find<QPlainTextEdit>("writtenAnswer")->toPlainText(), u"Half an answer");
}

TEST_F(PromptKindsTest, SuggestsTheGradeOfKeyPointsFromTheTicks) {
  only(PromptKind::KeyPoints);
  press(Qt::Key_Space);
  const auto boxes = m_screen.findChildren<QCheckBox*>(QStringLiteral("tick"));

  for (qsizetype index = 0; index < boxes.size() / 2; ++index)
    boxes[index]->click();

  EXPECT_EQ(suggested(), memory::Rating::Hard);
}

TEST_F(PromptKindsTest, AsksAnOwnPromptAndPointsAtItsPart) {
  const auto& prompts = m_opened.pack->prompts();
  review::Prompt draft = *std::ranges::find(prompts, PromptKind::NamePart, &review::Prompt::kind);
  draft.ask = "What would I say here?";
  draft.answer = "That.";
  const auto made = m_opened.desk.createPrompt(draft);
  ASSERT_TRUE(made);

  makeDue(made->prompt);

  EXPECT_EQ(find<TextBlock>("ask")->markdown(), u"What would I say here?");
  EXPECT_EQ(figure()->look().of(*draft.part), scene::Emphasis::Selected);
  press(Qt::Key_Space);
  press(Qt::Key_3);
  EXPECT_EQ(lastGrade(), memory::Rating::Good);
}

TEST_F(PromptKindsTest, AsksAnotherFigureAboutAConceptThatWasForgotten) {
  const auto& all = m_opened.pack->prompts();
  const review::Prompt prompt = only(PromptKind::PartPurpose, [&](const review::Prompt& one) {
    return one.conceptId && std::ranges::any_of(all, [&](const review::Prompt& other) {
             return other.conceptId == one.conceptId && other.diagram &&
                    other.diagram != one.diagram;
           });
  });

  press(Qt::Key_Space);
  press(Qt::Key_1);
  QCoreApplication::processEvents();
  m_opened.clock.advanceSeconds(30);       // or the newest event would be either of the two
  m_screen.commands().front()->trigger();  // shows the answer, whatever the kind
  press(Qt::Key_4);

  const auto events = *m_opened.store->recentEvents(1);
  const auto& prompts = m_opened.pack->prompts();
  const auto related = std::ranges::find(prompts, events.front().prompt, &review::Prompt::id);
  ASSERT_NE(related, prompts.end());
  EXPECT_EQ(related->conceptId, prompt.conceptId);
  EXPECT_NE(related->diagram, prompt.diagram);
}

TEST_F(PromptKindsTest, OffersAFreshStartWhenTheWordsChangedAndForcesNone) {
  review::Prompt older = only(PromptKind::Pitfall);
  older.contentHash += 1;
  makeDue(older);
  m_opened.clock.advanceDays(3'000);
  m_screen.arrive({});
  const auto button = [this](const char* text) -> QAbstractButton* {
    for (auto* one : m_screen.findChildren<QAbstractButton*>())
      if (one->isVisible() && one->text() == QLatin1String(text))
        return one;
    return nullptr;
  };
  ASSERT_NE(button("Go on as before"), nullptr);
  const int reps = (*m_opened.store->promptRow(older.id))->state.reps;

  button("Go on as before")->click();
  EXPECT_EQ((*m_opened.store->promptRow(older.id))->state.reps, reps);

  m_screen.arrive({});
  button("Learn it afresh")->click();
  EXPECT_EQ((*m_opened.store->promptRow(older.id))->state, review::PromptState{});
  press(Qt::Key_Space);
  press(Qt::Key_3);
  EXPECT_EQ((*m_opened.store->promptRow(older.id))->state.reps, 1);
}

/// Lets `act` work on the dialog that opens next; the caller opens it.
void onNextDialog(const std::function<void(QWidget&)>& act) {
  QTimer::singleShot(0, [act] {
    QWidget* dialog = QApplication::activeModalWidget();
    ASSERT_NE(dialog, nullptr);
    act(*dialog);
  });
}

TEST_F(PromptKindsTest, SwitchesAKindOffInItsDialog) {
  only(PromptKind::Pitfall);
  onNextDialog([](QWidget& dialog) {
    dialog.findChild<QCheckBox*>(QStringLiteral("kind-pitfall"))->click();
    dialog.close();
  });

  press(Qt::Key_K);

  EXPECT_FALSE(m_opened.session.settings().kinds.isOn(PromptKind::Pitfall));
  EXPECT_TRUE(find<QLabel>("endTitle")->isVisible());
  m_opened.session.undo();
  EXPECT_FALSE(find<QLabel>("endTitle")->isVisible());
}

TEST_F(PromptKindsTest, SwitchesAKindOffForOneQuestion) {
  const review::Prompt prompt = only(PromptKind::Pitfall);
  onNextDialog([](QWidget& dialog) {
    dialog.findChild<QComboBox*>(QStringLiteral("kindsScope"))->setCurrentIndex(1);
    dialog.findChild<QComboBox*>(QStringLiteral("kind-pitfall-own"))->setCurrentIndex(2);
    dialog.close();
  });

  press(Qt::Key_K);

  const review::KindSwitches& kinds = m_opened.session.settings().kinds;
  EXPECT_TRUE(kinds.isOn(PromptKind::Pitfall));
  EXPECT_FALSE(kinds.isOn(PromptKind::Pitfall, m_opened.pack->questions().front().id));
  EXPECT_NE(prompt.question, QuestionId{});
}

TEST_F(PromptKindsTest, WritesEditsAndDeletesAnOwnPrompt) {
  const review::Prompt prompt = only(PromptKind::PartPurpose);
  onNextDialog([](QWidget& dialog) {
    dialog.findChild<QPlainTextEdit*>(QStringLiteral("ownAsk"))
        ->setPlainText(QStringLiteral("Why?"));
    dialog.findChild<QPlainTextEdit*>(QStringLiteral("ownAnswer"))
        ->setPlainText(QStringLiteral("So."));
    QTest::keyClick(&dialog, Qt::Key_Return);
  });
  press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);

  auto own = *m_opened.store->ownPrompts();
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].ask, "Why?");
  EXPECT_EQ(own[0].diagram, prompt.diagram);
  EXPECT_EQ(own[0].question, prompt.question);

  onNextDialog([](QWidget& dialog) {
    dialog.findChild<QAbstractButton*>(QStringLiteral("ownDelete"))->click();
  });
  editOwnPrompt(m_opened.session, own[0], &m_screen);
  EXPECT_TRUE(m_opened.store->ownPrompts()->empty());
  m_opened.session.undo();
  EXPECT_EQ(m_opened.store->ownPrompts()->size(), 1U);
}

}  // namespace
}  // namespace phaseboard::ui
