// SPDX-License-Identifier: Apache-2.0
#include "ui/models/palette_model.h"

#include <algorithm>

#include <QAction>

#include "app/search/query.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

/// How well a command fits: 0 not at all, more is better. Words may come in any order.
int fit(const QString& command, const QString& typed) {
  if (typed.isEmpty())
    return 1;
  int score = 0;
  for (const QString& word : typed.split(u' ', Qt::SkipEmptyParts)) {
    const qsizetype at = command.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
      return 0;
    const bool begins = at == 0 || command[at - 1] == u' ';
    score += at == 0 ? 4 : (begins ? 3 : 1);
  }
  return score;
}

std::string beforeLast(const std::string& id, char mark) {
  return id.substr(0, id.rfind(mark));
}
std::string afterLast(const std::string& id, char mark) {
  return id.substr(id.rfind(mark) + 1);
}

}  // namespace

Place placeOf(const search::Hit& hit) {
  Place place;
  place.screen = ScreenName::Study;
  place.question = hit.question;
  place.phase = hit.phase;
  switch (hit.kind) {
    case search::HitKind::Question:
    case search::HitKind::Note:
    case search::HitKind::Prompt:
      break;
    case search::HitKind::KeyPoint:
      place.item = ItemId(hit.id);
      break;
    case search::HitKind::Diagram:
      place.diagram = DiagramId(hit.id);
      break;
    case search::HitKind::Part:
      place.diagram = DiagramId(beforeLast(hit.id, '/'));
      place.part = PartId(afterLast(hit.id, '/'));
      break;
    case search::HitKind::Concept:
      place.conceptId = ConceptId(hit.id);
      break;
    case search::HitKind::Answer:
      place.writing = true;
      break;
  }
  return place;
}

QString kindText(search::HitKind kind) {
  switch (kind) {
    case search::HitKind::Question:
      return PaletteModel::tr("Question");
    case search::HitKind::Note:
      return PaletteModel::tr("Note");
    case search::HitKind::KeyPoint:
      return PaletteModel::tr("Key point");
    case search::HitKind::Diagram:
      return PaletteModel::tr("Figure");
    case search::HitKind::Part:
      return PaletteModel::tr("Part");
    case search::HitKind::Concept:
      return PaletteModel::tr("Concept");
    case search::HitKind::Answer:
      return PaletteModel::tr("Answer");
    case search::HitKind::Prompt:
      return PaletteModel::tr("Prompt");
  }
  return {};
}

PaletteModel::PaletteModel(const ports::PackLibrary& pack, QObject* parent)
    : QAbstractListModel(parent), m_pack(pack) {}

void PaletteModel::setCommands(const QList<QAction*>& commands) {
  m_commands.clear();
  for (QAction* command : commands)
    m_commands.push_back(command);
}

void PaletteModel::search(const QString& typed) {
  beginResetModel();
  m_rows.clear();
  addCommands(typed.trimmed());
  addHits(typed.trimmed());
  endResetModel();
}

void PaletteModel::addCommands(const QString& typed) {
  std::vector<std::pair<int, PaletteRow>> fitting;
  for (const QPointer<QAction>& command : m_commands) {
    if (!command || !command->isEnabled() || command->isSeparator())
      continue;
    const QString title = QString(command->text()).remove(u'&');
    const int score = fit(title, typed);
    if (score > 0)
      fitting.emplace_back(score, PaletteRow{title,
                                             {},
                                             tr("Command"),
                                             command->shortcut().toString(QKeySequence::NativeText),
                                             command,
                                             {}});
  }
  std::stable_sort(fitting.begin(), fitting.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const std::size_t most = typed.isEmpty() ? fitting.size() : 6;
  for (std::size_t i = 0; i < std::min(most, fitting.size()); ++i)
    m_rows.push_back(std::move(fitting[i].second));
}

void PaletteModel::addHits(const QString& typed) {
  const search::Query query = search::parseQuery(fromQt(typed));
  if (query.empty())
    return;
  const auto hits = m_pack.search(query, kMostHits);
  if (!hits)
    return;
  for (const search::Hit& hit : *hits)
    m_rows.push_back(
        {toQt(hit.title), toQt(hit.snippet), kindText(hit.kind), {}, nullptr, placeOf(hit)});
}

const PaletteRow& PaletteModel::row(int index) const {
  return m_rows.at(static_cast<std::size_t>(index));
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount())
    return {};
  const PaletteRow& line = row(index.row());
  switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
      return line.title;
    case kKindRole:
      return line.kind;
    case kDetailRole:
      return line.detail;
    case kKeyRole:
      return line.key;
    default:
      return {};
  }
}

}  // namespace phaseboard::ui
