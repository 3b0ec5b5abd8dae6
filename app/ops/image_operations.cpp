// SPDX-License-Identifier: Apache-2.0
#include "app/ops/image_operations.h"

#include <string_view>
#include <utility>

#include "app/base/uuid.h"
#include "app/ops/step_changes.h"
#include "app/ports/image_store.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ops {
namespace {

bool isPngOrJpeg(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.starts_with("\xff\xd8\xff");
}

bool isSide(int pixels) {
  return pixels >= 1 && pixels <= answers::kMostImageSide;
}

Status checkImage(const answers::Image& image) {
  if (!isPngOrJpeg(image.bytes))
    return fail(ErrorKind::InvalidInput, "image", "neither PNG nor JPEG");
  if (image.bytes.size() > answers::kMostImageBytes)
    return fail(ErrorKind::InvalidInput, "image", "more than 2,000,000 bytes");
  if (!isSide(image.width) || !isSide(image.height))
    return fail(ErrorKind::InvalidInput, "image", "more than 2,000 pixels wide or high");
  return {};
}

}  // namespace

ImageOperations::ImageOperations(ports::NotebookStore& notebook, ports::ImageStore& images,
                                 const Clock& clock, Chance& chance)
    : m_notebook(notebook), m_images(images), m_clock(clock), m_chance(chance) {}

Result<ImageOutcome> ImageOperations::addImage(const answers::AnswerKey& key,
                                               answers::Image image) {
  if (key.question.value().empty() || key.phase.value().empty())
    return fail(ErrorKind::InvalidInput, "answer", subjectOf(key));
  PHASEBOARD_TRY(checkImage(image));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const int ofAnswer, m_images.imageCount(key));
  PHASEBOARD_TRY_ASSIGN(const int all, m_images.imageCount());
  if (ofAnswer >= answers::kMostImagesOfAnswer || all >= answers::kMostImages)
    return fail(ErrorKind::InvalidInput, "images", "20 in an answer, 500 in a notebook at most");
  const std::uint64_t high = m_chance.next();
  image.id = answers::ImageId{Uuid::version7(now, high, m_chance.next()).text()};
  PHASEBOARD_TRY(m_images.insertImage(image, key, now));
  PHASEBOARD_TRY(unit->commitStep({kAddImage, subjectOf(key), now, std::nullopt, false, {}}));
  return ImageOutcome{{kAddImage, changesOf(kAddImage, subjectOf(key))}, image.id};
}

}  // namespace phaseboard::ops
