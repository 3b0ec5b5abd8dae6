// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QPixmap>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include "ui/bridge/text.h"
#include "ui/foreign/foreign_dialog.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tour_answers.h"
#include "ui/shell/tour_boards.h"
#include "ui/shell/tour_mocks.h"
#include "ui/shell/tour_own_content.h"
#include "ui/study/answer_editor.h"
#include "ui/study/page_view.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/toasts.h"
#include "ui/workbench/workshop.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kSize(1440, 900);
constexpr int kSettleRounds = 12;
constexpr int kMostPutAside = 60;

struct Stop {
  QString name;
  Place place;
  QString palette = {};       ///< words in the command palette; empty leaves it closed
  bool revealed = false;      ///< Review: with the answer shown
  QStringList commands = {};  ///< object names of what is triggered before the picture
  std::optional<review::PromptKind> kind = std::nullopt;  ///< Review: only this one is asked
  bool foreign = false;  ///< with a figure opened as a file of another program
  bool isModal = false;  ///< the last command opens a dialog that waits: that is the picture
  std::function<void(MainWindow&)> doing = {};  ///< what no command does
  std::optional<std::vector<content::QuestionUpdate>> updates = std::nullopt;  ///< told
};

/// Lets layouts, deferred blocks and asked-for pictures come to rest; nothing waits for a clock.
void settle(MainWindow& window, ThumbnailStore& thumbnails) {
  for (int round = 0; round < kSettleRounds; ++round) {
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    thumbnails.finish();
  }
  if (auto* toasts = window.findChild<Toasts*>())
    toasts->dismiss();
}

/// What is being compiled is part of the picture.
void awaitCompiler(const Workshop* workshop) {
  while (workshop != nullptr && workshop->isBusy())
    QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void trigger(MainWindow& window, const QString& command) {
  if (auto* action = window.findChild<QAction*>(command))
    action->trigger();
}

/// Scrolls the page of the screen in front, in hundredths of its length.
void scrollTo(MainWindow& window, int percent) {
  for (auto* area : window.currentScreen()->findChildren<QScrollArea*>())
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum() * percent / 100);
}

/// What a picture of Review needs: prompts of one kind, as many as there are.
ports::Settings onlyAsking(ports::Settings settings, review::PromptKind asked) {
  constexpr int kPlenty = 200;
  for (const review::PromptKind kind : review::kPromptKinds)
    settings.kinds.set(kind, kind == asked);
  settings.newPerDay = kPlenty;
  settings.dailyMinutes = kPlenty;
  return settings;
}

/// Puts prompts aside until one with a figure is asked: that is what the picture should show.
void askAboutAFigure(MainWindow& window) {
  const auto* figure = window.findChild<QWidget*>(u"promptFigure"_s);
  for (int aside = 0; figure != nullptr && figure->isHidden() && aside < kMostPutAside; ++aside)
    trigger(window, u"buryCommand"_s);
}

/// Opens a figure of the place as any other SVG file is opened, and waits until it is shown.
void openAsForeign(MainWindow& window, const ports::PackLibrary& pack, const Place& place) {
  const auto& questions = pack.questions();
  const auto question = std::find_if(questions.begin(), questions.end(),
                                     [&](const auto& card) { return card.id == place.question; });
  if (question == questions.end() || question->diagrams.empty())
    return;
  const auto figure = pack.diagram(question->diagrams.front().id);
  const QTemporaryDir folder;
  QFile file(folder.filePath(u"figure.svg"_s));
  if (!figure || !file.open(QIODevice::WriteOnly))
    return;
  file.write(QByteArray::fromStdString(figure->svg));
  file.close();
  auto* dialog = new ForeignDialog(file.fileName(), foreign::ownHelper(), &window);
  QEventLoop loop;
  QObject::connect(dialog, &ForeignDialog::shown, &loop, &QEventLoop::quit);
  dialog->show();
  loop.exec();
}

/// The question whose pages are shown: an interview question before the primer.
const ports::QuestionCard* shownQuestion(const ports::PackLibrary& pack) {
  for (const ports::QuestionCard& card : pack.questions())
    if (card.kind == content::QuestionKind::Interview)
      return &card;
  return pack.questions().empty() ? nullptr : &pack.questions().front();
}

