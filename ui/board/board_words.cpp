// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_words.h"

#include <array>
#include <vector>

#include <QCoreApplication>

#include "ui/bridge/session.h"

namespace phaseboard::ui {
namespace {

constexpr std::array kPartWords{
    QT_TRANSLATE_NOOP("BoardWords", "Service"),  QT_TRANSLATE_NOOP("BoardWords", "Process"),
    QT_TRANSLATE_NOOP("BoardWords", "Store"),    QT_TRANSLATE_NOOP("BoardWords", "Model"),
    QT_TRANSLATE_NOOP("BoardWords", "Queue"),    QT_TRANSLATE_NOOP("BoardWords", "Data"),
    QT_TRANSLATE_NOOP("BoardWords", "Metric"),   QT_TRANSLATE_NOOP("BoardWords", "Policy"),
    QT_TRANSLATE_NOOP("BoardWords", "Tensor"),   QT_TRANSLATE_NOOP("BoardWords", "User"),
    QT_TRANSLATE_NOOP("BoardWords", "External"), QT_TRANSLATE_NOOP("BoardWords", "Note")};
static_assert(kPartWords.size() == board::kPartKinds.size());

constexpr std::array kWireWords{
    QT_TRANSLATE_NOOP("BoardWords", "Flow"),     QT_TRANSLATE_NOOP("BoardWords", "Async"),
    QT_TRANSLATE_NOOP("BoardWords", "Batch"),    QT_TRANSLATE_NOOP("BoardWords", "Training"),
    QT_TRANSLATE_NOOP("BoardWords", "Feedback"), QT_TRANSLATE_NOOP("BoardWords", "Control"),
    QT_TRANSLATE_NOOP("BoardWords", "Reference")};
static_assert(kWireWords.size() == board::kWireKinds.size());

constexpr std::array kGroupWords{
    QT_TRANSLATE_NOOP("BoardWords", "Offline"),  QT_TRANSLATE_NOOP("BoardWords", "Online"),
    QT_TRANSLATE_NOOP("BoardWords", "Training"), QT_TRANSLATE_NOOP("BoardWords", "Monitoring"),
    QT_TRANSLATE_NOOP("BoardWords", "Neutral"),  QT_TRANSLATE_NOOP("BoardWords", "Risk")};
static_assert(kGroupWords.size() == board::kGroupKinds.size());

constexpr std::array kLevelWords{QT_TRANSLATE_NOOP("BoardWords", "Parts given"),
                                 QT_TRANSLATE_NOOP("BoardWords", "Names hidden"),
                                 QT_TRANSLATE_NOOP("BoardWords", "Nothing given")};

QString boardText(const char* text) {
  return QCoreApplication::translate("BoardWords", text);
}

}  // namespace

QString kindWords(board::PartKind kind) {
  return boardText(kPartWords[static_cast<std::size_t>(kind)]);
}

QString kindWords(board::WireKind kind) {
  return boardText(kWireWords[static_cast<std::size_t>(kind)]);
}

QString kindWords(board::GroupKind kind) {
  return boardText(kGroupWords[static_cast<std::size_t>(kind)]);
}

QString levelWords(board::Level level) {
  return boardText(kLevelWords[static_cast<std::size_t>(level)]);
}

QString purposeWords(const board::BoardInfo& info) {
  switch (info.purpose) {
    case board::Purpose::Free:
      return boardText(QT_TRANSLATE_NOOP("BoardWords", "Whiteboard"));
    case board::Purpose::Rebuild:
      return info.level ? boardText(QT_TRANSLATE_NOOP("BoardWords", "Rebuild · %1"))
                              .arg(levelWords(*info.level).toLower())
                        : boardText(QT_TRANSLATE_NOOP("BoardWords", "Rebuild"));
    case board::Purpose::Mock:
      return boardText(QT_TRANSLATE_NOOP("BoardWords", "Mock interview"));
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
