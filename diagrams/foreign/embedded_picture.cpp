// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/embedded_picture.h"

#include <QByteArray>
#include <QtEndian>

namespace phaseboard::foreign {
namespace {

constexpr std::string_view kBeginning = "data:image/png;base64,";
constexpr qsizetype kHeaderBytes = 33;  // signature and IHDR
constexpr quint32 kLargestSide = 4096;

}  // namespace

std::optional<EmbeddedPicture> readEmbeddedPicture(std::string_view address) {
  if (!address.starts_with(kBeginning))
    return std::nullopt;
  address.remove_prefix(kBeginning.size());
  QByteArray text(address.data(), static_cast<qsizetype>(address.size()));
  text.replace("\n", "").replace("\r", "").replace(" ", "").replace("\t", "");
  const auto decoded =
      QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
  if (!decoded || decoded.decoded.size() < kHeaderBytes ||
      !decoded.decoded.startsWith("\x89PNG\r\n\x1a\n") || decoded.decoded.mid(12, 4) != "IHDR")
    return std::nullopt;
  const auto width = qFromBigEndian<quint32>(decoded.decoded.constData() + 16);
  const auto height = qFromBigEndian<quint32>(decoded.decoded.constData() + 20);
  if (width < 1 || height < 1 || width > kLargestSide || height > kLargestSide)
    return std::nullopt;
  return EmbeddedPicture{std::string(kBeginning) + decoded.decoded.toBase64().toStdString(),
                         static_cast<double>(width) * height};
}

}  // namespace phaseboard::foreign