void addReviewStops(const Place& place, std::vector<Stop>& stops) {
  using review::PromptKind;
  stops.push_back({u"review-answer"_s, place, {}, true});
  stops.push_back({u"review-find"_s, place, {}, false, {}, PromptKind::ClickPart});
  stops.push_back({u"review-missing"_s, place, {}, true, {}, PromptKind::MissingPart});
  stops.push_back({u"review-next-step"_s, place, {}, false, {}, PromptKind::NextHop});
  stops.push_back({u"review-phase"_s, place, {}, true, {}, PromptKind::PartPhase});
  stops.push_back({u"review-write"_s, place, {}, true, {}, PromptKind::AnswerPhase});
}

std::vector<Stop> itinerary(const ports::PackLibrary& pack) {
  std::vector<Stop> stops;
  for (const ScreenEntry& entry : screenTable()) {
    Place place;
    place.screen = entry.name;
    if (entry.name == ScreenName::Workbench)
      continue;  // `drawOwnContent` shows it
    if (entry.name != ScreenName::Study) {
      stops.push_back({nameOf(entry.name), place, {}});
      if (entry.name == ScreenName::Annotations)
        stops.push_back({u"annotations-unplaced"_s, place, {}, false, {u"unplacedCommand"_s}});
      if (entry.name == ScreenName::Review)
        addReviewStops(place, stops);
      if (entry.name == ScreenName::Progress) {
        stops.push_back({u"progress-ahead"_s, place, {}, false, {u"progressPage1"_s}});
        stops.push_back({u"progress-memory"_s, place, {}, false, {u"progressPage2"_s}});
        stops.push_back({u"progress-prompts"_s, place, {}, false, {u"progressPage3"_s}});
      }
      continue;
    }
    const ports::QuestionCard* question = shownQuestion(pack);
    if (question == nullptr || pack.framework().phases.size() < 6)
      continue;
    place.question = question->id;
    stops.push_back({u"study-question"_s, place, {}});
    place.phase = pack.framework().phases[5].id;
    stops.push_back({u"study"_s, place, {}});
    for (const ports::DiagramCard& figure : question->diagrams) {
      const auto read = pack.diagram(figure.id);
      if (figure.phase != place.phase || !read)
        continue;
      Place part = place;
      part.diagram = figure.id;
      for (const content::Part& candidate : read->parts)
        if (candidate.kind == content::PartKind::Node && candidate.conceptId)
          part.part = candidate.id;
      if (part.part.value().empty())
        continue;
      stops.push_back({u"study-part"_s, part, {}});
      break;
    }
    Place page = place;
    page.conceptId = ConceptId("feature-store");
    if (pack.findConcept(page.conceptId))
      stops.push_back({u"study-concept"_s, page, {}});
    stops.push_back({u"study-step"_s, place, {}, false, {u"nextStepCommand"_s}});
    stops.push_back({u"study-memory"_s, place, {}, false, {u"tintCommand"_s}});
    stops.push_back({u"study-parts"_s, place, {}, false, {u"partsCommand"_s}});
    stops.push_back({u"study-alone"_s, place, {}, false, {u"presentCommand"_s}});
    stops.push_back({u"compare"_s, place, {}, false, {u"compareCommand"_s}});
    stops.push_back({u"export"_s, place, {}, false, {u"exportCommand"_s}});
    stops.push_back({u"foreign"_s, place, {}, false, {}, std::nullopt, true});
    Place writing = place;
    writing.phase = pack.framework().phases[3].id;
    writing.writing = true;
    stops.push_back({u"study-answer"_s, writing, {}});
    stops.push_back({u"answer-preview"_s, writing, {}, false, {u"previewAnswerCommand"_s}});
    stops.push_back({u"answer-compare"_s, writing, {}, false, {u"compareAnswerCommand"_s}});
    stops.push_back({u"answer-grade"_s, writing, {}, false, {u"gradeAnswerCommand"_s}});
    stops.push_back({u"answer-unsaid"_s, writing, {}, false, {u"unsaidPartsCommand"_s}});
    stops.push_back({u"answer-both"_s, writing, {}, false, {u"writeAndPreviewCommand"_s}});
    stops.push_back({.name = u"answer-versions"_s,
                     .place = writing,
                     .commands = {u"answerVersionsCommand"_s},
                     .isModal = true});
    stops.push_back({.name = u"answer-reference"_s, .place = writing, .doing = [](auto& window) {
                       auto* editor = window.template findChild<AnswerEditor*>();
                       editor->moveCursor(QTextCursor::End);
                       editor->apply(Format::Reference);
                     }});
    stops.push_back({.name = u"annotation-dialog"_s,
                     .place = place,
                     .commands = {u"nextStepCommand"_s, u"annotateCommand"_s},
                     .isModal = true});
    stops.push_back({u"places"_s, writing, {}, false, {u"placesCommand"_s}});
  }
  Place library;
  library.screen = ScreenName::Library;
  stops.push_back({u"search"_s, library, u"feature store"_s});
  stops.push_back({u"search-filter"_s, library, u"kind:part phase:serve cache"_s});
  const Place settings{.screen = ScreenName::Settings};
  for (const int percent : {50, 100})
    stops.push_back({.name = u"settings-%1"_s.arg(percent),
                     .place = settings,
                     .doing = [percent](auto& window) { scrollTo(window, percent); }});
  return stops;
}

