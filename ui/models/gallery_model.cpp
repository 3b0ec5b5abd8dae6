// SPDX-License-Identifier: Apache-2.0
#include "ui/models/gallery_model.h"

#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

QString titleOf(const QuestionId& question, const ports::PackLibrary& pack) {
  for (const ports::QuestionCard& card : pack.questions())
    if (card.id == question)
      return toQt(card.title);
  return {};
}

}  // namespace

GalleryModel::GalleryModel(const ports::PackLibrary& pack, QObject* parent)
    : QAbstractListModel(parent), m_pack(pack) {
  list();
}

void GalleryModel::setFilter(const GalleryFilter& filter) {
  beginResetModel();
  m_filter = filter;
  list();
  endResetModel();
}

void GalleryModel::setFavourites(std::set<std::string> favourites) {
  beginResetModel();
  m_favourites = std::move(favourites);
  list();
  endResetModel();
}

void GalleryModel::list() {
  m_rows.clear();
  for (const ports::QuestionCard& question : m_pack.questions())
    for (const ports::DiagramCard& figure : question.diagrams)
      if (passes(figure))
        m_rows.push_back(&figure);
}

bool GalleryModel::passes(const ports::DiagramCard& figure) const {
  if (!m_filter.question.value().empty() && figure.question != m_filter.question)
    return false;
  if (!m_filter.phase.value().empty() && figure.phase != m_filter.phase)
    return false;
  if (m_filter.favourites && !m_favourites.contains(figure.id.value()))
    return false;
  const QString text =
      toQt(figure.title) + u' ' + toQt(figure.description) + u' ' + toQt(figure.kind);
  for (const QString& word : m_filter.words.split(u' ', Qt::SkipEmptyParts))
    if (!text.contains(word, Qt::CaseInsensitive))
      return false;
  return true;
}

void GalleryModel::pictureChanged(const DiagramId& diagram) {
  for (std::size_t i = 0; i < m_rows.size(); ++i)
    if (m_rows[i]->id == diagram) {
      const QModelIndex at = index(static_cast<int>(i));
      Q_EMIT dataChanged(at, at, {Qt::DecorationRole});
    }
}

const ports::DiagramCard& GalleryModel::card(int row) const {
  return *m_rows.at(static_cast<std::size_t>(row));
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid())
    return {};
  const ports::DiagramCard& figure = card(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return toQt(figure.title);
    case Qt::ToolTipRole:
    case kCaptionRole:
      return toQt(figure.description);
    case kIdRole:
      return toQt(figure.id.value());
    case kPhaseRole:
      if (const framework::Phase* phase = m_pack.framework().phase(figure.phase))
        return QStringLiteral("%1  %2").arg(phase->number).arg(toQt(phase->shortTitle));
      return {};
    case kQuestionRole:
      return m_filter.question.value().empty() ? titleOf(figure.question, m_pack) : QString();
    case Qt::AccessibleTextRole: {
      QStringList words{toQt(figure.title), data(index, kQuestionRole).toString(),
                        data(index, kPhaseRole).toString().simplified()};
      words.removeAll(QString());
      return words.join(QStringLiteral(", "));
    }
    case kFavouriteRole:
      return m_favourites.contains(figure.id.value());
    default:
      return {};
  }
}

}  // namespace phaseboard::ui
