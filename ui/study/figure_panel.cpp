// SPDX-License-Identifier: Apache-2.0
#include "ui/study/figure_panel.h"

#include <algorithm>

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/shell/window_memory.h"
#include "ui/study/filmstrip.h"
#include "ui/study/step_bar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

FigurePanel::FigurePanel(const ScreenContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_view(new DiagramView(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
  column->setSpacing(kGrid);
  column->addWidget(makeHeader());
  m_view->setObjectName(QStringLiteral("figure"));
  m_view->setTheme(themeOf(this));
  m_view->setEmptyText(tr("This phase has no figure."));
  column->addWidget(m_view, 1);
  m_steps = new StepBar(this);
  column->addWidget(m_steps);
  m_strip = new Filmstrip(context.thumbnails, this);
  column->addWidget(m_strip);

  connect(m_strip, &Filmstrip::chosen, this, &FigurePanel::figureChosen);
  connect(m_steps, &StepBar::stepShown, this, &FigurePanel::spotlight);
  connect(m_view, &DiagramView::partClicked, this, &FigurePanel::partChosen);
  connect(m_view, &DiagramView::partActivated, this, &FigurePanel::partOpened);
  connect(m_view, &DiagramView::choiceCleared, this, [this] { Q_EMIT partChosen(PartId()); });
}

QWidget* FigurePanel::makeHeader() {
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  m_title = new Label(QString(), TextRole::Heading);
  m_title->setElided(true);
  m_caption = new Label(QString(), TextRole::Small, Tone::Muted);
  m_caption->setWordWrap(true);
  m_caption->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  words->addWidget(m_title);
  words->addWidget(m_caption);
  row->addLayout(words, 1);
  m_favourite = new GlyphButton(Glyph::Star, tr("Favourite"), header);
  m_favourite->setCheckable(true);
  connect(m_favourite, &GlyphButton::clicked, this,
          [this](bool on) { Q_EMIT favouriteToggled(m_figure, on); });
  const auto add = [&](Glyph glyph, const QString& name, void (DiagramView::*slot)()) {
    auto* button = new GlyphButton(glyph, name, header);
    connect(button, &GlyphButton::clicked, m_view, slot);
    row->addWidget(button, 0, Qt::AlignTop);
  };
  row->addWidget(m_favourite, 0, Qt::AlignTop);
  add(Glyph::ZoomOut, tr("Zoom out"), &DiagramView::zoomOut);
  add(Glyph::ZoomIn, tr("Zoom in"), &DiagramView::zoomIn);
  add(Glyph::Fit, tr("Show the whole figure"), &DiagramView::fit);
  return header;
}

void FigurePanel::setFigures(const std::vector<ports::DiagramCard>& figures) {
  m_figures = figures;
  m_strip->setFigures(figures);
}

void FigurePanel::showFigure(const DiagramId& diagram) {
  remember();
  m_figure = diagram;
  m_content.reset();
  m_scene.reset();
  if (!diagram.value().empty()) {
    m_content = m_context.session.read(m_context.session.pack().diagram(diagram));
    if (m_content)
      if (auto scene = m_context.session.read(scene::Scene::read(m_content->svg)))
        m_scene = std::make_shared<const scene::Scene>(std::move(*scene));
  }
  m_title->setText(m_content ? toQt(m_content->title) : QString());
  m_caption->setText(m_content ? toQt(m_content->description) : QString());
  m_view->setScene(m_scene);
  m_view->setReducedMotion(m_context.session.settings().reducedMotion);
  if (const auto viewport = m_context.memory.viewport(diagram))
    m_view->setViewport(*viewport);
  m_steps->setScene(m_scene.get());
  m_strip->setCurrent(diagram);
  updateFavourite();
}

void FigurePanel::remember() {
  if (m_scene)
    m_context.memory.setViewport(m_figure, m_view->viewport());
}

void FigurePanel::updateFavourite() {
  const auto favourites = m_context.session.notebook().favourites();
  const bool marked = favourites && std::find(favourites->begin(), favourites->end(),
                                              m_figure.value()) != favourites->end();
  m_favourite->setChecked(marked);
  m_favourite->setGlyph(marked ? Glyph::StarFilled : Glyph::Star);
  m_favourite->setAccented(marked);
}

void FigurePanel::choosePart(const PartId& part) {
  m_view->setCurrentPart(part);
  const scene::Item* item = m_scene ? m_scene->item(part) : nullptr;
  if (!item)
    return;
  const QRectF place = m_view->toWidget().mapRect(item->box);
  if (!QRectF(m_view->rect()).contains(place.center()))
    m_view->zoomToPart(part);
}

void FigurePanel::spotlight(const std::vector<PartId>& parts) {
  m_view->spotlight(parts);
}

void FigurePanel::next(int by) {
  for (std::size_t i = 0; i < m_figures.size(); ++i) {
    const auto target = static_cast<std::ptrdiff_t>(i) + by;
    if (m_figures[i].id == m_figure && target >= 0 &&
        target < static_cast<std::ptrdiff_t>(m_figures.size()))
      return Q_EMIT figureChosen(m_figures[static_cast<std::size_t>(target)].id);
  }
}

void FigurePanel::toggleFavourite() {
  if (m_content)
    m_favourite->click();
}

void FigurePanel::walk(int by) {
  m_steps->go(by);
}

void FigurePanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange)
    m_view->setTheme(themeOf(this));
}

void FigurePanel::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  const QColor canvas = style::colour(themeOf(this), style::Neutral::Canvas);
  QPainter painter(this);
  painter.fillRect(rect(), canvas);
  painter.fillRect(QRect(0, 0, 1, height()), c.cardBorder);
  painter.fillRect(QRect(width() - 1, 0, 1, height()), c.cardBorder);
}

}  // namespace phaseboard::ui
