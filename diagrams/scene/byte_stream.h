// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include <QPointF>
#include <QRectF>
#include <QString>

namespace phaseboard::scene {

/// Puts numbers and texts one after another, little-endian.
class ByteWriter {
 public:
  template <std::unsigned_integral T>
  void number(T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i)
      m_bytes.push_back(static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xffU));
  }
  void real(double value) {
    const auto single = static_cast<float>(value);
    std::uint32_t bits = 0;
    std::memcpy(&bits, &single, sizeof(bits));
    number(bits);
  }
  void exact(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof(bits));
    number(bits);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    m_bytes.append(value);
  }
  void text(const QString& value) { text(std::string_view(value.toStdString())); }
  void point(QPointF value) {
    real(value.x());
    real(value.y());
  }
  [[nodiscard]] std::string take() { return std::move(m_bytes); }

 private:
  std::string m_bytes;
};

/// Takes them out again. Reading past the end, a number that is not finite or a length that cannot
/// be is remembered in `failed` and gives zeros and empty texts from then on.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : m_bytes(bytes) {}

  template <std::unsigned_integral T>
  T number() {
    if (!has(sizeof(T)))
      return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_bytes[m_at + i])) << (8 * i);
    m_at += sizeof(T);
    return static_cast<T>(value);
  }
  double real() {
    const std::uint32_t bits = number<std::uint32_t>();
    float single = 0;
    std::memcpy(&single, &bits, sizeof(single));
    // Our figures are at most 1480 units wide; nothing sensible lies farther out than this.
    if (!(std::abs(single) < 2e4F))
      m_failed = true;
    return m_failed ? 0 : static_cast<double>(single);
  }
  double exact() {
    const std::uint64_t bits = number<std::uint64_t>();
    double value = 0;
    std::memcpy(&value, &bits, sizeof(value));
    if (!std::isfinite(value))
      m_failed = true;
    return m_failed ? 0 : value;
  }
  QPointF point() {
    const double x = real();
    return {x, real()};
  }
  std::string_view bytes() {
    const auto size = number<std::uint32_t>();
    if (!has(size))
      return {};
    m_at += size;
    return m_bytes.substr(m_at - size, size);
  }
  QString text() {
    const std::string_view utf8 = bytes();
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
  }
  /// How many things follow, each of at least `bytesEach` bytes: 0 when so many cannot be there.
  std::size_t count(std::size_t bytesEach) {
    const auto wanted = number<std::uint32_t>();
    if (wanted > (m_bytes.size() - m_at) / bytesEach)
      m_failed = true;
    return m_failed ? 0 : wanted;
  }
  /// A number that has to be below `limit`.
  std::size_t index(std::size_t limit) {
    const auto value = number<std::uint32_t>();
    if (value >= limit)
      m_failed = true;
    return m_failed ? 0 : value;
  }
  void fail() { m_failed = true; }
  [[nodiscard]] bool failed() const { return m_failed; }
  [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

 private:
  bool has(std::size_t size) {
    if (m_failed || size > m_bytes.size() - m_at)
      m_failed = true;
    return !m_failed;
  }

  std::string_view m_bytes;
  std::size_t m_at = 0;
  bool m_failed = false;
};

}  // namespace phaseboard::scene
