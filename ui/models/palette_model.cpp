// SPDX-License-Identifier: Apache-2.0
#include "ui/models/palette_model.h"

#include <algorithm>
#include <utility>

#include <QAction>

#include "app/ops/due_targets.h"
#include "app/ops/query_names.h"
#include "app/review/prompt.h"
#include "app/search/query.h"
#include "ui/annotations/annotation_words.h"
#include "ui/bridge/text.h"
#include "ui/models/filter_rows.h"
#include "ui/models/plain_text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

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

/// "Feature store, Concept, what it stands in": a title alone says too little.
QString spokenRow(const PaletteRow& row) {
  QStringList words{row.title, row.kind, row.where};
  QString detail = row.detail;
  words.push_back(row.command ? row.key : detail.remove(QChar(2)).remove(QChar(3)));
  words.removeAll(QString());
  return words.join(u", "_s);
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
    case search::HitKind::Wording:
      return placeOfTarget(hit.id);
    case search::HitKind::Annotation:
    case search::HitKind::Command:
      break;
  }
  return place;
}

Place placeOfTarget(const std::string& target) {
  Place place{.screen = ScreenName::Study};
  const auto prompt = review::splitPromptId(PromptId{target});
  const std::string id = prompt ? prompt->target.value() : target;
  const std::size_t first = id.find_first_of("/#");
  place.question = QuestionId(id.substr(0, first));
  if (first == std::string::npos)
    return place;
  if (id[first] == '#')
    place.phase = PhaseId(id.substr(first + 1));
  else if (const std::size_t last = id.rfind('/'); last != first) {
    place.diagram = DiagramId(id.substr(0, last));
    place.part = PartId(id.substr(last + 1));
  } else {
    place.item = ItemId(id);
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
    case search::HitKind::Annotation:
      return PaletteModel::tr("Annotation");
    case search::HitKind::Wording:
      return PaletteModel::tr("My wording");
    case search::HitKind::Command:
      return PaletteModel::tr("Command");
  }
  return {};
}

PaletteModel::PaletteModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
  if (session.textIndex() == nullptr)
    return;
  m_runner = std::make_unique<SearchRunner>(*session.textIndex());
  connect(m_runner.get(), &SearchRunner::found, this, &PaletteModel::onFound);
}

void PaletteModel::setCommands(const QList<QAction*>& commands) {
  m_commands.clear();
  for (QAction* command : commands)
    m_commands.push_back(command);
}

void PaletteModel::setPlaces(std::vector<PaletteRow> places, bool only) {
  m_places = std::move(places);
  m_onlyPlaces = only;
}

std::vector<PaletteRow> PaletteModel::fittingPlaces() const {
  constexpr std::size_t kMostAmongOthers = 3;
  std::vector<PaletteRow> rows;
  if (!m_onlyPlaces && (m_typed.isEmpty() || m_query.hasFilter()))
    return rows;
  for (const PaletteRow& place : m_places)
    if (fit(place.title + u' ' + place.detail, m_typed) > 0 &&
        (m_onlyPlaces || rows.size() < kMostAmongOthers))
      rows.push_back(place);
  return rows;
}

std::vector<PaletteRow> PaletteModel::fittingFilters(const QString& typed) {
  std::vector<PaletteRow> rows;
  for (const FilterChoice& choice : filterChoices(m_session, typed))
    rows.push_back({.title = choice.filter,
                    .detail = choice.words,
                    .kind = tr("Filter"),
                    .typed = choice.typed});
  return rows;
}

void PaletteModel::search(const QString& typed) {
  m_typed = typed.trimmed();
  m_query = ops::withKnownIds(search::parseQuery(fromQt(endsWithFilter(typed) ? m_typed : typed)),
                              m_session.pack());
  m_filters = fittingFilters(typed);
  if (m_query.isDue)
    m_query.only = m_session
                       .read(ops::dueTargets(m_session.pack(), m_session.notebook(),
                                             m_session.now(), m_session.today()))
                       .value_or(std::vector<std::string>());
  if (m_onlyPlaces) {
    cancel();
    return setRows(fittingPlaces());
  }
  if (endsWithOpenFilter(typed)) {
    cancel();
    return setRows(m_filters);
  }
  const bool hasPlaces = m_runner && !m_query.empty() && m_query.kind != search::HitKind::Command;
  if (!hasPlaces) {
    cancel();
    std::vector<PaletteRow> rows = m_filters;
    for (PaletteRow& command : fittingCommands())
      rows.push_back(std::move(command));
    return setRows(std::move(rows));
  }
  // What is there stays until what was found takes its place, so that nothing flickers.
  m_runner->start(m_query, kMostHits);
}

void PaletteModel::cancel() {
  if (m_runner)
    m_runner->cancel();
}

