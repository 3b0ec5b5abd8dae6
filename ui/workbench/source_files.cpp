// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/source_files.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

#include "app/content/own_sources.h"
#include "ui/bridge/text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kFileRole = Qt::UserRole + 1;
constexpr int kQuestionRole = Qt::UserRole + 2;
constexpr int kNameRole = Qt::UserRole + 3;

/// What a person calls the file.
QString nameOf(const QString& file, const content::SourceName& name) {
  QString last = file.section(u'/', -1);
  switch (name.kind) {
    case content::SourceKind::Question:
      return SourceFiles::tr("Opening");
    case content::SourceKind::Prompts:
      return SourceFiles::tr("Prompts");
    case content::SourceKind::Note:
      return SourceFiles::tr("Note %1").arg(last.section(u'.', 0, 0).replace(u'-', u' '));
    case content::SourceKind::Figure:
      return SourceFiles::tr("Figure %1").arg(last);
    case content::SourceKind::Pack:
      return SourceFiles::tr("About this folder");
    case content::SourceKind::Concepts:
      return SourceFiles::tr("Concepts");
    case content::SourceKind::Other:
      return last;
  }
  return last;
}

}  // namespace

SourceFiles::SourceFiles(QWidget* parent) : QTreeWidget(parent) {
  setObjectName(u"sourceFiles"_s);
  setAccessibleName(tr("Source files"));
  setHeaderHidden(true);
  setFrameShape(QFrame::NoFrame);
  setUniformRowHeights(true);
  setIndentation(14);
  connect(this, &QTreeWidget::currentItemChanged, this, [this] {
    if (const QString file = currentFile(); !file.isEmpty())
      Q_EMIT fileChosen(file);
  });
}

QTreeWidgetItem* SourceFiles::groupFor(const QString& question) {
  for (int i = 0; i < topLevelItemCount(); ++i)
    if (topLevelItem(i)->data(0, kQuestionRole).toString() == question)
      return topLevelItem(i);
  auto* group = new QTreeWidgetItem(this);
  group->setText(0, question.isEmpty() ? tr("Shared") : question);
  group->setData(0, kQuestionRole, question);
  group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  group->setExpanded(true);
  return group;
}

void SourceFiles::setFiles(const QStringList& files) {
  const QSignalBlocker blocker(this);
  const QString current = currentFile();
  clear();
  // Questions first; within one, its opening, its other texts, then its figures.
  QStringList ordered = files.filter(QStringLiteral("/question.yaml"));
  for (const char* prefix : {"questions/", "diagrams/", ""})
    for (const QString& file : files)
      if (file.startsWith(QLatin1String(prefix)) && !ordered.contains(file))
        ordered.push_back(file);
  for (const QString& file : ordered) {
    const content::SourceName name = content::sourceNamed(fromQt(file));
    auto* item = new QTreeWidgetItem(groupFor(toQt(name.question.value())));
    item->setData(0, kFileRole, file);
    item->setData(0, kQuestionRole, toQt(name.question.value()));
    item->setData(0, kNameRole, nameOf(file, name));
    item->setToolTip(0, file);
  }
  expandAll();
  setCurrentFile(current);
  dress();
}

void SourceFiles::setProblems(const Diagnostics& problems) {
  m_wrong.clear();
  for (const Diagnostic& problem : problems)
    m_wrong.push_back(toQt(problem.file));
  dress();
}

void SourceFiles::setUnsaved(const QStringList& files) {
  if (m_unsaved == files)
    return;
  m_unsaved = files;
  dress();
}

void SourceFiles::dress() {
  for (QTreeWidgetItemIterator at(this); *at != nullptr; ++at)
    dressOne(*at);
}

void SourceFiles::dressOne(QTreeWidgetItem* item) {
  const QString file = item->data(0, kFileRole).toString();
  const style::ApplicationColours c = coloursOf(this);
  if (file.isEmpty()) {
    item->setFont(0, typeFont(TextRole::Strong));
    return;
  }
  const bool isWrong = m_wrong.contains(file);
  QString text = item->data(0, kNameRole).toString();
  const bool isUnsaved = m_unsaved.contains(file);
  if (isUnsaved)
    text += u"  •"_s;
  item->setText(0, text);
  item->setForeground(0, isWrong ? c.bad : c.text);
  QString said = text;
  if (isWrong)
    said += tr(", with problems");
  if (isUnsaved)
    said += tr(", not saved");
  item->setData(0, Qt::AccessibleTextRole, said);
}

QTreeWidgetItem* SourceFiles::itemOf(const QString& file) const {
  for (QTreeWidgetItemIterator at(const_cast<SourceFiles*>(this)); *at != nullptr; ++at)
    if ((*at)->data(0, kFileRole).toString() == file)
      return *at;
  return nullptr;
}

void SourceFiles::setCurrentFile(const QString& file) {
  const QSignalBlocker blocker(this);
  if (QTreeWidgetItem* item = file.isEmpty() ? nullptr : itemOf(file))
    setCurrentItem(item);
}

QString SourceFiles::currentFile() const {
  return currentItem() ? currentItem()->data(0, kFileRole).toString() : QString();
}

QString SourceFiles::currentQuestion() const {
  return currentItem() ? currentItem()->data(0, kQuestionRole).toString() : QString();
}

}  // namespace phaseboard::ui
