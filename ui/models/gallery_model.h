// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include <QAbstractListModel>

#include "app/ports/pack_library.h"

namespace phaseboard::ui {

/// What the gallery shows of all figures.
struct GalleryFilter {
  QuestionId question;  ///< empty: of every question
  PhaseId phase;        ///< empty: of every phase
  QString words;        ///< all must occur in the title or the description
  bool favourites = false;
};

/// The figures of the pack that pass a filter, in reading order.
class GalleryModel : public QAbstractListModel {
  Q_OBJECT

 public:
  static constexpr int kIdRole = Qt::UserRole + 1;
  static constexpr int kPhaseRole = Qt::UserRole + 2;      ///< "3  Data"
  static constexpr int kFavouriteRole = Qt::UserRole + 3;  ///< bool
  static constexpr int kCaptionRole = Qt::UserRole + 4;
  static constexpr int kQuestionRole = Qt::UserRole + 5;  ///< its title; empty where one is chosen

  explicit GalleryModel(const ports::PackLibrary& pack, QObject* parent = nullptr);

  void setFilter(const GalleryFilter& filter);
  [[nodiscard]] const GalleryFilter& filter() const { return m_filter; }
  /// Target ids of everything that is marked.
  void setFavourites(std::set<std::string> favourites);
  /// Says that the picture of a figure has changed.
  void pictureChanged(const DiagramId& diagram);

  [[nodiscard]] const ports::DiagramCard& card(int row) const;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  void list();
  [[nodiscard]] bool passes(const ports::DiagramCard& figure) const;

  const ports::PackLibrary& m_pack;
  GalleryFilter m_filter;
  std::set<std::string> m_favourites;
  std::vector<const ports::DiagramCard*> m_rows;
};

}  // namespace phaseboard::ui
