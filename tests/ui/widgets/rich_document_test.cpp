// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rich_document.h"

#include <gmock/gmock.h>

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

FormulaSource square() {
  return [](const QString& tex) -> std::optional<FormulaShape> {
    if (tex != u"x_1"_s)
      return std::nullopt;
    FormulaShape shape{{}, 1, 0.5, 0.25};
    shape.path.addRect(0, -0.5, 1, 0.75);
    return shape;
  };
}

TEST(ExtractMaths, TakesFormulasOutOfTheMarkdown) {
  const ExtractedMaths maths = extractMaths(u"rate $x_1$ and $$y^2$$ end"_s);

  EXPECT_EQ(maths.sources, QStringList({u"x_1"_s, u"$y^2"_s}));
  EXPECT_FALSE(maths.markdown.contains(u'$'));
}

TEST(ExtractMaths, LeavesMoneyAndCodeAlone) {
  const ExtractedMaths maths = extractMaths(uR"(costs $5 or $6, `$a$`, \$b\$)"_s);

  EXPECT_TRUE(maths.sources.isEmpty());
  EXPECT_EQ(maths.markdown, u"costs $5 or $6, `$a$`, $b$"_s);
}

TEST(RichDocument, ATableHasLinesBetweenItsRowsAndRoomNoFrames) {
  RichDocument document;

  document.setRichText(u"| a | b |\n| --- | --- |\n| one | two |\n"_s,
                       {TextRole::Body, Qt::blue, Qt::white}, {});

  const auto* table = qobject_cast<QTextTable*>(document.rootFrame()->childFrames().value(0));
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->format().border(), 0);
  for (int row = 0; row < 2; ++row) {
    const QTextTableCell cell = table->cellAt(row, 1);
    EXPECT_GT(cell.format().toTableCellFormat().topPadding(), 0);
    EXPECT_GT(cell.format().toTableCellFormat().bottomBorder(), 0);
    EXPECT_EQ(cell.firstCursorPosition().blockFormat().bottomMargin(), 0);
  }
}

TEST(RichDocument, SetsAFormulaAsOneObjectOfItsSize) {
  RichDocument document;

  document.setRichText(u"rate $x_1$ here"_s, {}, square());

  EXPECT_EQ(document.toPlainText().count(QChar::ObjectReplacementCharacter), 1);
}

TEST(RichDocument, WritesAFormulaWithoutOutlinesAsLightMaths) {
  RichDocument document;

  document.setRichText(u"rate $y_2$ here"_s, {}, square());

  EXPECT_EQ(document.toPlainText(), u"rate y2 here"_s);
}

TEST(RichDocument, PlacesTheFormulaOnTheBaseline) {
  RichDocument document;
  document.setRichText(u"$x_1$"_s, {}, square());
  document.setTextWidth(100);
  QImage image(100, 60, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  QPainter painter(&image);
  QAbstractTextDocumentLayout::PaintContext context;
  context.palette.setColor(QPalette::Text, Qt::black);
  document.documentLayout()->draw(&painter, context);
  painter.end();

  int top = -1;
  int bottom = -1;
  for (int y = 0; y < image.height(); ++y)
    if (qGray(image.pixel(4, y)) < 128) {
      top = top < 0 ? y : top;
      bottom = y;
    }

  ASSERT_GE(top, 0);
  EXPECT_NEAR(bottom - top + 1, 0.75 * kBodyPixels * 1.15, 1.5);
}

TEST(RichDocument, ShowsHtmlAsText) {
  RichDocument document;

  document.setRichText(u"a <img src=\"/etc/passwd\"> b"_s, {}, {});

  EXPECT_TRUE(document.toPlainText().contains(u"<img"_s));
}

TEST(RichDocument, RefusesEveryResourceThatIsNotOurs) {
  QTemporaryDir folder;
  const QString file = folder.filePath(u"a.png"_s);
  QImage image(4, 4, QImage::Format_ARGB32);
  ASSERT_TRUE(image.save(file));
  RichDocument document;
  document.setProvider([](const QUrl&) { return QVariant(1); });

  const auto load = [&](const QUrl& url) {
    return document.resource(QTextDocument::ImageResource, url);
  };

  EXPECT_FALSE(load(QUrl::fromLocalFile(file)).isValid());
  EXPECT_FALSE(load(QUrl(file)).isValid());
  EXPECT_FALSE(load(QUrl(u"http://localhost/a.png"_s)).isValid());
  EXPECT_TRUE(load(QUrl(u"pack:figure"_s)).isValid());
}

QImage paintedDocument(RichDocument& document) {
  document.setTextWidth(200);
  QImage picture(200, 120, QImage::Format_RGB32);
  picture.fill(Qt::white);
  QPainter painter(&picture);
  document.documentLayout()->draw(&painter, {});
  return picture;
}

TEST(RichDocument, PaintsNoLocalFileThatAnImageNames) {
  const QTemporaryDir folder;
  QImage red(60, 40, QImage::Format_RGB32);
  red.fill(Qt::red);
  const QString file = folder.filePath(u"red.png"_s);
  ASSERT_TRUE(red.save(file));
  for (const QString& name : {file, u"file://"_s + file}) {
    RichDocument document;
    document.setRichText(u"![words](%1)"_s.arg(name), {}, {});

    const QImage picture = paintedDocument(document);

    for (int y = 0; y < picture.height(); y += 4)
      for (int x = 0; x < picture.width(); x += 4)
        ASSERT_NE(picture.pixelColor(x, y), QColor(Qt::red)) << name.toStdString();
  }
}

TEST(RichDocument, FitsAnImageOfOursIntoTheWidth) {
  QImage red(400, 100, QImage::Format_RGB32);
  red.fill(Qt::red);
  RichDocument document;
  document.setProvider([&red](const QUrl&) { return red; });
  document.setRichText(u"![words](notebook:image/1)"_s, {}, {});

  const QImage picture = paintedDocument(document);

  EXPECT_EQ(picture.pixelColor(190, 20), QColor(Qt::red));
  EXPECT_EQ(picture.pixelColor(100, 80), QColor(Qt::white)) << "half as wide is half as high";
}

}  // namespace
}  // namespace phaseboard::ui
