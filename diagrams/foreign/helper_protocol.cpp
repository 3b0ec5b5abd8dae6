// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/helper_protocol.h"

#include <array>
#include <cmath>
#include <cstring>

#include "diagrams/foreign/foreign_limits.h"

namespace phaseboard::foreign {
namespace {

constexpr quint32 kRequestMark = 0x50425251;
constexpr quint32 kAnswerMark = 0x50424153;
using Head = std::array<quint32, 5>;  // mark, width, height, parts, bytes that follow
using Box = std::array<double, 4>;

void append(QByteArray& bytes, const void* data, std::size_t size) {
  bytes.append(static_cast<const char*>(data), static_cast<qsizetype>(size));
}

/// Nothing when the bytes do not begin with a whole head of this mark.
std::optional<Head> headOf(const QByteArray& bytes, quint32 mark) {
  Head head{};
  if (bytes.size() < static_cast<qsizetype>(sizeof head))
    return std::nullopt;
  std::memcpy(head.data(), bytes.constData(), sizeof head);
  if (head[0] != mark || head[1] < 1 || head[2] < 1 || head[1] > limit::kSide ||
      head[2] > limit::kSide || head[3] > limit::kParts)
    return std::nullopt;
  return head;
}

}  // namespace

QByteArray packRequest(const HelperRequest& request) {
  const Head head{kRequestMark, static_cast<quint32>(request.pixels.width()),
                  static_cast<quint32>(request.pixels.height()),
                  static_cast<quint32>(request.parts), static_cast<quint32>(request.svg.size())};
  QByteArray bytes;
  append(bytes, head.data(), sizeof head);
  return bytes + request.svg;
}

Result<HelperRequest> unpackRequest(const QByteArray& bytes) {
  const auto head = headOf(bytes, kRequestMark);
  constexpr auto kHead = static_cast<qsizetype>(sizeof(Head));
  if (!head || bytes.size() - kHead != static_cast<qsizetype>((*head)[4]))
    return fail(ErrorKind::Damaged, "helper", "the request is not whole");
  return HelperRequest{QSize(static_cast<int>((*head)[1]), static_cast<int>((*head)[2])),
                       static_cast<int>((*head)[3]), bytes.mid(kHead)};
}

QByteArray packAnswer(const HelperAnswer& answer) {
  const auto pixels = static_cast<quint32>(answer.image.sizeInBytes());
  const Head head{kAnswerMark, static_cast<quint32>(answer.image.width()),
                  static_cast<quint32>(answer.image.height()),
                  static_cast<quint32>(answer.boxes.size()), pixels};
  QByteArray bytes;
  append(bytes, head.data(), sizeof head);
  for (const QRectF& each : answer.boxes) {
    const Box box{each.x(), each.y(), each.width(), each.height()};
    append(bytes, box.data(), sizeof box);
  }
  append(bytes, answer.image.constBits(), pixels);
  return bytes;
}

Result<HelperAnswer> unpackAnswer(const QByteArray& bytes, const HelperRequest& request) {
  const auto head = headOf(bytes, kAnswerMark);
  HelperAnswer answer;
  answer.image = QImage(request.pixels, QImage::Format_ARGB32_Premultiplied);
  const auto boxes = static_cast<std::size_t>(request.parts) * sizeof(Box);
  const auto pixels = static_cast<std::size_t>(answer.image.sizeInBytes());
  if (!head || (*head)[1] != static_cast<quint32>(request.pixels.width()) ||
      (*head)[2] != static_cast<quint32>(request.pixels.height()) ||
      (*head)[3] != static_cast<quint32>(request.parts) || answer.image.isNull() ||
      static_cast<std::size_t>(bytes.size()) != sizeof(Head) + boxes + pixels)
    return fail(ErrorKind::Damaged, "helper", "the answer is not what was asked for");
  const char* at = bytes.constData() + sizeof(Head);
  for (int i = 0; i < request.parts; ++i, at += sizeof(Box)) {
    Box box{};
    std::memcpy(box.data(), at, sizeof box);
    const QRectF rect(box[0], box[1], box[2], box[3]);
    const bool isFinite = std::isfinite(box[0] + box[1] + box[2] + box[3]);
    answer.boxes.push_back(isFinite && rect.isValid() ? rect : QRectF());
  }
  std::memcpy(answer.image.bits(), at, pixels);
  return answer;
}

}  // namespace phaseboard::foreign
