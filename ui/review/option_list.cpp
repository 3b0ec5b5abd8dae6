// SPDX-License-Identifier: Apache-2.0
#include "ui/review/option_list.h"

#include <algorithm>

#include <QAbstractButton>
#include <QGridLayout>
#include <QPainter>

#include "ui/bridge/text.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kOptionHeight = 42;
constexpr int kOptionKey = 26;  ///< the square with the number
constexpr int kMostColumns = 4;

}  // namespace

/// One option: its number in a square, its text, and after the answer a mark.
class OptionList::Option : public QAbstractButton {
 public:
  enum class Mark { Open, Right, Wrong, Other };

  Option(int number, const review::SheetOption& option, QWidget* parent)
      : QAbstractButton(parent), m_number(number), m_isRight(option.isRight) {
    setText(toQt(option.text));
    setObjectName(QStringLiteral("option%1").arg(number));
    setAccessibleName(OptionList::tr("Option %1: %2").arg(number).arg(text()));
    setToolTip(OptionList::tr("%1 (key %2)").arg(text()).arg(number));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  }

  [[nodiscard]] bool isRight() const { return m_isRight; }

  void mark(Mark mark) {
    m_mark = mark;
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::NoFocus);
    if (mark == Mark::Right)
      setAccessibleName(OptionList::tr("Right: %1").arg(text()));
    else if (mark == Mark::Wrong)
      setAccessibleName(OptionList::tr("Your choice, wrong: %1").arg(text()));
    update();
  }

  [[nodiscard]] QSize sizeHint() const override {
    const int words = QFontMetrics(typeFont(TextRole::Body)).horizontalAdvance(text());
    return {words + scaled(kOptionKey) + 40, scaled(kOptionHeight)};
  }
  [[nodiscard]] QSize minimumSizeHint() const override {
    return {scaled(140), scaled(kOptionHeight)};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = coloursOf(this);
    const QColor ink = inkIn(colours);
    const bool isMarked = m_mark == Mark::Right || m_mark == Mark::Wrong;
    const bool isOver = m_mark == Mark::Open && underMouse();
    const QColor fill = isMarked   ? style::mixed(colours.card, ink, 0.12)
                        : isDown() ? colours.pressed
                        : isOver   ? colours.hover
                                   : colours.card;
    paintPanel(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kControlRadius, fill,
               isMarked ? style::mixed(colours.cardBorder, ink, 0.7) : colours.cardBorder);
    if (hasFocus())
      paintFocusRing(painter, QRectF(rect()), kControlRadius, colours.focusRing);
    paintKey(painter, colours, ink, isMarked);
    painter.setFont(typeFont(TextRole::Body));
    painter.setPen(m_mark == Mark::Other ? colours.mutedText : colours.text);
    const QRect words = rect().adjusted(scaled(kOptionKey) + 20, 0, -12, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
  }

 private:
  [[nodiscard]] QColor inkIn(const style::ApplicationColours& colours) const {
    return m_mark == Mark::Right   ? colours.good
           : m_mark == Mark::Wrong ? colours.bad
                                   : colours.accent;
  }

  void paintKey(QPainter& painter, const style::ApplicationColours& colours, const QColor& ink,
                bool isMarked) const {
    const int side = scaled(kOptionKey);
    const QRectF box(8, (height() - side) / 2.0, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isMarked ? style::mixed(colours.card, ink, 0.2) : colours.accentSoft);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(m_mark == Mark::Other ? colours.mutedText : ink);
    if (isMarked) {
      const Glyph glyph = m_mark == Mark::Right ? Glyph::Check : Glyph::Close;
      paintGlyph(painter, glyph, box.adjusted(5, 5, -5, -5), ink);
      return;
    }
    painter.setFont(typeFont(TextRole::Strong));
    painter.drawText(box, Qt::AlignCenter, QString::number(m_number));
  }

  int m_number;
  bool m_isRight;
  Mark m_mark = Mark::Open;
};

OptionList::OptionList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  setAccessibleName(tr("Options"));
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setSpacing(8);
}

void OptionList::setOptions(const std::vector<review::SheetOption>& options) {
  for (Option* option : m_options)
    delete option;
  m_options.clear();
  m_taken.reset();
  m_revealed = false;
  for (const review::SheetOption& option : options) {
    const int index = static_cast<int>(m_options.size());
    auto* button = new Option(index + 1, option, this);
    connect(button, &QAbstractButton::clicked, this, [this, index] { take(index); });
    m_options.push_back(button);
    button->show();
  }
  arrange();
  setVisible(!options.empty());
}

void OptionList::arrange() {
  int widest = 1;
  for (const Option* option : m_options)
    widest = std::max(widest, option->sizeHint().width() + m_grid->spacing());
  // Four, two or one: three of four would leave a ragged last row.
  int columns = kMostColumns;
  while (columns > 1 && columns * widest > std::max(width(), widest))
    columns /= 2;
  for (int index = 0; index < static_cast<int>(m_options.size()); ++index)
    m_grid->addWidget(m_options[static_cast<std::size_t>(index)], index / columns, index % columns);
}

void OptionList::resizeEvent(QResizeEvent*) {
  arrange();
}

void OptionList::take(int index) {
  if (m_revealed || m_taken || index < 0 || index >= static_cast<int>(m_options.size()))
    return;
  m_taken = index;
  reveal();
  Q_EMIT chosen();
}

void OptionList::reveal() {
  m_revealed = true;
  for (int index = 0; index < static_cast<int>(m_options.size()); ++index) {
    Option* option = m_options[static_cast<std::size_t>(index)];
    option->mark(option->isRight()  ? Option::Mark::Right
                 : m_taken == index ? Option::Mark::Wrong
                                    : Option::Mark::Other);
  }
}

bool OptionList::isRight() const {
  return m_taken && m_options[static_cast<std::size_t>(*m_taken)]->isRight();
}

}  // namespace phaseboard::ui
