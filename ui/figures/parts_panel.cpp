// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/parts_panel.h"

#include <algorithm>
#include <map>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using content::PartKind;
using scene::Item;

constexpr int kIdRole = Qt::UserRole;
constexpr int kRowHeight = 24;

PartId partIn(const QTreeWidgetItem& row) {
  return PartId(fromQt(row.data(0, kIdRole).toString()));
}

/// An edge stands below the node that it leaves, so it names where it leads and what it carries.
QString rowText(const scene::Scene& scene, const Item& item) {
  if (item.kind != PartKind::Edge)
    return item.title;
  const QString there = u"→ "_s + scene.item(*item.to)->title;
  return item.text.isEmpty() ? there : there + u"  ·  "_s + item.text;
}

bool holdsWords(const Item& item, const QStringList& words) {
  const QString all = item.title + u' ' + item.text + u' ' + item.description;
  return std::all_of(words.begin(), words.end(), [&all](const QString& word) {
    return all.contains(word, Qt::CaseInsensitive);
  });
}

}  // namespace

PartsPanel::PartsPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(u"partsPanel"_s);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, kGrid, 0);
  column->setSpacing(kGrid);
  auto* head = new QHBoxLayout;
  head->setSpacing(4);
  m_words = new QLineEdit(this);
  m_words->setObjectName(u"partSearch"_s);
  m_words->setPlaceholderText(tr("Find in this figure"));
  m_words->setAccessibleName(tr("Find in this figure"));
  m_words->setToolTip(
      tr("Enter goes to the next part that is found, Shift+Enter to the one before"));
  m_words->setClearButtonEnabled(true);
  m_words->installEventFilter(this);
  auto* close = new GlyphButton(Glyph::Close, tr("Close the outline of parts"), this);
  head->addWidget(m_words, 1);
  head->addWidget(close);
  column->addLayout(head);
  m_count = new Label(QString(), TextRole::Caption, Tone::Muted, this);
  column->addWidget(m_count);
  m_tree = new QTreeWidget(this);
  m_tree->setObjectName(u"partTree"_s);
  m_tree->setAccessibleName(tr("Parts of this figure"));
  m_tree->setHeaderHidden(true);
  m_tree->setIndentation(14);
  m_tree->setUniformRowHeights(true);
  m_tree->installEventFilter(this);
  column->addWidget(m_tree, 1);
  connect(close, &GlyphButton::clicked, this, &PartsPanel::closeRequested);
  connect(m_words, &QLineEdit::textChanged, this, &PartsPanel::search);
  connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* row) {
    if (row != nullptr)
      Q_EMIT partChosen(partIn(*row));
  });
  connect(m_tree, &QTreeWidget::itemClicked, this,
          [this](const QTreeWidgetItem* row) { Q_EMIT partChosen(partIn(*row)); });
}

void PartsPanel::setScene(std::shared_ptr<const scene::Scene> scene) {
  m_scene = std::move(scene);
  fill();
  search();
}

void PartsPanel::fill() {
  const QSignalBlocker quiet(m_tree);
  m_tree->clear();
  if (!m_scene)
    return;
  std::map<PartId, QTreeWidgetItem*> rows;
  for (const PartId& id : m_scene->readingOrder()) {
    const Item& item = *m_scene->item(id);
    const auto around = item.kind == PartKind::Edge ? item.from : m_scene->groupOf(id);
    const auto above = around ? rows.find(*around) : rows.end();
    auto* row =
        above == rows.end() ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(above->second);
    row->setText(0, rowText(*m_scene, item));
    row->setSizeHint(0, QSize(0, scaled(kRowHeight)));
    row->setToolTip(0, item.description);
    row->setData(0, kIdRole, toQt(id.value()));
    if (item.kind != PartKind::Node)
      row->setFont(0, typeFont(item.kind == PartKind::Group ? TextRole::Strong : TextRole::Small));
    rows[id] = row;
  }
  m_tree->expandAll();
}

void PartsPanel::search() {
  const QStringList words = m_words->text().split(u' ', Qt::SkipEmptyParts);
  m_found.clear();
  m_at = -1;
  if (m_scene && !words.isEmpty())
    for (const PartId& id : m_scene->readingOrder())
      if (holdsWords(*m_scene->item(id), words))
        m_found.push_back(id);
  for (QTreeWidgetItemIterator at(m_tree); *at != nullptr; ++at) {
    const bool isFound =
        words.isEmpty() || std::find(m_found.begin(), m_found.end(), partIn(**at)) != m_found.end();
    (*at)->setHidden(!isFound);
    for (QTreeWidgetItem* above = (*at)->parent(); isFound && above != nullptr;
         above = above->parent())
      above->setHidden(false);
  }
  const int parts = m_scene ? static_cast<int>(m_scene->items().size()) : 0;
  m_count->setText(words.isEmpty()   ? tr("%n part(s)", nullptr, parts)
                   : m_found.empty() ? tr("Nothing found; fewer words find more")
                                     : tr("%n found", nullptr, static_cast<int>(m_found.size())));
  Q_EMIT searched(m_found);
}

void PartsPanel::step(int by) {
  if (m_found.empty())
    return;
  const int count = static_cast<int>(m_found.size());
  m_at = m_at < 0 ? (by > 0 ? 0 : count - 1) : (m_at + by + count) % count;
  const PartId part = m_found[static_cast<std::size_t>(m_at)];
  setCurrent(part);
  Q_EMIT partChosen(part);
}

QTreeWidgetItem* PartsPanel::rowOf(const PartId& part) const {
  for (QTreeWidgetItemIterator at(m_tree); *at != nullptr; ++at)
    if (partIn(**at) == part)
      return *at;
  return nullptr;
}

void PartsPanel::setCurrent(const PartId& part) {
  const QSignalBlocker quiet(m_tree);
  QTreeWidgetItem* row = rowOf(part);
  m_tree->setCurrentItem(row);
  if (row != nullptr)
    m_tree->scrollToItem(row);
}

void PartsPanel::startSearch() {
  m_words->setFocus(Qt::ShortcutFocusReason);
  m_words->selectAll();
}

bool PartsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress)
    return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  if (key->key() == Qt::Key_Escape) {
    m_words->clear();
    Q_EMIT closeRequested();
    return true;
  }
  if (watched != m_words)
    return QWidget::eventFilter(watched, event);
  if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
    step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    return true;
  }
  if (key->key() == Qt::Key_Down) {
    m_tree->setFocus();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace phaseboard::ui
