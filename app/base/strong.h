// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <ostream>
#include <utility>

namespace phaseboard {

/// A value that is told apart from every other value with the same representation.
///
/// `Tag` only names the kind and is never defined. Construction is explicit; comparison, hashing
/// and printing come with it. Use it for every id and every unit.
template <class Tag, class Rep>
class Strong {
 public:
  using Representation = Rep;

  Strong() = default;
  explicit constexpr Strong(Rep value) : m_value(std::move(value)) {}

  [[nodiscard]] constexpr const Rep& value() const { return m_value; }

  friend constexpr auto operator<=>(const Strong&, const Strong&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Strong& strong) {
    return out << strong.m_value;
  }

 private:
  Rep m_value{};
};

}  // namespace phaseboard

template <class Tag, class Rep>
struct std::hash<phaseboard::Strong<Tag, Rep>> {
  std::size_t operator()(const phaseboard::Strong<Tag, Rep>& strong) const {
    return std::hash<Rep>{}(strong.value());
  }
};
