// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "diagrams/scene/scene.h"
#include "ui/shell/screen.h"

namespace phaseboard::ui {

class DiagramView;
class Filmstrip;
class GlyphButton;
class Label;
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
  [[nodiscard]] DiagramView* view() const { return m_view; }

  /// Shows the star as the notebook has it.
  void updateFavourite();

  /// Writes down how the figure is looked at. Called before it is left.
  void remember();

 Q_SIGNALS:
  void figureChosen(const phaseboard::DiagramId& diagram);
  void partChosen(const phaseboard::PartId& part);  ///< empty: none any more
  void partOpened(const phaseboard::PartId& part);
  /// The star was pressed.
  void favouriteToggled(const phaseboard::DiagramId& diagram, bool favourite);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeHeader();

  ScreenContext m_context;
  std::vector<ports::DiagramCard> m_figures;
  DiagramId m_figure;
  std::optional<content::Diagram> m_content;
  std::shared_ptr<const scene::Scene> m_scene;
  Label* m_title;
  Label* m_caption;
  GlyphButton* m_favourite;
  DiagramView* m_view;
  StepBar* m_steps;
  Filmstrip* m_strip;
};

}  // namespace phaseboard::ui
