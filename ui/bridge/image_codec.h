// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include <QByteArray>
#include <QImage>
#include <QString>

#include "app/answers/image.h"

namespace phaseboard::ui {

/// An image to be kept, or why there is none, in words that state the limit.
struct TakenImage {
  std::optional<answers::Image> image;  ///< without an id
  QString trouble;
};

inline constexpr qint64 kMostFileBytes = 20'000'000;  ///< of a picture that is pasted or dropped
inline constexpr qint64 kMostFilePixels = 24'000'000;

/// Reads a picture of a stranger, PNG or JPEG by its first bytes and by nothing else, makes it
/// small enough, and writes it anew; so nothing of the file itself is kept. The size is looked at
/// before anything is decoded, and what Qt may allocate for decoding is limited.
[[nodiscard]] TakenImage takeImage(const QByteArray& bytes);

/// The same for a picture that the clipboard has decoded.
[[nodiscard]] TakenImage takeImage(const QImage& image);

/// The same for a file on this machine; links are followed, only regular files are read.
[[nodiscard]] TakenImage takeImageFile(const QString& path);

/// What was kept, for showing; null when it is no PNG or JPEG of a size that may be kept.
[[nodiscard]] QImage readKeptImage(std::string_view bytes);

}  // namespace phaseboard::ui
