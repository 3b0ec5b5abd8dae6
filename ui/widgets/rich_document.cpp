// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rich_document.h"

#include <algorithm>
#include <cmath>

#include <QAbstractTextDocumentLayout>
#include <QFontMetrics>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>
#include <QUrl>

#include "diagrams/style/text.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr char16_t kFirstPlaceholder = 0xE000;
constexpr qsizetype kMostFormulas = 0xF8FF - 0xE000;
constexpr double kEmOverTextSize = 1.15;  // makes the x-height of the outlines that of Inter
constexpr int kIndexProperty = QTextFormat::UserProperty + 1;

/// Where inline maths that opens at `open` closes, or -1: no space inside the dollars, no digit
/// after.
qsizetype closingDollar(const QString& text, qsizetype open) {
  if (open + 1 >= text.size() || text[open + 1].isSpace())
    return -1;
  for (qsizetype at = open + 1; at < text.size(); ++at) {
    if (text[at] == u'\n' && at + 1 < text.size() && text[at + 1] == u'\n')
      return -1;
    if (text[at] == u'`')
      return -1;
    if (text[at] == u'\\') {
      ++at;
      continue;
    }
    if (text[at] != u'$')
      continue;
    const bool digitAfter = at + 1 < text.size() && text[at + 1].isDigit();
    return at == open + 1 || text[at - 1].isSpace() || digitAfter ? -1 : at;
  }
  return -1;
}

/// The end of the code span or fence that begins at `at`.
qsizetype endOfCode(const QString& text, qsizetype at) {
  qsizetype ticks = 0;
  while (at + ticks < text.size() && text[at + ticks] == u'`')
    ++ticks;
  const qsizetype end = text.indexOf(QString(ticks, u'`'), at + ticks);
  return end < 0 ? at + ticks : end + ticks;
}

void appendFormula(ExtractedMaths& result, const QString& tex, bool display) {
  const auto number = static_cast<char16_t>(kFirstPlaceholder + result.sources.size());
  result.sources.push_back(display ? u'$' + tex : tex);
  if (display)
    result.markdown += u"\n\n"_s + QChar(number) + u"\n\n"_s;
  else
    result.markdown += QChar(number);
}

/// Lines between rows only, and room: the words are the table.
void dressCell(QTextTableCell cell, bool isHead, bool isLast, const RichStyle& style) {
  QTextTableCellFormat format = cell.format().toTableCellFormat();
  format.setTopPadding(3);
  format.setBottomPadding(3);
  format.setLeftPadding(4);
  format.setRightPadding(isLast ? 4 : 12);
  if (style.link.isValid() && style.codeBackground.isValid()) {
    constexpr double kInkOfRules = 0.3;
    format.setBottomBorder(isHead ? 2 : 1);
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(style::mixed(style.codeBackground, style.link, kInkOfRules));
  }
  cell.setFormat(format);
}

void dressTables(QTextDocument& document, const RichStyle& style) {
  for (QTextFrame* frame : document.rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (table == nullptr)
      continue;
    QTextTableFormat format = table->format();
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(0);
    format.setBorderCollapse(true);
    format.setTopMargin(2);
    format.setBottomMargin(kGrid);
    table->setFormat(format);
    for (int row = 0; row < table->rows(); ++row)
      for (int column = 0; column < table->columns(); ++column)
        dressCell(table->cellAt(row, column), row == 0, column + 1 == table->columns(), style);
  }
}

void dressFragments(QTextDocument& document, const QTextBlock& block, const RichStyle& style) {
  const int pixels = typeFont(style.role).pixelSize();
  const int level = block.blockFormat().headingLevel();
  struct Dressed {
    int begin;
    int end;
    QTextCharFormat format;
  };
  // Setting a format may join fragments: first all are looked at.
  std::vector<Dressed> fragments;
  for (auto it = block.begin(); !it.atEnd(); ++it) {
    const QTextFragment fragment = it.fragment();
    QTextCharFormat change;
    if (fragment.charFormat().isAnchor()) {
      change.setForeground(style.link);
      change.setFontUnderline(false);
      change.setFontWeight(QFont::Medium);
    }
    if (level > 0) {
      change.setFontWeight(QFont::DemiBold);
      change.setProperty(QTextFormat::FontPixelSize, pixels + (level <= 2 ? 3 : 1));
    } else if (fragment.charFormat().fontWeight() >= QFont::Bold) {
      change.setFontWeight(QFont::DemiBold);
    }
    if (fragment.charFormat().fontFixedPitch()) {
      change.setFontFamilies({u"JetBrains Mono"_s});
      change.setFontStyleStrategy(QFont::PreferNoShaping);
      change.setProperty(QTextFormat::FontPixelSize, pixels - 1);
      change.setBackground(style.codeBackground);
    }
    if (change.isEmpty())
      continue;
    QTextCharFormat dressed = fragment.charFormat();
    dressed.merge(change);
    if (level > 0)
      dressed.clearProperty(QTextFormat::FontSizeAdjustment);  // wins over any size, also as 0
    fragments.push_back(
        {fragment.position(), fragment.position() + fragment.length(), std::move(dressed)});
  }
  QTextCursor part(&document);
  for (const Dressed& fragment : fragments) {
    part.setPosition(fragment.begin);
    part.setPosition(fragment.end, QTextCursor::KeepAnchor);
    part.setCharFormat(fragment.format);
  }
}

