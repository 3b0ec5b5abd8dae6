// SPDX-License-Identifier: Apache-2.0
#include "ui/models/versions_model.h"

#include "app/answers/target.h"
#include "ui/bridge/time_text.h"

namespace phaseboard::ui {

VersionsModel::VersionsModel(std::vector<answers::Version> versions, const Clock& clock,
                             QObject* parent)
    : QAbstractListModel(parent), m_versions(std::move(versions)), m_clock(clock) {}

const answers::Version& VersionsModel::version(int row) const {
  return m_versions.at(static_cast<std::size_t>(row));
}

int VersionsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

QVariant VersionsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || role != Qt::DisplayRole)
    return {};
  const answers::Version& line = version(index.row());
  const QString length = tr("%n word(s)", nullptr, answers::lengthInWords(line.text));
  const QString when = momentText(line.writtenAt, m_clock);
  return index.row() == 0 ? tr("%1 (current), %2").arg(when, length)
                          : tr("%1, %2").arg(when, length);
}

}  // namespace phaseboard::ui
