// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "app/ops/asked_prompt.h"
#include "app/ops/study_plan.h"
#include "app/review/sitting.h"
#include "ui/review/custom_study_dialog.h"
#include "ui/shell/screen.h"

class QProgressBar;
class QStackedLayout;
class QTimer;

namespace phaseboard::ui {

class Chip;
class DraftKeeper;
class Label;
class PromptView;
class RatingBar;
class SittingEnd;

/// The daily review: one prompt at a time, on the keyboard. Space shows the answer (Enter where it
/// is typed, Ctrl+Enter where it is written), 1 to 4 grade it; before that, digits take options.
///
/// A grade is on the disk before the next prompt is shown. The sitting itself is only a view of it:
/// leaving and coming back builds it again from the notebook.
class ReviewScreen : public Screen {
  Q_OBJECT

 public:
  explicit ReviewScreen(const ScreenContext& context, QWidget* parent = nullptr);

  /// Begins a sitting apart from the day, with what was chosen.
  void study(const CustomStudy& wanted);

  [[nodiscard]] QString title() const override { return tr("Review"); }
  void arrive(const Place& place) override;
  void leave() override;
  [[nodiscard]] Place place() const override;
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }

 private:
  QWidget* makeHead();
  void makeCommands();
  QAction* addCommand(const QString& text, const QKeySequence& key, void (ReviewScreen::*run)());

  /// Reads the plan and begins, or goes on with, the sitting.
  void rebuild(int extraNew = 0);
  void beginWith(review::ReviewQueue queue);
  [[nodiscard]] review::ReviewQueue queueOfChanged(const std::vector<PromptId>& wanted,
                                                   const ops::StudyPlan& plan,
                                                   const ops::PromptTable& prompts) const;
  [[nodiscard]] Result<review::ReviewQueue> queueFor(const ops::StudyPlan& plan,
                                                     const ops::PromptTable& prompts) const;
  void chooseWhat();
  void backToTheDay();
  [[nodiscard]] bool isCram() const { return m_custom && m_custom->isCram; }
  void gradeInCram(memory::Rating rating);
  void askAgain();
  void goOn();
  void flag();
  void showMarks();
  /// Whether `changes` say that the answer that was taken back last counts again.
  [[nodiscard]] bool isGivenAgain(const ops::Changes& changes);
  void showCurrent();
  void showEnd();
  void waitForStep(Instant until);

  void reveal();
  void grade(memory::Rating rating);
  void chooseOption(int index);
  void startAfresh();
  void bury();
  void suspend();
  void edit();
  void newPrompt();
  void showOwnPrompts();
  void showKinds();
  void switchTyping();
  void openInStudy();
  void drawOnBoard();
  void learnMore();
  void step();

  /// Reads what is to be asked; tells everybody when it cannot be read.
  [[nodiscard]] std::optional<ops::AskedPrompt> read(const PromptId& id);
  /// Shows the grades; with `focused` the suggested one has the focus.
  void offerGrades(bool focused);
  [[nodiscard]] Result<ops::AnswerOutcome> gradeThrough(ops::Desk& desk, memory::Rating rating,
                                                        Millis thinking) const;
  [[nodiscard]] QString unfinishedText();
  void makeTools();
  void makeGradeCommands();
  /// Whether `changes` say that the last answer of this sitting does not count any more.
  [[nodiscard]] bool isTakenBack(const ops::Changes& changes);
  void onOwnPrompts(const ops::Changes& changes);
  void updateHead();
  void updateCommands();

  Label* m_left;
  Label* m_time;
  QProgressBar* m_progress;
  QStackedLayout* m_stack;
  PromptView* m_view;
  RatingBar* m_bar;
  SittingEnd* m_end;
  QTimer* m_wait;
  QList<QAction*> m_commands;
  QList<QAction*> m_gradeCommands;
  QList<QAction*> m_optionCommands;
  QList<QAction*> m_promptCommands;  ///< that need a prompt on the screen
  QAction* m_showCommand = nullptr;
  QAction* m_drawCommand = nullptr;
  QAction* m_typingCommand = nullptr;
  QAction* m_moreCommand = nullptr;

  Chip* m_mode = nullptr;  ///< what is studied apart from the day
  Chip* m_leech = nullptr;
  Chip* m_flag = nullptr;
  QAction* m_chooseCommand = nullptr;
  QAction* m_againCommand = nullptr;
  std::optional<CustomStudy> m_custom;
  std::optional<ops::StudyPlan> m_plan;
  std::optional<review::Sitting> m_sitting;
  std::optional<ops::AskedPrompt> m_asked;
  DraftKeeper* m_keeper;
  bool m_changing = false;  ///< one of our own operations is running
};

}  // namespace phaseboard::ui
