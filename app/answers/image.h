// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "app/answers/answer.h"
#include "app/base/strong.h"

namespace phaseboard::answers {

/// A version 7 UUID as text. In an answer the image is "![words](notebook:image/<id>)".
using ImageId = Strong<struct ImageIdTag, std::string>;

/// An image that the user put into an answer, as it lies in the notebook.
struct Image {
  ImageId id;
  std::string bytes;  ///< PNG or JPEG, written by this program
  int width = 0;      ///< in pixels
  int height = 0;
};

inline constexpr std::size_t kMostImageBytes = 2'000'000;  ///< of one image
inline constexpr int kMostImageSide = 2'000;               ///< pixels
inline constexpr int kMostImagesOfAnswer = 20;
inline constexpr int kMostImages = 500;  ///< of a notebook

/// What follows "notebook:" in the link to an image.
inline constexpr const char* kImagePath = "image/";

}  // namespace phaseboard::answers
