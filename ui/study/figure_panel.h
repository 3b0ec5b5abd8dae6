// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QList>
#include <QWidget>

#include "diagrams/scene/scene.h"
#include "ui/shell/screen.h"

class QAction;

namespace phaseboard::ui {

class DiagramView;
class FigureCommands;
class Filmstrip;
class GlyphButton;
class Label;
class PartsPanel;
class RecallLegend;
class StepBar;

/// The middle of Study: one figure with its title and caption, and the strip of the phase's
/// figures.
class FigurePanel : public QWidget {
  Q_OBJECT

 public:
  explicit FigurePanel(const ScreenContext& context, QWidget* parent = nullptr);

  /// The figures of a phase; shows none yet.
  void setFigures(const std::vector<ports::DiagramCard>& figures);
  /// Shows a figure of any phase of the question.
  void showFigure(const DiagramId& diagram);
  [[nodiscard]] const DiagramId& figure() const { return m_figure; }
  [[nodiscard]] const std::optional<content::Diagram>& content() const { return m_content; }
  [[nodiscard]] const scene::Scene* scene() const { return m_scene.get(); }

  /// Chooses a part and brings it into view.
  void choosePart(const PartId& part);
  /// Highlights parts of this figure; an empty list ends it.
  void spotlight(const std::vector<PartId>& parts);
  void next(int by);
  /// Marks the figure as a favourite, or no longer.
  void toggleFavourite();
  /// Goes on, or back, along the numbered steps of the figure.
  void walk(int by);
  /// Plays the numbered steps by themselves, or pauses.
  void togglePlay();
  [[nodiscard]] DiagramView* view() const { return m_view; }

  /// Opens the outline of parts with the cursor in its field.
  void find();
  void showParts(bool shown);
  [[nodiscard]] bool arePartsShown() const;
  void zoomToChosen();
  void showMinimap(bool shown);
  [[nodiscard]] bool isMinimapShown() const;
  /// Colours each part by its predicted recall today.
  void setTinted(bool tinted);
  [[nodiscard]] bool isTinted() const { return m_isTinted; }
  /// Asks for the whole screen, or gives it back.
  void setAlone(bool alone);
  [[nodiscard]] bool isAlone() const { return m_isAlone; }
  /// Answers, settings or reviews have changed.
  void refresh(const ops::Changes& changes);

  /// What can be done with a figure, for the menu.
  [[nodiscard]] const QList<QAction*>& commands() const;

  /// Shows the star as the notebook has it.
  void updateFavourite();

  /// Writes down how the figure is looked at. Called before it is left.
  void remember();

 Q_SIGNALS:
  void figureShown();  ///< another figure, or none, is in the view
  void figureChosen(const phaseboard::DiagramId& diagram);
  void partChosen(const phaseboard::PartId& part);  ///< empty: none any more
  void partOpened(const phaseboard::PartId& part);
  /// The star was pressed.
  void favouriteToggled(const phaseboard::DiagramId& diagram, bool favourite);
  /// The figure wants to be all that is seen, or no longer.
  void aloneChanged(bool alone);
  /// Something to be told that is plain nowhere else.
  void said(const QString& words);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* makeHeader();
  void connectParts();
  void showStep(const std::vector<PartId>& parts);
  void openRead();
  void applyTint();

  ScreenContext m_context;
  std::vector<ports::DiagramCard> m_figures;
  DiagramId m_figure;
  std::optional<content::Diagram> m_content;
  std::shared_ptr<const scene::Scene> m_scene;
  bool m_isTinted = false;
  bool m_isAlone = false;
  PartsPanel* m_parts;
  RecallLegend* m_legend;
  FigureCommands* m_commands;
  Label* m_title;
  Label* m_caption;
  GlyphButton* m_favourite;
  DiagramView* m_view;
  StepBar* m_steps;
  Filmstrip* m_strip;
};

}  // namespace phaseboard::ui
