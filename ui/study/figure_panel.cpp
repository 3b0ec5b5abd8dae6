// SPDX-License-Identifier: Apache-2.0
#include "ui/study/figure_panel.h"

#include <algorithm>

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include "app/ops/part_recall.h"
#include "ui/bridge/text.h"
#include "ui/figures/parts_panel.h"
#include "ui/figures/recall_legend.h"
#include "ui/shell/window_memory.h"
#include "ui/study/figure_commands.h"
#include "ui/study/filmstrip.h"
#include "ui/study/step_bar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

FigurePanel::FigurePanel(const ScreenContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_isTinted(context.memory.choice(u"memoryTint"_s, u"off"_s) == u"on"_s),
      m_parts(new PartsPanel(this)),
      m_legend(new RecallLegend(this)),
      m_view(new DiagramView(this)) {
  m_parts->setVisible(context.memory.choice(u"partsOutline"_s, u"off"_s) == u"on"_s);
  m_view->setMinimapShown(context.memory.choice(u"minimap"_s, u"on"_s) == u"on"_s);
  m_legend->setVisible(m_isTinted);
  m_commands = new FigureCommands(context, this);
  build();
  connectParts();
}

void FigurePanel::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
  column->setSpacing(kGrid);
  column->addWidget(makeHeader());
  m_view->setObjectName(u"figure"_s);
  m_view->setTheme(themeOf(this));
  m_view->setEmptyText(tr("This phase has no figure."));
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  atTextSize(m_parts, [this] { m_parts->setFixedWidth(scaled(250)); });
  middle->addWidget(m_parts);
  middle->addWidget(m_view, 1);
  column->addLayout(middle, 1);
  column->addWidget(m_legend);
  m_steps = new StepBar(this);
  column->addWidget(m_steps);
  m_strip = new Filmstrip(m_context.thumbnails, this);
  column->addWidget(m_strip);
}

void FigurePanel::connectParts() {
  connect(m_strip, &Filmstrip::chosen, this, &FigurePanel::figureChosen);
  connect(m_steps, &StepBar::stepShown, this, &FigurePanel::showStep);
  connect(m_view, &DiagramView::partClicked, this, &FigurePanel::partChosen);
  connect(m_view, &DiagramView::partClicked, m_parts, &PartsPanel::setCurrent);
  connect(m_view, &DiagramView::partActivated, this, &FigurePanel::partOpened);
  connect(m_view, &DiagramView::choiceCleared, this, [this] { Q_EMIT partChosen(PartId()); });
  connect(m_parts, &PartsPanel::partChosen, this, [this](const PartId& part) {
    choosePart(part);
    Q_EMIT partChosen(part);
  });
  connect(m_parts, &PartsPanel::searched, this, &FigurePanel::spotlight);
  connect(m_parts, &PartsPanel::closeRequested, this, [this] {
    showParts(false);
    m_view->setFocus();
  });
}

QWidget* FigurePanel::makeHeader() {
  auto* header = new QWidget(this);
  auto* column = new QVBoxLayout(header);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  auto* row = new QHBoxLayout;
  row->setSpacing(4);
  m_title = new Label(QString(), TextRole::Heading);
  m_title->setElided(true);
  row->addWidget(m_title, 1);
  // Below the buttons, not beside them: with large text there would be room for one word a line.
  m_caption = new Label(QString(), TextRole::Small, Tone::Muted);
  m_caption->setWordWrap(true);
  m_caption->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  column->addLayout(row);
  column->addWidget(m_caption);
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
  auto* search = new GlyphButton(Glyph::Search, tr("Find in the figure"), header);
  connect(search, &GlyphButton::clicked, this, &FigurePanel::find);
  row->addWidget(search, 0, Qt::AlignTop);
  add(Glyph::ZoomOut, tr("Zoom out"), &DiagramView::zoomOut);
  add(Glyph::ZoomIn, tr("Zoom in"), &DiagramView::zoomIn);
  add(Glyph::Fit, tr("Show the whole figure"), &DiagramView::fit);
  auto* more = new GlyphButton(Glyph::Command, tr("More to do with the figure"), header);
  more->setObjectName(u"figureMenuButton"_s);
  more->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(more);
  menu->addActions(commands());
  more->setMenu(menu);
  row->addWidget(more, 0, Qt::AlignTop);
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
      if (auto scene =
              m_context.session.read(scene::Scene::read(m_content->svg, m_content->drawing)))
        m_scene = std::make_shared<const scene::Scene>(std::move(*scene));
  }
  m_title->setText(m_content ? toQt(m_content->title) : QString());
  m_caption->setText(m_content ? toQt(m_content->description) : QString());
  openRead();
}

