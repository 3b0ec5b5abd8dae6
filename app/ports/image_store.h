// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "app/answers/image.h"
#include "app/base/result.h"

namespace phaseboard::ports {

/// The images in the answers of a notebook. Changes go through `ops::ImageOperations` only.
///
/// Writers work inside a unit of work of the notebook (`NotebookStore::begin`) and fail with
/// `Internal` outside. One thread.
class ImageStore {
 public:
  virtual ~ImageStore() = default;

  /// Nothing for an id that is unknown, or of an image whose adding was taken back.
  [[nodiscard]] virtual Result<std::optional<answers::Image>> image(
      const answers::ImageId& id) const = 0;

  /// Of one answer, and of the whole notebook.
  [[nodiscard]] virtual Result<int> imageCount(const answers::AnswerKey& key) const = 0;
  [[nodiscard]] virtual Result<int> imageCount() const = 0;

  /// What is in the image never changes.
  [[nodiscard]] virtual Status insertImage(const answers::Image& image,
                                           const answers::AnswerKey& key, Instant at) = 0;
};

}  // namespace phaseboard::ports
