// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/image_codec.h"

#include <algorithm>

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QtEndian>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kDecoderMegabytes = 128;
constexpr int kPhotoQuality = 85;
constexpr int kSmallest = 64;  // pixels; below that a picture says nothing

QString tr(const char* text) {
  return QCoreApplication::translate("ImageCodec", text);
}

TakenImage refusedImage(const QString& why) {
  return {std::nullopt, why};
}

/// "png" or "jpeg" by the first bytes; empty for anything else.
QByteArray formatOf(const QByteArray& bytes) {
  if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
    return "png";
  return bytes.startsWith("\xff\xd8\xff") ? "jpeg" : QByteArray();
}

qint64 pixelsOf(QSize size) {
  return static_cast<qint64>(size.width()) * size.height();
}

/// What the head of the file claims, before anything else of it is looked at.
QSize sizeOf(const QByteArray& bytes, const QByteArray& format) {
  constexpr qsizetype kWidthInPng = 16;
  constexpr qsizetype kHeightInPng = 20;
  constexpr int kLargestSide = 1 << 30;
  if (format == "png" && bytes.size() >= kHeightInPng + 4) {
    const auto side = [&](qsizetype at) {
      return static_cast<int>(
          std::min<quint32>(qFromBigEndian<quint32>(bytes.constData() + at), kLargestSide));
    };
    return {side(kWidthInPng), side(kHeightInPng)};
  }
  QBuffer buffer;
  buffer.setData(bytes);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader(&buffer, format);
  reader.setAutoDetectImageFormat(false);
  return reader.size();
}

TakenImage refusedForItsSize(QSize size) {
  constexpr int kMega = 1'000'000;
  // Rounded up: 24.1 megapixels are more than 24, and must not be told as 24.
  return refusedImage(tr("This picture has %1 x %2 pixels, %3 megapixels; at most %4 are read.")
                          .arg(size.width())
                          .arg(size.height())
                          .arg((pixelsOf(size) + kMega - 1) / kMega)
                          .arg(kMostFilePixels / kMega));
}

/// Decodes what begins like `format`, and no other; never larger than `most` on a side.
QImage decoded(const QByteArray& bytes, const QByteArray& format, int most) {
  QImageReader::setAllocationLimit(kDecoderMegabytes);
  QBuffer buffer;
  buffer.setData(bytes);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader(&buffer, format);
  reader.setAutoDetectImageFormat(false);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (!size.isValid() || pixelsOf(size) > kMostFilePixels)
    return {};
  if (std::max(size.width(), size.height()) > most)
    reader.setScaledSize(size.scaled(most, most, Qt::KeepAspectRatio).expandedTo({1, 1}));
  return reader.read();
}

QByteArray encoded(const QImage& image, const char* format, int quality) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  return image.save(&buffer, format, quality) ? bytes : QByteArray();
}

/// The pixels alone: comments and profiles of the file would be written with it.
QImage bare(const QImage& image) {
  const QImage pixels =
      image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
  return QImage(pixels.constBits(), pixels.width(), pixels.height(), pixels.bytesPerLine(),
                pixels.format())
      .copy();
}

/// PNG if that fits, else JPEG, else half as large.
TakenImage written(QImage image) {
  const int most = answers::kMostImageSide;
  if (std::max(image.width(), image.height()) > most)
    image = image.scaled(most, most, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  image = bare(image);
  for (; std::max(image.width(), image.height()) >= 1;
       image = image.scaled(image.size() / 2, Qt::KeepAspectRatio, Qt::SmoothTransformation)) {
    QByteArray bytes = encoded(image, "png", -1);
    const auto mostBytes = static_cast<qsizetype>(answers::kMostImageBytes);
    if (bytes.size() > mostBytes && !image.hasAlphaChannel())
      bytes = encoded(image, "jpeg", kPhotoQuality);
    if (!bytes.isEmpty() && bytes.size() <= mostBytes)
      return {answers::Image{{}, bytes.toStdString(), image.width(), image.height()}, {}};
    if (bytes.isEmpty() || image.width() < 2 * kSmallest || image.height() < 2 * kSmallest)
      break;
  }
  return refusedImage(tr("This picture stays larger than 2 MB however it is written."));
}

}  // namespace

TakenImage takeImage(const QByteArray& bytes) {
  if (bytes.size() > kMostFileBytes)
    return refusedImage(
        tr("This picture has %1 MB; at most 20 MB are read.").arg(bytes.size() / 1'000'000));
  const QByteArray format = formatOf(bytes);
  if (format.isEmpty())
    return refusedImage(tr("Only PNG and JPEG pictures can be put into an answer."));
  if (const QSize size = sizeOf(bytes, format); pixelsOf(size) > kMostFilePixels)
    return refusedForItsSize(size);
  const QImage image = decoded(bytes, format, answers::kMostImageSide);
  if (image.isNull())
    return refusedImage(tr("This picture cannot be read: it is damaged."));
  return written(image);
}

TakenImage takeImage(const QImage& image) {
  if (image.isNull())
    return refusedImage(tr("Only PNG and JPEG pictures can be put into an answer."));
  if (pixelsOf(image.size()) > kMostFilePixels)
    return refusedForItsSize(image.size());
  return written(image);
}

TakenImage takeImageFile(const QString& path) {
  QFile file(path);
  if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
    return refusedImage(tr("The file %1 cannot be read.").arg(QFileInfo(path).fileName()));
  TakenImage taken = takeImage(file.read(kMostFileBytes + 1));
  if (!taken.image)
    taken.trouble = QFileInfo(path).fileName() + u": "_s + taken.trouble;
  return taken;
}

QImage readKeptImage(std::string_view bytes) {
  const QByteArray data(bytes.data(), static_cast<qsizetype>(bytes.size()));
  const QByteArray format = formatOf(data);
  if (format.isEmpty() || bytes.size() > answers::kMostImageBytes)
    return {};
  return decoded(data, format, answers::kMostImageSide);
}

}  // namespace phaseboard::ui
