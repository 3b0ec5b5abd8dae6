// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/image_codec.h"

#include <gtest/gtest.h>

#include <QBuffer>

#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

QByteArray bytesOf(const QImage& image, const char* format) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, format);
  return bytes;
}

QImage filled(int width, int height, const QColor& colour) {
  QImage image(width, height, QImage::Format_RGB32);
  image.fill(colour);
  return image;
}

TEST(ImageCodec, KeepsASmallPictureAsItLooks) {
  const TakenImage taken = takeImage(bytesOf(filled(40, 30, Qt::red), "png"));

  ASSERT_TRUE(taken.image.has_value()) << fromQt(taken.trouble);
  EXPECT_EQ(taken.image->width, 40);
  EXPECT_EQ(taken.image->height, 30);
  const QImage kept = readKeptImage(taken.image->bytes);
  ASSERT_FALSE(kept.isNull());
  EXPECT_EQ(kept.pixelColor(20, 15), QColor(Qt::red));
}

TEST(ImageCodec, WritesThePictureAnewWithoutWhatElseWasInTheFile) {
  QImage image = filled(20, 20, Qt::blue);
  image.setText(QStringLiteral("Comment"), QStringLiteral("a secret place"));

  const TakenImage taken = takeImage(bytesOf(image, "png") + "trailing secret");

  ASSERT_TRUE(taken.image.has_value());
  EXPECT_EQ(taken.image->bytes.find("secret"), std::string::npos);
}

TEST(ImageCodec, MakesALargePictureSmaller) {
  const TakenImage taken = takeImage(bytesOf(filled(3'000, 1'000, Qt::green), "jpeg"));

  ASSERT_TRUE(taken.image.has_value()) << fromQt(taken.trouble);
  EXPECT_EQ(taken.image->width, answers::kMostImageSide);
  EXPECT_LE(taken.image->bytes.size(), answers::kMostImageBytes);
}

TEST(ImageCodec, RefusesOtherFormatsAndDamagedFiles) {
  const QByteArray png = bytesOf(filled(40, 30, Qt::red), "png");

  EXPECT_FALSE(takeImage(QByteArray("GIF89a")).image.has_value());
  EXPECT_FALSE(takeImage(QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>")).image);
  EXPECT_FALSE(takeImage(png.left(30)).image.has_value());
  EXPECT_FALSE(takeImage(bytesOf(filled(4, 4, Qt::red), "bmp")).image.has_value());
  EXPECT_TRUE(readKeptImage("not a picture").isNull());
}

TEST(ImageCodec, RefusesAFileThatClaimsToBeHugeBeforeDecodingIt) {
  QByteArray png = bytesOf(filled(40, 30, Qt::red), "png");
  png[16] = 0x00;  // the width in the header: 65,536 and the height as much
  png[17] = 0x01;
  png[18] = png[19] = 0x00;
  png[20] = 0x00;
  png[21] = 0x01;
  png[22] = png[23] = 0x00;

  const TakenImage taken = takeImage(png);

  EXPECT_FALSE(taken.image.has_value());
  EXPECT_TRUE(taken.trouble.contains(QStringLiteral("65536 x 65536 pixels")));
  EXPECT_TRUE(taken.trouble.contains(QStringLiteral("at most 24")));
}

TEST(ImageCodec, StatesTheLimitOfAFile) {
  const TakenImage taken = takeImage(QByteArray(kMostFileBytes + 1, 'x'));

  EXPECT_FALSE(taken.image.has_value());
  EXPECT_TRUE(taken.trouble.contains(QStringLiteral("20 MB")));
}

TEST(ImageCodec, ReadsNoFolderAndNoMissingFile) {
  const test::TemporaryFolder folder;

  EXPECT_FALSE(takeImageFile(toQt((folder / "none.png").string())).image.has_value());
  EXPECT_FALSE(takeImageFile(toQt(folder.path().string())).image.has_value());
}

}  // namespace
}  // namespace phaseboard::ui
