// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "app/answers/answer.h"
#include "app/base/clock.h"

namespace phaseboard::ui {

/// The versions of one answer, newest first, by when they were written.
class VersionsModel : public QAbstractListModel {
  Q_OBJECT

 public:
  VersionsModel(std::vector<answers::Version> versions, const Clock& clock,
                QObject* parent = nullptr);

  [[nodiscard]] const answers::Version& version(int row) const;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<answers::Version> m_versions;
  const Clock& m_clock;
};

}  // namespace phaseboard::ui