bool changeSettings(Session& session, const ports::Settings& settings) {
  return session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); });
}

/// Switches off what a stop switched on: the window remembers it.
void release(MainWindow& window, const Stop& stop) {
  for (const QString& command : stop.commands)
    if (const auto* action = window.findChild<QAction*>(command); action && action->isChecked())
      trigger(window, command);
}

/// Takes the picture of the dialog that the last command opens, and closes it.
Status saveModal(MainWindow& window, const QString& command, const QString& file) {
  bool isSaved = false;
  QTimer::singleShot(0, &window, [&] {
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    if (dialog == nullptr)
      return;
    QApplication::processEvents();
    isSaved = dialog->grab().save(file);
    dialog->reject();
  });
  trigger(window, command);
  QApplication::processEvents();
  if (isSaved)
    return {};
  return fail(ErrorKind::InputOutput, fromQt(file), "the picture could not be written");
}

/// The dialog over the window if there is one.
Status save(MainWindow& window, const QString& file) {
  auto* dialog = window.findChild<QDialog*>(QString(), Qt::FindDirectChildrenOnly);
  if ((dialog != nullptr && dialog->isVisible() ? dialog->grab() : window.grab()).save(file))
    return {};
  return fail(ErrorKind::InputOutput, fromQt(file), "the picture could not be written");
}

Status drawStops(const ScreenContext& context, const QString& folder,
                 const std::vector<Stop>& stops) {
  for (const ports::Theme theme : {ports::Theme::Light, ports::Theme::Dark}) {
    ports::Settings settings = context.session.settings();
    settings.theme = theme;
    settings.reducedMotion = true;
    const QString suffix = theme == ports::Theme::Light ? u".light.png"_s : u".dark.png"_s;
    for (const Stop& stop : stops) {
      if (!changeSettings(context.session, stop.kind ? onlyAsking(settings, *stop.kind) : settings))
        return fail(ErrorKind::Internal, "settings", "they could not be changed");
      MainWindow window(context);
      window.resize(kSize);
      window.show();
      window.goTo(stop.place);
      if (stop.place.screen == ScreenName::Review && !stop.kind)
        askAboutAFigure(window);
      if (stop.revealed)
        trigger(window, u"showAnswerCommand"_s);
      if (!stop.palette.isEmpty())
        window.openPalette(stop.palette);
      const QString file = QDir(folder).filePath(stop.name + suffix);
      QStringList commands = stop.commands;
      const QString modal = stop.isModal ? commands.takeLast() : QString();
      for (const QString& command : commands)
        trigger(window, command);
      if (stop.foreign)
        openAsForeign(window, context.session.pack(), stop.place);
      awaitCompiler(context.workshop);
      settle(window, context.thumbnails);
      if (stop.doing)
        stop.doing(window);
      if (stop.updates)
        window.tellUpdate(*stop.updates);
      settle(window, context.thumbnails);
      PHASEBOARD_TRY(stop.isModal ? saveModal(window, modal, file) : save(window, file));
      release(window, stop);
      window.close();
    }
  }
  return {};
}

