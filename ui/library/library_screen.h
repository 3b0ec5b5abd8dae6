// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/models/gallery_model.h"
#include "ui/shell/screen.h"

class QLineEdit;
class QListView;
class QStackedWidget;
class QVBoxLayout;

namespace phaseboard::ui {

class Card;
class Chip;
class GalleryDelegate;
class Label;

/// Every question of the pack, and every figure as a picture. A click opens Study there.
class LibraryScreen : public Screen {
  Q_OBJECT

 public:
  explicit LibraryScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override;
  void arrive(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeQuestions();
  QWidget* makeGallery();
  QWidget* makeFilters();
  void makeCommands();
  void chooseQuestion(const QuestionId& question);
  void choosePhase(const PhaseId& phase);
  void applyFilter();
  void loadFavourites();
  void openFigure(const QModelIndex& index);
  void toggleFavourite(const QModelIndex& index);
  void fitTiles();

  GalleryModel m_model;
  GalleryFilter m_filter;
  GalleryDelegate* m_delegate;
  QListView* m_view;
  QStackedWidget* m_stack;
  QLineEdit* m_words;
  Label* m_count;
  std::vector<std::pair<PhaseId, Chip*>> m_phases;
  std::vector<std::pair<QuestionId, Card*>> m_questions;
  Chip* m_favourites;
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
