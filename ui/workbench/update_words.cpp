// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/update_words.h"

#include <map>
#include <utility>

#include <QCoreApplication>
#include <QStringList>

#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using content::ContentChange;
using content::ContentKind;

struct UpdateWords {
  Q_DECLARE_TR_FUNCTIONS(phaseboard::ui::UpdateWords)
};

QString countedNoun(ContentKind kind, int count) {
  switch (kind) {
    case ContentKind::Opening:
      return UpdateWords::tr("the opening");
    case ContentKind::DialogueLine:
      return UpdateWords::tr("%n dialogue line(s)", nullptr, count);
    case ContentKind::Summary:
      return UpdateWords::tr("%n summary text(s)", nullptr, count);
    case ContentKind::Chapter:
      return UpdateWords::tr("%n chapter(s)", nullptr, count);
    case ContentKind::KeyPoint:
      return UpdateWords::tr("%n key point(s)", nullptr, count);
    case ContentKind::TradeOff:
      return UpdateWords::tr("%n trade-off(s)", nullptr, count);
    case ContentKind::Number:
      return UpdateWords::tr("%n number(s)", nullptr, count);
    case ContentKind::Pitfall:
      return UpdateWords::tr("%n pitfall(s)", nullptr, count);
    case ContentKind::FollowUp:
      return UpdateWords::tr("%n follow-up(s)", nullptr, count);
    case ContentKind::Figure:
      return UpdateWords::tr("%n figure(s)", nullptr, count);
    case ContentKind::Part:
      return UpdateWords::tr("%n part(s)", nullptr, count);
    case ContentKind::Explanation:
      return UpdateWords::tr("%n explanation(s)", nullptr, count);
    case ContentKind::Prompt:
      return UpdateWords::tr("%n prompt(s)", nullptr, count);
  }
  return {};
}

QString noun(ContentKind kind) {
  switch (kind) {
    case ContentKind::Opening:
      return UpdateWords::tr("opening");
    case ContentKind::DialogueLine:
      return UpdateWords::tr("dialogue line");
    case ContentKind::Summary:
      return UpdateWords::tr("summary");
    case ContentKind::Chapter:
      return UpdateWords::tr("chapter");
    case ContentKind::KeyPoint:
      return UpdateWords::tr("key point");
    case ContentKind::TradeOff:
      return UpdateWords::tr("trade-off");
    case ContentKind::Number:
      return UpdateWords::tr("number");
    case ContentKind::Pitfall:
      return UpdateWords::tr("pitfall");
    case ContentKind::FollowUp:
      return UpdateWords::tr("follow-up");
    case ContentKind::Figure:
      return UpdateWords::tr("figure");
    case ContentKind::Part:
      return UpdateWords::tr("part");
    case ContentKind::Explanation:
      return UpdateWords::tr("explanation");
    case ContentKind::Prompt:
      return UpdateWords::tr("prompt");
  }
  return {};
}

QString changed(ContentChange change, const QString& what) {
  switch (change) {
    case ContentChange::Added:
      return QStringLiteral("+") + what;
    case ContentChange::Removed:
      return UpdateWords::tr("%1 removed").arg(what);
    case ContentChange::Changed:
      return UpdateWords::tr("%1 reworded").arg(what);
  }
  return {};
}

}  // namespace

QString summaryOf(const content::QuestionUpdate& update) {
  if (update.isNew)
    return UpdateWords::tr("new question");
  std::map<std::pair<ContentChange, ContentKind>, int> counts;
  for (const content::ChangedContent& change : update.changes)
    ++counts[{change.change, change.kind}];
  QStringList words;
  for (const auto& [what, count] : counts)
    words.push_back(changed(what.first, countedNoun(what.second, count)));
  return words.join(QStringLiteral(", "));
}

QString changeText(const content::ChangedContent& change) {
  const std::string name = change.id.substr(change.id.find_last_of("/#") + 1);
  QString what = noun(change.kind) + QStringLiteral(" ") + toQt(name);
  switch (change.change) {
    case ContentChange::Added:
      return UpdateWords::tr("New: %1").arg(what);
    case ContentChange::Removed:
      return UpdateWords::tr("Removed: %1").arg(what);
    case ContentChange::Changed:
      return UpdateWords::tr("Reworded: %1").arg(what);
  }
  return what;
}

}  // namespace phaseboard::ui