/// The mock interview: its beginning, a debrief, the board played back, and, last, an attempt that
/// is not finished, since that is what is shown from then on.
Status drawMocks(const ScreenContext& context, const QString& folder) {
  PHASEBOARD_TRY_ASSIGN(const auto finished, rehearseForTour(context.session));
  if (finished.value().empty())
    return {};
  const Place debrief{.screen = ScreenName::Mock, .mock = finished};
  PHASEBOARD_TRY(drawStops(context, folder,
                           {{u"mock-history"_s, {.screen = ScreenName::Mock}, {}},
                            {u"mock-debrief"_s, debrief, {}},
                            {u"mock-debrief-board"_s, debrief, {}, false, {u"toBoardCommand"_s}},
                            {u"mock-debrief-end"_s, debrief, {}, false, {u"toMissesCommand"_s}},
                            {u"mock-replay"_s, debrief, {}, false, {u"replayMockCommand"_s}}}));
  PHASEBOARD_TRY(beginMockForTour(context.session));
  const Place running{.screen = ScreenName::Mock};
  return drawStops(
      context, folder,
      {{u"mock-paused"_s, running, {}},
       {u"mock-rehearsal"_s, running, {}, false, {u"pauseMockCommand"_s}},
       {u"mock-follow-up"_s, running, {}, false, {u"pauseMockCommand"_s, u"followUpsCommand"_s}}});
}

/// An update as it might come: parts and explanations of some question.
std::vector<content::QuestionUpdate> someUpdate(const ports::PackLibrary& pack,
                                                const Place& reworded) {
  using content::ContentChange;
  using content::ContentKind;
  const std::string figure = reworded.diagram.value() + "/";
  content::QuestionUpdate update{
      reworded.question,
      false,
      {{ContentChange::Added, ContentKind::Part, figure + reworded.part.value()},
       {ContentChange::Removed, ContentKind::KeyPoint, reworded.question.value() + "/old-point"},
       {ContentChange::Changed, ContentKind::Explanation, figure + reworded.part.value()},
       {ContentChange::Changed, ContentKind::Explanation, figure + "cache"}}};
  return {update, {pack.questions().back().id, true, {}}};
}

/// The workbench, empty and at work; words of one's own; an update.
Status drawOwnContent(const ScreenContext& context, const QString& folder) {
  if (context.workshop == nullptr)
    return {};
  const Place bench{.screen = ScreenName::Workbench};
  PHASEBOARD_TRY(drawStops(context, folder, {{u"workbench-empty"_s, bench, {}}}));
  PHASEBOARD_TRY_ASSIGN(const auto own, writeTourOwnContent(context.session, *context.workshop));
  awaitCompiler(context.workshop);
  std::vector<Stop> stops{{u"workbench"_s, own.figure, {}},
                          {u"workbench-problem"_s, own.mistake, {}},
                          {u"wordings"_s, own.figure, {}, false, {u"wordingsCommand"_s}},
                          {u"left-behind"_s, own.figure, {}, false, {u"leftBehindCommand"_s}},
                          {u"study-reworded"_s, own.reworded, {}}};
  stops.push_back({u"update"_s, own.reworded, {}});
  stops.back().updates = someUpdate(context.session.pack(), own.reworded);
  return drawStops(context, folder, stops);
}

}  // namespace

Status drawTour(const ScreenContext& context, const QString& folder) {
  if (!QDir().mkpath(folder))
    return fail(ErrorKind::InputOutput, fromQt(folder), "the folder could not be made");
  // The Board screen is taken while it is empty, too.
  PHASEBOARD_TRY(
      drawStops(context, folder, {{u"board-empty"_s, {.screen = ScreenName::Board}, {}}}));
  PHASEBOARD_TRY_ASSIGN(const auto boards, drawTourBoards(context.session));
  PHASEBOARD_TRY(writeTourAnswers(context.session));
  std::vector<Stop> stops = itinerary(context.session.pack());
  for (const TourBoard& board : boards)
    stops.push_back({board.name, {.screen = ScreenName::Board, .board = board.board}, {}});
  if (const ports::QuestionCard* question = shownQuestion(context.session.pack());
      question != nullptr && !question->diagrams.empty())
    stops.push_back({u"board-setup"_s,
                     {.screen = ScreenName::Board, .diagram = question->diagrams.front().id},
                     {}});
  PHASEBOARD_TRY(drawStops(context, folder, stops));
  PHASEBOARD_TRY(drawOwnContent(context, folder));
  return drawMocks(context, folder);
}

}  // namespace phaseboard::ui
