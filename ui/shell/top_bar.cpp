// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/top_bar.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include "ui/shell/search_pill.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kBarGlyph = 18;
constexpr int kChevron = 14;

}  // namespace

/// "Study › Ad click prediction › 3 Prepare data": the last one is where we are.
class TopBar::Trail : public QWidget {
 public:
  explicit Trail(TopBar* bar) : QWidget(bar), m_bar(bar) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setMinimumWidth(80);
  }

  void setSteps(const QStringList& steps) {
    m_steps = steps;
    setAccessibleName(steps.join(QStringLiteral(", ")));
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const style::ApplicationColours c = coloursOf(this);
    QPainter painter(this);
    int x = 0;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
      const bool last = i + 1 == m_steps.size();
      const QFont face = typeFont(last ? TextRole::Strong : TextRole::Body);
      const QFontMetrics metrics(face);
      const QString shown = metrics.elidedText(m_steps[i], Qt::ElideRight, width() - x);
      painter.setFont(face);
      painter.setPen(last ? c.text : c.mutedText);
      painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
      x += metrics.horizontalAdvance(shown) + 6;
      if (i == 0)
        m_titleWidth = x;
      if (last || x > width() - 40)
        break;
      const int side = std::max(kChevron, scaled(kChevron));
      paintGlyph(painter, Glyph::ChevronRight, QRectF(x, (height() - side) / 2.0, side, side),
                 c.disabledText);
      x += side + 6;
    }
  }

  void mouseReleaseEvent(QMouseEvent* event) override {
    if (m_steps.size() > 1 && event->position().x() < m_titleWidth)
      Q_EMIT m_bar->titleClicked();
  }

 private:
  TopBar* m_bar;
  QStringList m_steps;
  int m_titleWidth = 0;
};

TopBar::TopBar(QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_trail(new Trail(this)),
      m_search(new SearchPill(this)) {
  m_row->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  m_row->setSpacing(4);
  m_row->addWidget(m_trail, 1);
  m_row->addWidget(m_search);
  connect(m_search, &SearchPill::clicked, this, &TopBar::searchRequested);
}

void TopBar::setActions(const QList<QAction*>& left, const QList<QAction*>& right) {
  const auto add = [this](QAction* action, int index) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    fitToText(button, kBarGlyph, kControlHeight);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    m_row->insertWidget(index, button);
  };
  for (qsizetype i = 0; i < left.size(); ++i)
    add(left[i], static_cast<int>(i));
  m_row->insertSpacing(static_cast<int>(left.size()), kGrid);
  m_row->addSpacing(kGrid);
  for (QAction* action : right)
    add(action, m_row->count());
}

void TopBar::setTrail(const QString& title, const QStringList& trail) {
  m_trail->setSteps(QStringList(title) + trail);
}

void TopBar::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(this);
  painter.fillRect(rect(), c.window);
  painter.fillRect(QRect(0, height() - 1, width(), 1), c.cardBorder);
}

}  // namespace phaseboard::ui
