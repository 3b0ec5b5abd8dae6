// SPDX-License-Identifier: Apache-2.0
// Pictures in answers: pasted, dropped, chosen, refused.
#include <functional>

#include <gmock/gmock.h>

#include <QBuffer>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>

#include "tests/ui/study/writing_window.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::SizeIs;

TEST(AnswerPictures, KeepsAPastedPictureAndShowsItAfterASecondStart) {
  const test::TemporaryFolder folder;
  {
    WritingWindow program(folder);
    QImage image(32, 16, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    program.panel()->addPicture(takeImage(png));
    ASSERT_EQ(*program.opened.imageStore.imageCount(kWritten), 1);
    EXPECT_TRUE(program.editor()->toPlainText().contains(u"](notebook:image/"_s));
    program.window.close();
  }
  WritingWindow again(folder);
  again.command("previewAnswerCommand");
  ASSERT_THAT(again.preview()->blocks(), SizeIs(1));
  TextBlock* block = again.preview()->blocks().front();

  const QImage picture = block->grab().toImage();

  bool isRed = false;
  for (int x = 0; x < picture.width(); ++x)
    isRed = isRed || picture.pixelColor(x, 8) == QColor(Qt::red);
  EXPECT_TRUE(isRed);
}

QImage colouredImage(QColor colour) {
  QImage image(32, 16, QImage::Format_RGB32);
  image.fill(colour);
  return image;
}

/// Lets go of `data` over the editor, as a file manager does.
void dropOn(AnswerEditor& editor, const QMimeData& data) {
  const QPointF middle = QRectF(editor.viewport()->rect()).center();
  QDragEnterEvent enter(middle.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(editor.viewport(), &enter);
  QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(editor.viewport(), &drop);
}

TEST(AnswerPictures, TakesPicturesFromTheClipboardAndByDrop) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  auto* copied = new QMimeData;
  copied->setImageData(colouredImage(Qt::red));
  QApplication::clipboard()->setMimeData(copied);
  program.editor()->paste();
  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 1);

  const QString file = toQt((folder / "sketch.png").string());
  ASSERT_TRUE(colouredImage(Qt::blue).save(file));
  QMimeData dropped;
  dropped.setUrls({QUrl::fromLocalFile(file)});
  dropOn(*program.editor(), dropped);

  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 2);
  EXPECT_EQ(program.editor()->toPlainText().count(u"](notebook:image/"_s), 2);
}

TEST(AnswerPictures, StandApartFromTheTableAboveThem) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  program.editor()->setPlainText(u"| a |\n| --- |\n| 1 |\n"_s);
  program.editor()->moveCursor(QTextCursor::End);

  program.panel()->addPicture(takeImage(colouredImage(Qt::red)));

  EXPECT_TRUE(program.editor()->toPlainText().startsWith(u"| a |\n| --- |\n| 1 |\n\n!["_s))
      << fromQt(program.editor()->toPlainText());
}

TEST(AnswerPictures, PastesTheTextOfATableThatComesWithItsPicture) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  auto* copied = new QMimeData;
  copied->setText(u"a\tb"_s);
  copied->setImageData(colouredImage(Qt::red));
  QApplication::clipboard()->setMimeData(copied);

  program.editor()->paste();

  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 0);
  EXPECT_EQ(program.editor()->toPlainText(), u"a\tb"_s);
}

TEST(AnswerPictures, SaysHowManyOfTheDroppedFilesWereTaken) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  QStringList words;
  QObject::connect(program.panel(), &AnswerPanel::said,
                   [&](const QString& said) { words += said; });
  const QString file = toQt((folder / "sketch.png").string());
  ASSERT_TRUE(colouredImage(Qt::blue).save(file));
  QMimeData dropped;
  dropped.setUrls(QList<QUrl>(25, QUrl::fromLocalFile(file)));

  dropOn(*program.editor(), dropped);

  ASSERT_FALSE(words.isEmpty());
  EXPECT_TRUE(words.back().contains(u"20"_s));
}

TEST(AnswerPictures, TakesTheTextOfADroppedFileAndSaysWhatItCannotTake) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  QStringList words;
  QObject::connect(program.panel(), &AnswerPanel::said,
                   [&](const QString& said) { words += said; });
  const auto drop = [&](const std::filesystem::path& file) {
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(toQt(file.string()))});
    dropped.setText(dropped.urls().front().toString());  // as file managers do
    dropOn(*program.editor(), dropped);
  };

  drop(folder.write("mine.md", "- one\n- zwölf\n"));
  EXPECT_EQ(program.editor()->toPlainText(), u"- one\n- zwölf\n"_s);
  EXPECT_TRUE(words.isEmpty());

  drop(folder.write("sheet.pdf", "%PDF-1.7"));
  drop(folder.write("no-text.txt", std::string("a\0b", 3)));
  drop(folder.write("long.txt", std::string(100'001, 'x')));
  EXPECT_EQ(program.editor()->toPlainText(), u"- one\n- zwölf\n"_s);
  ASSERT_EQ(words.size(), 3);
  EXPECT_TRUE(words[0].startsWith(u"sheet.pdf"_s) && words[0].contains(u"PNG"_s));
  EXPECT_TRUE(words[1].startsWith(u"no-text.txt"_s));
  EXPECT_TRUE(words[2].contains(u"100 KB"_s));

  QMimeData page;
  page.setUrls({QUrl(u"https://example.org/a"_s)});
  page.setText(u"https://example.org/a"_s);
  dropOn(*program.editor(), page);
  EXPECT_TRUE(program.editor()->toPlainText().contains(u"https://example.org/a"_s));
}

TEST(AnswerPictures, RefusesAPictureOfAnotherFormatInWords) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  QString words;
  QObject::connect(program.panel(), &AnswerPanel::said, [&](const QString& said) { words = said; });

  program.panel()->addPicture(takeImage(QByteArray("GIF89a")));

  EXPECT_TRUE(words.contains(u"PNG"_s));
  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 0);
  EXPECT_TRUE(program.editor()->toPlainText().isEmpty());
}

/// What the user does in the file dialog that the next event brings.
void whenFilesAreAsked(QWidget& window, const std::function<void(QFileDialog&)>& act) {
  QTimer::singleShot(0, &window, [act] {
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    ASSERT_NE(dialog, nullptr);
    act(*dialog);
  });
}

TEST(AnswerPictures, AreChosenInTheFileDialogOrNot) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  const QString file = toQt((folder / "sketch.png").string());
  ASSERT_TRUE(colouredImage(Qt::blue).save(file));
  QAction* insert = nullptr;
  for (QAction* one : program.panel()->formatCommands())
    if (one->data().toInt() == static_cast<int>(Format::Picture))
      insert = one;
  ASSERT_NE(insert, nullptr);

  whenFilesAreAsked(program.window, [](QFileDialog& dialog) { dialog.reject(); });
  insert->trigger();
  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 0);
  whenFilesAreAsked(program.window, [&file](QFileDialog& dialog) {
    EXPECT_TRUE(dialog.nameFilters().join(u' ').contains(u"*.png"_s));
    dialog.findChild<QLineEdit*>(u"fileNameEdit"_s)->setText(file);
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Open)->click();
  });
  insert->trigger();

  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 1);
  EXPECT_EQ(program.editor()->toPlainText().count(u"](notebook:image/"_s), 1);
}

}  // namespace
}  // namespace phaseboard::ui