struct PlacedFormula {
  qsizetype number;
  int position;
};

/// Where the placeholders of formulas stand, in the order of the text.
std::vector<PlacedFormula> placesOfFormulas(const QTextDocument& document, qsizetype count) {
  std::vector<PlacedFormula> places;
  std::vector<bool> isPlaced(static_cast<std::size_t>(count), false);
  for (QTextBlock block = document.begin(); block.isValid() && count > 0; block = block.next()) {
    const QString text = block.text();
    for (qsizetype at = 0; at < text.size(); ++at) {
      const qsizetype number = text[at].unicode() - kFirstPlaceholder;
      if (number < 0 || number >= count || isPlaced[static_cast<std::size_t>(number)])
        continue;
      isPlaced[static_cast<std::size_t>(number)] = true;
      places.push_back({number, block.position() + static_cast<int>(at)});
    }
  }
  return places;
}

}  // namespace

ExtractedMaths extractMaths(const QString& text) {
  ExtractedMaths result;
  for (qsizetype at = 0; at < text.size();) {
    const QChar c = text[at];
    if (c == u'`') {
      const qsizetype end = endOfCode(text, at);
      result.markdown += QStringView(text).mid(at, end - at);
      at = end;
    } else if (c == u'\\' && at + 1 < text.size()) {
      result.markdown += text[at + 1] == u'$' ? QString(u'$') : text.mid(at, 2);
      at += 2;
    } else if (c == u'$' && result.sources.size() < kMostFormulas) {
      const bool display = at + 1 < text.size() && text[at + 1] == u'$';
      const qsizetype end = display ? text.indexOf(u"$$"_s, at + 2) : closingDollar(text, at);
      if (end < 0) {
        result.markdown += c;
        ++at;
        continue;
      }
      const qsizetype begin = at + (display ? 2 : 1);
      appendFormula(result, text.mid(begin, end - begin).trimmed(), display);
      at = end + (display ? 2 : 1);
    } else {
      result.markdown += c;
      ++at;
    }
  }
  return result;
}

QTextCharFormat FormulaPainter::add(FormulaShape shape, int textPixels) {
  QFont around(u"Inter"_s);
  around.setPixelSize(textPixels);
  // Whole pixels, as Qt's own layout reckons with.
  Placed placed{std::move(shape), textPixels * kEmOverTextSize,
                QFontMetrics(around).xHeight() / 2.0, 0};
  // Qt gives an inline object no descent, but AlignMiddle puts its middle half an x-height above
  // the baseline: a box that reaches equally far above and below that line places the formula
  // exactly.
  const double ascent = placed.shape.ascent * placed.em;
  const double descent = placed.shape.descent * placed.em;
  placed.height = std::max(2 * descent + placed.halfX, 2 * ascent - placed.halfX);
  QTextCharFormat format;
  format.setFont(around);
  format.setObjectType(kObjectType);
  format.setProperty(kIndexProperty, static_cast<int>(m_formulas.size()));
  format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
  m_formulas.push_back(std::move(placed));
  return format;
}

const FormulaPainter::Placed& FormulaPainter::placed(const QTextFormat& format) const {
  return m_formulas.at(static_cast<std::size_t>(format.intProperty(kIndexProperty)));
}

QSizeF FormulaPainter::intrinsicSize(QTextDocument*, int, const QTextFormat& format) {
  const Placed& formula = placed(format);
  return {std::ceil(formula.shape.width * formula.em), formula.height};
}

void FormulaPainter::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int,
                                const QTextFormat& format) {
  const Placed& formula = placed(format);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->translate(rect.left(), rect.top() + (formula.height + formula.halfX) / 2);
  painter->scale(formula.em, formula.em);
  painter->fillPath(formula.shape.path, painter->pen().color());
  painter->restore();
}

QSizeF ImagePainter::intrinsicSize(QTextDocument* document, int, const QTextFormat& format) {
  auto* rich = qobject_cast<RichDocument*>(document);
  const QImage image = rich ? rich->picture(QUrl(format.toImageFormat().name())) : QImage();
  if (image.isNull())
    return {kFrameWidth, kFrameHeight};
  const double room = document->textWidth() > 0 ? document->textWidth() : image.width();
  const double scale = std::min(1.0, room / image.width());
  return {std::floor(image.width() * scale), std::floor(image.height() * scale)};
}

