// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/screens.h"

#include <QCoreApplication>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

[[maybe_unused]] QString tr(const char* text) {
  return QCoreApplication::translate("Screens", text);
}

template <class Type>
Screen* make(const ScreenContext& context) {
  return new Type(context);
}

}  // namespace

std::vector<ScreenEntry> screenTable() {
  return {};
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
    case ScreenName::Progress:
      return u"progress"_s;
    case ScreenName::Settings:
      return u"settings"_s;
  }
  return {};
}

}  // namespace phaseboard::ui
