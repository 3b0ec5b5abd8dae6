// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_words.h"

#include <vector>

#include <QCoreApplication>

#include "ui/bridge/session.h"

namespace phaseboard::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("BoardWords", text);
}

}  // namespace

QString levelWords(board::Level level) {
  switch (level) {
    case board::Level::PartsGiven:
      return tr("Parts given");
    case board::Level::NamesHidden:
      return tr("Names hidden");
    case board::Level::NothingGiven:
      return tr("Nothing given");
  }
  return {};
}

QString purposeWords(const board::BoardInfo& info) {
  switch (info.purpose) {
    case board::Purpose::Free:
      return tr("Whiteboard");
    case board::Purpose::Rebuild:
      return info.level ? tr("Rebuild · %1").arg(levelWords(*info.level).toLower()) : tr("Rebuild");
    case board::Purpose::Mock:
      return tr("Mock interview");
  }
  return {};
}

board::KindGuess kindGuessFor(Session& session) {
  std::vector<board::SameMeaning> ideas;
  if (const auto concepts = session.read(session.pack().concepts()))
    for (const content::Concept& idea : *concepts) {
      board::SameMeaning names{idea.title};
      names.insert(names.end(), idea.synonyms.begin(), idea.synonyms.end());
      ideas.push_back(std::move(names));
    }
  return board::KindGuess(ideas);
}

}  // namespace phaseboard::ui
