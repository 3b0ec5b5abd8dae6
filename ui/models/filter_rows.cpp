// SPDX-License-Identifier: Apache-2.0
#include "ui/models/filter_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/ops/query_names.h"
#include "ui/bridge/text.h"
#include "ui/models/palette_model.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using search::HitKind;

constexpr std::array<HitKind, 10> kKindsToFind{
    HitKind::Question, HitKind::Note,   HitKind::KeyPoint, HitKind::Diagram,    HitKind::Part,
    HitKind::Concept,  HitKind::Answer, HitKind::Prompt,   HitKind::Annotation, HitKind::Command};

constexpr std::array kFilterNames{"phase:"_L1, "question:"_L1, "kind:"_L1, "tag:"_L1, "is:"_L1};

/// The value of a filter and what it stands for.
using FilterValues = std::vector<std::pair<QString, QString>>;

FilterValues valuesOf(const QString& name, Session& session) {
  FilterValues values;
  if (name == "phase"_L1)
    for (const framework::Phase& phase : session.pack().framework().phases)
      values.emplace_back(toQt(phase.id.value()), toQt(phase.title));
  if (name == "question"_L1)
    for (const ports::QuestionCard& card : session.pack().questions())
      values.emplace_back(toQt(card.id.value()), toQt(card.title));
  if (name == "kind"_L1)
    for (const HitKind kind : kKindsToFind)
      values.emplace_back(kind == HitKind::Diagram ? u"figure"_s : toQt(search::name(kind)),
                          kindText(kind));
  if (name == "tag"_L1)
    if (const auto* placed = session.annotations())
      for (const std::string& tag : placed->tags())
        values.emplace_back(toQt(tag), PaletteModel::tr("Annotations with this tag"));
  if (name == "is"_L1)
    values.emplace_back(u"due"_s, PaletteModel::tr("Waiting to be repeated"));
  return values;
}

/// The word at the end; empty after a space or within a phrase.
QString lastWord(const QString& typed) {
  return typed.count(u'"') % 2 == 0 ? typed.mid(typed.lastIndexOf(u' ') + 1) : QString();
}

}  // namespace

std::vector<FilterChoice> filterChoices(Session& session, const QString& typed) {
  const QString word = lastWord(typed);
  const qsizetype colon = word.indexOf(u':');
  if (colon < 0)
    return {};
  const QString name = word.left(colon);
  const QString value = word.mid(colon + 1);
  const QString before = typed.left(typed.size() - word.size());
  std::vector<FilterChoice> choices;
  for (const auto& [id, words] : valuesOf(name, session)) {
    if (id == value)
      return {};
    if (value.isEmpty() || ops::mayMean(fromQt(value), fromQt(id), fromQt(words)))
      choices.push_back({name + u':' + id, words, before + name + u':' + id + u' '});
  }
  std::stable_partition(choices.begin(), choices.end(),
                        [&](const FilterChoice& choice) { return choice.filter.startsWith(word); });
  return choices;
}

bool endsWithFilter(const QString& typed) {
  const QString word = lastWord(typed.trimmed());
  return std::any_of(kFilterNames.begin(), kFilterNames.end(),
                     [&](QLatin1StringView name) { return word.startsWith(name); });
}

bool endsWithOpenFilter(const QString& typed) {
  const QString word = lastWord(typed);
  return std::any_of(kFilterNames.begin(), kFilterNames.end(),
                     [&](QLatin1StringView name) { return word == name; });
}

}  // namespace phaseboard::ui