void FigurePanel::openRead() {
  const DiagramId& diagram = m_figure;
  m_view->setScene(m_scene);
  m_view->setReducedMotion(m_context.session.settings().reducedMotion);
  applyTint();
  if (const auto viewport = m_context.memory.viewport(diagram))
    m_view->setViewport(*viewport);
  m_steps->setScene(m_scene.get());
  m_parts->setScene(m_scene);
  m_strip->setCurrent(diagram);
  updateFavourite();
  Q_EMIT figureShown();
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

void FigurePanel::togglePlay() {
  m_steps->togglePlay();
}

void FigurePanel::showStep(const std::vector<PartId>& parts) {
  m_view->spotlight(parts);
  QRectF around;
  for (const PartId& part : parts)
    if (const scene::Item* item = m_scene ? m_scene->item(part) : nullptr)
      around |= item->bounds;
  if (!around.isNull())
    m_view->bringIntoView(around);
}

void FigurePanel::find() {
  showParts(true);
  m_parts->startSearch();
}

void FigurePanel::showParts(bool shown) {
  m_parts->setVisible(shown);
  m_context.memory.setChoice(u"partsOutline"_s, shown ? u"on"_s : u"off"_s);
  m_commands->update();
}

bool FigurePanel::arePartsShown() const {
  return !m_parts->isHidden();
}

void FigurePanel::zoomToChosen() {
  if (const auto part = m_view->currentPart())
    m_view->zoomToPart(*part);
}

void FigurePanel::showMinimap(bool shown) {
  m_view->setMinimapShown(shown);
  m_context.memory.setChoice(u"minimap"_s, shown ? u"on"_s : u"off"_s);
  m_commands->update();
}

bool FigurePanel::isMinimapShown() const {
  return m_view->isMinimapShown();
}

void FigurePanel::setTinted(bool tinted) {
  m_isTinted = tinted;
  m_legend->setVisible(tinted);
  m_context.memory.setChoice(u"memoryTint"_s, tinted ? u"on"_s : u"off"_s);
  applyTint();
  m_commands->update();
}

void FigurePanel::applyTint() {
  scene::Look look;
  if (m_isTinted && m_scene) {
    Session& session = m_context.session;
    const auto recall = session.read(
        ops::readPartRecall(session.pack(), session.notebook(), m_figure, session.today()));
    const std::map<PartId, double> parts = recall.value_or(std::map<PartId, double>());
    look.setOthers(scene::Emphasis::Grey);
    for (const auto& [part, share] : parts)
      look.set(part, scene::Emphasis::Normal).setRecall(part, share);
    m_legend->setCounts(static_cast<int>(parts.size()), static_cast<int>(m_scene->items().size()));
  }
  m_view->setLook(look);
}

void FigurePanel::refresh(const ops::Changes& changes) {
  if (changes.touches(ops::Aspect::Settings))
    m_view->setReducedMotion(m_context.session.settings().reducedMotion);
  if (m_isTinted)
    applyTint();
}

void FigurePanel::setAlone(bool alone) {
  if (alone == m_isAlone)
    return;
  m_isAlone = alone;
  m_commands->update();
  Q_EMIT aloneChanged(alone);
  if (alone)
    m_view->setFocus();
}

const QList<QAction*>& FigurePanel::commands() const {
  return m_commands->all();
}

void FigurePanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_isAlone)
    setAlone(false);
  else
    QWidget::keyPressEvent(event);
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
