// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/target_dialog.h"

#include <algorithm>

#include <QDialog>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/annotations/annotation_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kIndexRole = Qt::UserRole + 1;

/// Keeps lines in which every typed word occurs.
class WordFilter : public QSortFilterProxyModel {
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setWords(const QString& typed) {
    m_words = typed.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
  }

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
    const QString line = sourceModel()->index(row, 0, parent).data().toString();
    return std::all_of(m_words.begin(), m_words.end(), [&line](const QString& word) {
      return line.contains(word, Qt::CaseInsensitive);
    });
  }

 private:
  QStringList m_words;
};

class TargetDialog : public QDialog {
 public:
  TargetDialog(const std::vector<annotations::TargetText>& targets, const QString& title,
               QWidget* parent)
      : QDialog(parent), m_words(new QLineEdit(this)), m_list(new QListView(this)) {
    setObjectName(QStringLiteral("targetDialog"));
    setWindowTitle(title);
    resize(scaled(560), scaled(480));
    m_words->setObjectName(QStringLiteral("targetWords"));
    m_words->setAccessibleName(tr("Words of the place"));
    m_words->setPlaceholderText(tr("Type words of the place"));
    m_words->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Places"));
    m_list->setObjectName(QStringLiteral("placeList"));
    m_list->setFocusPolicy(Qt::StrongFocus);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      auto* line = new QStandardItem(targetKindText(targets[i].kind) + QStringLiteral(" · ") +
                                     toQt(targets[i].title));
      line->setData(static_cast<int>(i), kIndexRole);
      line->setEditable(false);
      m_lines.appendRow(line);
    }
    m_filter.setSourceModel(&m_lines);
    m_list->setModel(&m_filter);
    m_list->setUniformItemSizes(true);
    m_list->setCurrentIndex(m_filter.index(0, 0));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    setKind(buttons->button(QDialogButtonBox::Ok), ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListView::doubleClicked, this, &QDialog::accept);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& typed) {
      m_filter.setWords(typed);
      m_list->setCurrentIndex(m_filter.index(0, 0));
    });
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    m_words->setFocus();
  }

  [[nodiscard]] std::optional<std::size_t> chosen() const {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
      return std::nullopt;
    return static_cast<std::size_t>(index.data(kIndexRole).toInt());
  }

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Down)
      moveChoice(1);
    else if (event->key() == Qt::Key_Up)
      moveChoice(-1);
    else
      QDialog::keyPressEvent(event);
  }

 private:
  /// While the words have the focus; the list moves by itself and stops at its ends.
  void moveChoice(int by) {
    const QModelIndex now = m_list->currentIndex();
    const QModelIndex next = m_filter.index(now.row() + by, 0);
    if (now.isValid() && next.isValid())
      m_list->setCurrentIndex(next);
  }

  QStandardItemModel m_lines;
  WordFilter m_filter;
  QLineEdit* m_words;
  QListView* m_list;
};

}  // namespace

std::optional<annotations::TargetText> chooseTarget(
    const std::vector<annotations::TargetText>& targets, const QString& title, QWidget* parent) {
  TargetDialog dialog(targets, title, parent);
  if (dialog.exec() != QDialog::Accepted)
    return std::nullopt;
  const auto chosen = dialog.chosen();
  return chosen ? std::optional(targets[*chosen]) : std::nullopt;
}

}  // namespace phaseboard::ui
