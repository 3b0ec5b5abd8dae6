// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QByteArray>
#include <QImage>
#include <QRectF>

#include "app/base/result.h"

/// What goes through the two pipes between a program of ours and its helper. Both ends are one
/// build on one machine, so numbers go as they are in memory.
namespace phaseboard::foreign {

/// What the helper exits with.
enum HelperExit { Painted, NotFenced, NoRequest, NotRead, NotWritten };

struct HelperRequest {
  QSize pixels;
  int parts = 0;
  QByteArray svg;
};

struct HelperAnswer {
  QImage image;  ///< premultiplied ARGB of the size that was asked for
  std::vector<QRectF> boxes;
};

[[nodiscard]] QByteArray packRequest(const HelperRequest& request);
[[nodiscard]] Result<HelperRequest> unpackRequest(const QByteArray& bytes);
[[nodiscard]] QByteArray packAnswer(const HelperAnswer& answer);

/// `Damaged` (subject "helper") for anything but exactly what `request` asks for.
[[nodiscard]] Result<HelperAnswer> unpackAnswer(const QByteArray& bytes,
                                                const HelperRequest& request);

}  // namespace phaseboard::foreign
