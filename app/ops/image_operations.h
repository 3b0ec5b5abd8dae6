// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/answers/image.h"
#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/ops/desk.h"

namespace phaseboard::ports {
class ImageStore;
class NotebookStore;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

struct ImageOutcome : OpOutcome {
  answers::ImageId image;
};

/// What can be done to the images of answers, as `Desk` for the rest: one transaction with one
/// sync, and one step of undo.
class ImageOperations {
 public:
  /// All four outlive it; `images` keeps its rows in `notebook`.
  ImageOperations(ports::NotebookStore& notebook, ports::ImageStore& images, const Clock& clock,
                  Chance& chance);

  /// For reading.
  [[nodiscard]] const ports::ImageStore& store() const { return m_images; }

  /// Keeps an image for an answer; its id is made here. `InvalidInput` with the subject "image"
  /// when it is no PNG or JPEG, too many bytes or too large, "images" when there are as many as may
  /// be, "answer" for a key that is none. Who decodes pictures of strangers is the caller: `image`
  /// is one that this program wrote.
  Result<ImageOutcome> addImage(const answers::AnswerKey& key, answers::Image image);

 private:
  ports::NotebookStore& m_notebook;
  ports::ImageStore& m_images;
  const Clock& m_clock;
  Chance& m_chance;
};

}  // namespace phaseboard::ops
