// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/uuid.h"
#include "app/merge/cell.h"

/// Numbers, texts and fields as bytes, little-endian, for files that other machines read.
namespace phaseboard::merge {

void putNumber(std::string& out, std::uint64_t number);
void putText(std::string& out, std::string_view text);
void putFields(std::string& out, const std::vector<Field>& fields);

/// Takes bytes apart. Reading past the end gives zeros, and `isSound` is false from then on.
class FieldReader {
 public:
  explicit FieldReader(std::string_view bytes) : m_rest(bytes) {}

  [[nodiscard]] std::uint64_t number();
  [[nodiscard]] std::int64_t signedNumber() { return static_cast<std::int64_t>(number()); }
  [[nodiscard]] std::string text();
  [[nodiscard]] Uuid uuid();
  [[nodiscard]] std::vector<Field> fields();

  [[nodiscard]] bool isSound() const { return m_isSound; }
  [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

 private:
  [[nodiscard]] std::string_view take(std::uint64_t size);

  std::string_view m_rest;
  bool m_isSound = true;
};

}  // namespace phaseboard::merge
