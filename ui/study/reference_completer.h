// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QAbstractListModel>
#include <QPlainTextEdit>

#include "app/ops/referables.h"

class QListView;

namespace phaseboard::ui {

/// What fits what was typed after '@', for the list of the completer.
class ReferenceModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void setRows(std::vector<ops::Referable> rows);
  [[nodiscard]] const ops::Referable& row(int index) const;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<ops::Referable> m_rows;
};

/// Completes '@' in an editor: lists parts, concepts, phases and key points by what is typed after
/// it, and puts a link in its place. Up and Down choose, Enter or Tab takes, Escape leaves '@' as
/// it is.
class ReferenceCompleter : public QObject {
  Q_OBJECT

 public:
  /// Gives what fits; asked again with each key.
  using Source = std::function<std::vector<ops::Referable>(const QString& typed)>;

  ReferenceCompleter(QPlainTextEdit* editor, Source source);

  /// Puts '@' where the cursor is and lists what can be referred to.
  void begin();
  [[nodiscard]] bool isOpen() const;
  /// A key that the editor was given; true when it meant the list.
  bool takeKey(const QKeyEvent* event);

 private:
  void follow();
  void close();
  void accept();
  void place();
  /// What stands between '@' and the cursor; nothing when there is no '@' to complete.
  [[nodiscard]] std::optional<QString> typed() const;

  QPlainTextEdit* m_editor;
  Source m_source;
  ReferenceModel m_model;
  QListView* m_list = nullptr;
  int m_refused = -1;  ///< where the '@' stands that is to stay one
};

}  // namespace phaseboard::ui