void ImagePainter::drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int,
                              const QTextFormat& format) {
  auto* rich = qobject_cast<RichDocument*>(document);
  const QImage image = rich ? rich->picture(QUrl(format.toImageFormat().name())) : QImage();
  painter->save();
  painter->setRenderHint(QPainter::SmoothPixmapTransform);
  if (image.isNull()) {
    painter->setOpacity(0.5);
    painter->drawRect(rect.adjusted(1, 1, -1, -1));
    const QString words = format.property(QTextFormat::ImageAltText).toString();
    painter->drawText(rect, Qt::AlignCenter, words.isEmpty() ? tr("No picture") : words);
  } else {
    painter->drawImage(rect, image);
  }
  painter->restore();
}

RichDocument::RichDocument(QObject* parent)
    : QTextDocument(parent), m_painter(new FormulaPainter(this)), m_images(new ImagePainter(this)) {
  setUndoRedoEnabled(false);
  setDocumentMargin(0);
  documentLayout()->registerHandler(FormulaPainter::kObjectType, m_painter);
  documentLayout()->registerHandler(QTextFormat::ImageObject, m_images);
}

QVariant RichDocument::loadResource(int, const QUrl& name) {
  const bool ours = name.scheme() == "pack"_L1 || name.scheme() == "notebook"_L1;
  return ours && m_provider ? m_provider(name) : QVariant();
}

QImage RichDocument::picture(const QUrl& name) {
  return loadResource(ImageResource, name).value<QImage>();
}

void RichDocument::setRichText(const QString& markdown, const RichStyle& style,
                               const FormulaSource& formulas) {
  const ExtractedMaths maths = extractMaths(markdown);
  setDefaultFont(typeFont(style.role));
  setIndentWidth(QFontMetrics(defaultFont()).horizontalAdvance(u"10."_s) + 4);
  m_painter->clear();
  setLayoutEnabled(false);  // reading a list would lay all of it out again for each of its items
  QTextCursor whole(this);
  whole.beginEditBlock();  // or Qt's reader shapes a paragraph anew for each piece of its markup
  setMarkdown(maths.markdown,
              MarkdownFeatures(MarkdownDialectGitHub).setFlag(QTextDocument::MarkdownNoHTML));
  whole.endEditBlock();  // only now the document knows its tables

  whole.beginEditBlock();  // one layout for all that follows
  setFormats(style);
  dressTables(*this, style);
  placeFormulas(maths.sources, style, formulas);
  whole.endEditBlock();
  setLayoutEnabled(true);
}

void RichDocument::setFormats(const RichStyle& style) {
  for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    const bool last = !block.next().isValid();
    const bool heading = format.headingLevel() > 0;
    const bool tight = block.textList() && block.next().isValid() && block.next().textList();
    format.setLineHeight(style.lineHeightPercent, QTextBlockFormat::ProportionalHeight);
    format.setTopMargin(heading && block.position() > 0 ? kGrid : 0);
    format.setBottomMargin(last || cursor.currentTable() ? 0 : (tight ? 4 : kGrid));
    if (format.hasProperty(QTextFormat::BlockCodeFence)) {
      const bool goesOn = block.next().isValid() &&
                          block.next().blockFormat().hasProperty(QTextFormat::BlockCodeFence);
      format.setBackground(style.codeBackground);
      format.setNonBreakableLines(false);  // or a long line is cut at the edge
      format.setBottomMargin(last || goesOn ? 0 : kGrid);
    }
    cursor.setBlockFormat(format);
    dressFragments(*this, block, style);
  }
}

void RichDocument::placeFormulas(const QStringList& sources, const RichStyle& style,
                                 const FormulaSource& formulas) {
  const int pixels = typeFont(style.role).pixelSize();
  const std::vector<PlacedFormula> places = placesOfFormulas(*this, sources.size());
  // From the end, so that what is put in moves no place that is still to come.
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    const qsizetype i = place->number;
    QTextCursor cursor(this);
    cursor.setPosition(place->position);
    cursor.setPosition(place->position + 1, QTextCursor::KeepAnchor);
    const bool display = sources[i].startsWith(u'$');
    const QString tex = display ? sources[i].mid(1) : sources[i];
    const auto shape = formulas ? formulas(tex) : std::nullopt;
    if (shape) {
      const int size = display ? static_cast<int>(std::lround(pixels * 1.1)) : pixels;
      cursor.insertText(QString(QChar::ObjectReplacementCharacter), m_painter->add(*shape, size));
    } else {
      QTextCharFormat plain = cursor.charFormat();
      for (const style::InlineRun& run : style::parseInline('$' + fromQt(tex) + '$')) {
        QTextCharFormat format = plain;
        format.setFontItalic(run.italic);
        if (run.script != style::Script::Base)
          format.setVerticalAlignment(run.script == style::Script::Sub
                                          ? QTextCharFormat::AlignSubScript
                                          : QTextCharFormat::AlignSuperScript);
        cursor.insertText(toQt(run.text), format);
      }
    }
    if (display) {
      QTextBlockFormat centred = cursor.blockFormat();
      centred.setAlignment(Qt::AlignHCenter);
      centred.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
      cursor.setBlockFormat(centred);
    }
  }
}

}  // namespace phaseboard::ui
