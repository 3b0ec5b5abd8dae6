// SPDX-License-Identifier: Apache-2.0
#include "ui/merge/merge_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

QString counted(const char* text, std::int64_t count) {
  return QCoreApplication::translate("phaseboard::ui::MergeWords", text, nullptr,
                                     static_cast<int>(count));
}

}  // namespace

QString mergeWords(const ops::MergeCounts& counts) {
  QStringList parts;
  if (counts.events > 0)
    parts.push_back(
        counted(QT_TRANSLATE_N_NOOP("phaseboard::ui::MergeWords", "%n review(s)"), counts.events) +
        u' ' +
        counted(QT_TRANSLATE_N_NOOP("phaseboard::ui::MergeWords", "of %n prompt(s)"),
                counts.prompts));
  if (counts.versions > 0)
    parts.push_back(
        counted(QT_TRANSLATE_N_NOOP("phaseboard::ui::MergeWords", "%n version(s) of answers"),
                counts.versions));
  if (counts.drawings > 0)
    parts.push_back(
        counted(QT_TRANSLATE_N_NOOP("phaseboard::ui::MergeWords", "%n board(s) and interview(s)"),
                counts.drawings));
  if (counts.others > 0)
    parts.push_back(counted(QT_TRANSLATE_N_NOOP("phaseboard::ui::MergeWords", "%n other change(s)"),
                            counts.others));
  return parts.join(u", "_s);
}

QString conflictWords(const ops::MergeCounts& counts) {
  if (counts.conflicts == 0)
    return {};
  return counted(
      QT_TRANSLATE_N_NOOP("phaseboard::ui::MergeWords",
                          "%n answer(s) were written on both sides. Both texts are kept; Study "
                          "shows them side by side."),
      counts.conflicts);
}

}  // namespace phaseboard::ui
