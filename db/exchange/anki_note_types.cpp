// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/anki_note_types.h"

#include <charconv>
#include <functional>

#include <nlohmann/json.hpp>

namespace phaseboard::db {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostParts = 200;  // fields, or templates, of one type
constexpr std::size_t kLongestTemplate = 100'000;

std::string textIn(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t numberIn(const Json& object, const char* name, std::int64_t otherwise) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>()
                                                             : otherwise;
}

/// The objects of a list, in the order in which they stand.
template <class Take>
void eachObject(const Json& object, const char* name, Take take) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array())
    return;
  std::size_t count = 0;
  for (const Json& one : *found)
    if (one.is_object() && ++count <= kMostParts)
      take(one);
}

exchange::AnkiNoteType typeFrom(const Json& model) {
  exchange::AnkiNoteType type;
  type.isCloze = numberIn(model, "type", 0) == 1;
  eachObject(model, "flds",
             [&type](const Json& field) { type.fields.push_back(textIn(field, "name")); });
  eachObject(model, "tmpls", [&type](const Json& one) {
    type.templates.push_back({textIn(one, "qfmt").substr(0, kLongestTemplate),
                              textIn(one, "afmt").substr(0, kLongestTemplate)});
  });
  return type;
}

/// Fields of a protocol buffer, one after the other; stops at the first that is damaged.
void eachField(std::string_view bytes,
               const std::function<void(std::uint64_t number, std::uint64_t value,
                                        std::string_view content)>& visit) {
  std::size_t at = 0;
  const auto varint = [&]() -> std::optional<std::uint64_t> {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
      if ((byte & 0x80U) == 0)
        return value;
    }
    return std::nullopt;
  };
  while (at < bytes.size()) {
    const auto key = varint();
    if (!key)
      return;
    const std::uint64_t wire = *key & 7U;
    std::uint64_t value = 0;
    std::size_t size = 0;
    if (wire == 0 || wire == 2) {
      const auto read = varint();
      if (!read)
        return;
      value = *read;
      size = wire == 2 ? value : 0;
    } else if (wire == 1 || wire == 5) {
      size = wire == 1 ? 8 : 4;
    } else {
      return;
    }
    if (size > bytes.size() - at)
      return;
    visit(*key >> 3U, value, bytes.substr(at, size));
    at += size;
  }
}

}  // namespace

std::optional<AnkiNoteTypes> noteTypesFromJson(std::string_view json) {
  const Json models = Json::parse(json, nullptr, false);
  if (!models.is_object())
    return std::nullopt;
  AnkiNoteTypes types;
  for (const auto& [key, model] : models.items()) {
    std::int64_t id = 0;
    const auto [end, failure] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (failure == std::errc() && end == key.data() + key.size() && model.is_object())
      types.emplace(id, typeFrom(model));
  }
  return types;
}

int schedulerVersion(std::string_view json) {
  const Json conf = Json::parse(json, nullptr, false);
  return conf.is_object() && numberIn(conf, "schedVer", 1) == 2 ? 2 : 1;
}

exchange::AnkiCardTemplate templateFromBytes(std::string_view bytes) {
  exchange::AnkiCardTemplate found;
  eachField(bytes, [&found](std::uint64_t number, std::uint64_t, std::string_view content) {
    if (number == 1)
      found.front = content.substr(0, kLongestTemplate);
    else if (number == 2)
      found.back = content.substr(0, kLongestTemplate);
  });
  return found;
}

bool isClozeFromBytes(std::string_view bytes) {
  bool isCloze = false;
  eachField(bytes, [&isCloze](std::uint64_t number, std::uint64_t value, std::string_view) {
    if (number == 1)
      isCloze = value == 1;
  });
  return isCloze;
}

}  // namespace phaseboard::db
