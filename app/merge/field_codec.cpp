// SPDX-License-Identifier: Apache-2.0
#include "app/merge/field_codec.h"

#include <algorithm>
#include <cstring>

namespace phaseboard::merge {
namespace {

constexpr char kNullField = 'n';
constexpr char kNumberField = 'i';
constexpr char kRealField = 'r';
constexpr char kTextField = 't';

}  // namespace

void putNumber(std::string& out, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8)
    out += static_cast<char>((number >> shift) & 0xffU);
}

void putText(std::string& out, std::string_view text) {
  putNumber(out, text.size());
  out += text;
}

void putFields(std::string& out, const std::vector<Field>& fields) {
  putNumber(out, fields.size());
  for (const Field& field : fields) {
    if (const auto* number = std::get_if<std::int64_t>(&field)) {
      out += kNumberField;
      putNumber(out, static_cast<std::uint64_t>(*number));
    } else if (const auto* real = std::get_if<double>(&field)) {
      std::uint64_t bits = 0;
      std::memcpy(&bits, real, sizeof bits);
      out += kRealField;
      putNumber(out, bits);
    } else if (const auto* text = std::get_if<std::string>(&field)) {
      out += kTextField;
      putText(out, *text);
    } else {
      out += kNullField;
    }
  }
}

std::string_view FieldReader::take(std::uint64_t size) {
  if (size > m_rest.size()) {
    m_isSound = false;
    m_rest = {};
    return {};
  }
  const std::string_view taken = m_rest.substr(0, size);
  m_rest.remove_prefix(size);
  return taken;
}

std::uint64_t FieldReader::number() {
  const std::string_view bytes = take(8);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return number;
}

std::string FieldReader::text() {
  return std::string(take(number()));
}

Uuid FieldReader::uuid() {
  Uuid::Bytes id{};
  const std::string_view bytes = take(id.size());
  std::transform(bytes.begin(), bytes.end(), id.begin(),
                 [](char byte) { return static_cast<std::uint8_t>(byte); });
  return Uuid{id};
}

std::vector<Field> FieldReader::fields() {
  std::vector<Field> fields;
  constexpr std::uint64_t kMostFields = 100;
  const std::uint64_t count = number();
  if (count > kMostFields)
    m_isSound = false;
  for (std::uint64_t i = 0; m_isSound && i < count; ++i) {
    const std::string_view kind = take(1);
    if (kind.empty())
      break;
    if (kind.front() == kNumberField) {
      fields.emplace_back(signedNumber());
    } else if (kind.front() == kRealField) {
      const std::uint64_t bits = number();
      double real = 0;
      std::memcpy(&real, &bits, sizeof real);
      fields.emplace_back(real);
    } else if (kind.front() == kTextField) {
      fields.emplace_back(text());
    } else {
      m_isSound = m_isSound && kind.front() == kNullField;
      fields.emplace_back(std::monostate());
    }
  }
  return fields;
}

}  // namespace phaseboard::merge
