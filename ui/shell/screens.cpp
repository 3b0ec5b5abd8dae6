// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/screens.h"

#include <QCoreApplication>

#include "ui/annotations/annotations_screen.h"
#include "ui/board/board_screen.h"
#include "ui/library/library_screen.h"
#include "ui/mock/mock_screen.h"
#include "ui/progress/progress_screen.h"
#include "ui/review/review_screen.h"
#include "ui/settings/settings_screen.h"
#include "ui/study/study_screen.h"
#include "ui/today/today_screen.h"
#include "ui/workbench/workbench_screen.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

QString tr(const char* text) {
  return QCoreApplication::translate("Screens", text);
}

template <class Type>
Screen* make(const ScreenContext& context) {
  return new Type(context);
}

}  // namespace

std::vector<ScreenEntry> screenTable() {
  std::vector<ScreenEntry> table{
      {ScreenName::Today, tr("Today"), Glyph::Today, make<TodayScreen>},
      {ScreenName::Library, tr("Library"), Glyph::Library, make<LibraryScreen>},
      {ScreenName::Study, tr("Study"), Glyph::Study, make<StudyScreen>},
      {ScreenName::Review, tr("Review"), Glyph::Review, make<ReviewScreen>},
      {ScreenName::Annotations, tr("Annotations"), Glyph::Pencil, make<AnnotationsScreen>},
      {ScreenName::Board, tr("Board"), Glyph::Board, make<BoardScreen>},
      {ScreenName::Mock, tr("Mock"), Glyph::Hourglass, make<MockScreen>},
      {ScreenName::Progress, tr("Progress"), Glyph::Progress, make<ProgressScreen>},
      {ScreenName::Settings, tr("Settings"), Glyph::Settings, make<SettingsScreen>},
      {ScreenName::Workbench, tr("Workbench"), Glyph::Note, make<WorkbenchScreen>}};
  int key = Qt::Key_1;
  for (ScreenEntry& entry : table)
    if (key <= Qt::Key_9)
      entry.key = QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(key++)));
  table.back().key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W);
  return table;
}

QString nameOf(ScreenName screen) {
  switch (screen) {
    case ScreenName::Today:
      return u"today"_s;
    case ScreenName::Library:
      return u"library"_s;
    case ScreenName::Study:
      return u"study"_s;
    case ScreenName::Review:
      return u"review"_s;
    case ScreenName::Annotations:
      return u"annotations"_s;
    case ScreenName::Board:
      return u"board"_s;
    case ScreenName::Mock:
      return u"mock"_s;
    case ScreenName::Progress:
      return u"progress"_s;
    case ScreenName::Settings:
      return u"settings"_s;
    case ScreenName::Workbench:
      return u"workbench"_s;
  }
  return {};
}

}  // namespace phaseboard::ui