void PaletteModel::setRows(std::vector<PaletteRow> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

std::vector<PaletteRow> PaletteModel::fittingCommands() const {
  const bool onlyCommands = m_query.kind == search::HitKind::Command;
  if (m_query.hasFilter() && !onlyCommands)
    return {};
  QString words = m_typed;
  if (onlyCommands) {
    words.clear();
    for (const search::Term& term : m_query.terms)
      words += toQt(term.text) + u' ';
  }
  std::vector<std::pair<int, PaletteRow>> fitting;
  for (const QPointer<QAction>& command : m_commands) {
    if (!command || !command->isEnabled() || command->isSeparator())
      continue;
    const QString title = QString(command->text()).remove(u'&');
    const int score = fit(title, words.trimmed());
    if (score > 0)
      fitting.emplace_back(score,
                           PaletteRow{.title = title,
                                      .kind = tr("Command"),
                                      .key = command->shortcut().toString(QKeySequence::NativeText),
                                      .command = command});
  }
  std::stable_sort(fitting.begin(), fitting.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const std::size_t most = words.isEmpty() || onlyCommands ? fitting.size() : 6;
  std::vector<PaletteRow> rows;
  for (std::size_t i = 0; i < std::min(most, fitting.size()); ++i)
    rows.push_back(std::move(fitting[i].second));
  return rows;
}

void PaletteModel::onFound(const std::vector<search::Hit>& hits) {
  std::vector<PaletteRow> rows = m_filters;
  for (PaletteRow& command : fittingCommands())
    rows.push_back(std::move(command));
  for (PaletteRow& place : fittingPlaces())
    rows.push_back(std::move(place));
  for (const search::Hit& hit : hits)
    addHit(hit, rows);
  setRows(std::move(rows));
}

QString PaletteModel::whereText(const QuestionId& question, const PhaseId& phase) const {
  QString words = toQt(question.value());
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == question)
      words = toQt(card.title);
  if (const framework::Phase* known = m_session.pack().framework().phase(phase))
    words += QStringLiteral(" · ") + toQt(known->shortTitle);
  return words;
}

QString PaletteModel::whereOf(const search::Hit& hit) const {
  if (hit.kind == search::HitKind::Concept || hit.kind == search::HitKind::Answer)
    return {};
  if (hit.kind == search::HitKind::Question && hit.id == hit.question.value())
    return {};
  if (hit.kind != search::HitKind::Part)
    return whereText(hit.question, hit.phase);
  // Many figures have a part of one name: the phase alone would not tell them apart.
  const DiagramId figure{beforeLast(hit.id, '/')};
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == hit.question)
      for (const ports::DiagramCard& drawn : card.diagrams)
        if (drawn.id == figure)
          return toQt(card.title) + QStringLiteral(" · ") + toQt(drawn.title);
  return whereText(hit.question, hit.phase);
}

void PaletteModel::addHit(const search::Hit& hit, std::vector<PaletteRow>& rows) {
  PaletteRow row{.title = toQt(hit.title),
                 .where = whereOf(hit),
                 .detail = toQt(hit.snippet),
                 .kind = kindText(hit.kind),
                 .place = placeOf(hit)};
  if (hit.kind == search::HitKind::Answer || hit.kind == search::HitKind::Annotation)
    row.detail = readablePiece(row.detail);
  if (hit.kind == search::HitKind::Answer)
    row.title = whereText(hit.question, hit.phase);
  if (hit.kind == search::HitKind::Annotation) {
    const auto* placed = m_session.annotations();
    const auto* known = placed ? placed->find(annotations::AnnotationId{hit.id}) : nullptr;
    if (known == nullptr || (m_query.phase && *m_query.phase != known->phase) ||
        (m_query.question && *m_query.question != known->question))
      return;
    row.place = known->standing == annotations::Standing::Unplaced
                    ? Place{.screen = ScreenName::Annotations}
                    : placeOf(*known);
    if (row.detail.isEmpty())
      row.detail = annotationText(*known);
    row.where = whereText(known->question, known->phase);
  }
  if (hit.kind == search::HitKind::Wording) {
    if (m_query.question && *m_query.question != row.place.question)
      return;
    row.title = whereText(row.place.question, row.place.phase);
    row.where.clear();
  }
  if (row.where.startsWith(row.title + u' '))  // a note is called like its question
    row.title = std::exchange(row.where, {});
  rows.push_back(std::move(row));
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
      return line.title;
    case Qt::AccessibleTextRole:
      return spokenRow(line);
    case kKindRole:
      return line.kind;
    case kWhereRole:
      return line.where;
    case kDetailRole:
      return line.detail;
    case kKeyRole:
      return line.key;
    default:
      return {};
  }
}

}  // namespace phaseboard::ui
