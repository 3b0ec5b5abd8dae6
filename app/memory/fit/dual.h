// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace phaseboard::memory {

/// A number that knows how it changes with each of N weights: exact derivatives of any formula that
/// is written for any kind of number (forward differentiation). Comparisons look at the value only.
template <std::size_t N>
class Dual {
 public:
  Dual() = default;
  // A plain number is a dual that never changes; meant to convert without a word.
  Dual(double value) : m_value(value) {}  // NOLINT(google-explicit-constructor)

  /// The weight with this index.
  [[nodiscard]] static Dual weight(double value, std::size_t index) {
    Dual dual(value);
    dual.m_slopes[index] = 1;
    return dual;
  }

  [[nodiscard]] double value() const { return m_value; }
  [[nodiscard]] const std::array<double, N>& slopes() const { return m_slopes; }

  friend Dual operator+(const Dual& a, const Dual& b) {
    return joined(a.m_value + b.m_value, a, 1, b, 1);
  }
  friend Dual operator-(const Dual& a, const Dual& b) {
    return joined(a.m_value - b.m_value, a, 1, b, -1);
  }
  friend Dual operator*(const Dual& a, const Dual& b) {
    return joined(a.m_value * b.m_value, a, b.m_value, b, a.m_value);
  }
  friend Dual operator/(const Dual& a, const Dual& b) {
    const double quotient = a.m_value / b.m_value;
    return joined(quotient, a, 1 / b.m_value, b, -quotient / b.m_value);
  }
  friend Dual operator+(const Dual& a, double b) { return mapped(a.m_value + b, a, 1); }
  friend Dual operator+(double a, const Dual& b) { return b + a; }
  friend Dual operator-(const Dual& a, double b) { return a + -b; }
  friend Dual operator-(double a, const Dual& b) { return mapped(a - b.m_value, b, -1); }
  friend Dual operator-(const Dual& a) { return 0.0 - a; }
  friend Dual operator*(const Dual& a, double b) { return mapped(a.m_value * b, a, b); }
  friend Dual operator*(double a, const Dual& b) { return b * a; }
  friend Dual operator/(const Dual& a, double b) { return a * (1 / b); }
  friend Dual operator/(double a, const Dual& b) {
    return mapped(a / b.m_value, b, -a / (b.m_value * b.m_value));
  }
  friend Dual exp(const Dual& a) {
    const double value = std::exp(a.m_value);
    return mapped(value, a, value);
  }
  friend Dual log(const Dual& a) { return mapped(std::log(a.m_value), a, 1 / a.m_value); }

  friend bool operator<(const Dual& a, const Dual& b) { return a.m_value < b.m_value; }
  friend bool operator>(const Dual& a, const Dual& b) { return a.m_value > b.m_value; }
  friend bool operator<(const Dual& a, double b) { return a.m_value < b; }
  friend bool operator>(const Dual& a, double b) { return a.m_value > b; }

 private:
  static Dual mapped(double value, const Dual& a, double perA) {
    Dual dual(value);
    for (std::size_t i = 0; i < N; ++i)
      dual.m_slopes[i] = perA * a.m_slopes[i];
    return dual;
  }
  static Dual joined(double value, const Dual& a, double perA, const Dual& b, double perB) {
    Dual dual(value);
    for (std::size_t i = 0; i < N; ++i)
      dual.m_slopes[i] = perA * a.m_slopes[i] + perB * b.m_slopes[i];
    return dual;
  }

  double m_value = 0;
  std::array<double, N> m_slopes{};
};

}  // namespace phaseboard::memory
