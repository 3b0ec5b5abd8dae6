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
  return {
      {ScreenName::Today, tr("Today"), Glyph::Today, Qt::CTRL | Qt::Key_1, make<TodayScreen>},
      {ScreenName::Library, tr("Library"), Glyph::Library, Qt::CTRL | Qt::Key_2,
       make<LibraryScreen>},
      {ScreenName::Study, tr("Study"), Glyph::Study, Qt::CTRL | Qt::Key_3, make<StudyScreen>},
      {ScreenName::Review, tr("Review"), Glyph::Review, Qt::CTRL | Qt::Key_4, make<ReviewScreen>},
      {ScreenName::Annotations, tr("Annotations"), Glyph::Pencil, Qt::CTRL | Qt::Key_9,
       make<AnnotationsScreen>},
      {ScreenName::Board, tr("Board"), Glyph::Board, Qt::CTRL | Qt::Key_7, make<BoardScreen>},
      {ScreenName::Mock, tr("Mock"), Glyph::Hourglass, Qt::CTRL | Qt::Key_8, make<MockScreen>},
      {ScreenName::Progress, tr("Progress"), Glyph::Progress, Qt::CTRL | Qt::Key_5,
       make<ProgressScreen>},
      {ScreenName::Settings, tr("Settings"), Glyph::Settings, Qt::CTRL | Qt::Key_6,
       make<SettingsScreen>}};
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
  }
  return {};
}

}  // namespace phaseboard::ui
