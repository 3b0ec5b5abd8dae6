// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/annotations/filter.h"
#include "ui/annotations/annotations_model.h"
#include "ui/shell/screen.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace phaseboard::ui {

class Segments;
class UnplacedTray;

/// Everything the user noted, marked, tagged and starred, with filters; and the tray of what lost
/// its place.
class AnnotationsScreen : public Screen {
  Q_OBJECT

 public:
  explicit AnnotationsScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override { return tr("Annotations"); }
  void arrive(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }

 private:
  enum class Page { List, Tray, Nothing, AllPlaced, NoneFits, AllWait };

  void build();
  QWidget* makeFilters();
  void fillFilters();
  void makeCommands();
  [[nodiscard]] annotations::Filter filter() const;
  void read();
  void showPage();
  void open();
  void change();
  void remove();
  void clearFilters();
  [[nodiscard]] const ops::PlacedAnnotation* chosen() const;

  AnnotationsModel m_model;
  QLineEdit* m_words;
  QComboBox* m_question;
  QComboBox* m_phase;
  QComboBox* m_colour;
  QComboBox* m_tag;
  QCheckBox* m_starred;
  Segments* m_tabs;
  QStackedWidget* m_pages;
  QListView* m_list;
  UnplacedTray* m_tray;
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
