// SPDX-License-Identifier: Apache-2.0
#include "app/board/edit_codec.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

namespace phaseboard::board {
namespace {

// Numbers are little-endian. An element: its letter, its id, its fields. Points of ink are 4-byte
// reals (a sixteenth of a unit at the rim of the canvas), everything else that is a length 8 bytes.
constexpr char kVersion = 1;
constexpr char kPartLetter = 'p';
constexpr char kEdgeLetter = 'e';
constexpr char kGroupLetter = 'g';
constexpr char kStrokeLetter = 's';
constexpr char kTextLetter = 't';
constexpr char kHasBefore = 1;
constexpr char kHasAfter = 2;
constexpr std::uint64_t kMostElements = 100'000;

template <class Bits, class Value>
Bits bitsOf(Value value) {
  static_assert(sizeof(Bits) == sizeof(Value));
  Bits bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

class ElementWriter {
 public:
  explicit ElementWriter(std::string& out) : m_out(out) {}

  void byte(char value) { m_out += value; }
  void number(std::uint64_t value, unsigned bytes = 8) {
    for (unsigned i = 0; i < bytes; ++i)
      m_out += static_cast<char>((value >> (8 * i)) & 0xffU);
  }
  void text(const std::string& text) {
    number(text.size(), 4);
    m_out += text;
  }
  void id(ElementId id) { number(static_cast<std::uint64_t>(id.value())); }
  void box(const Box& box) {
    for (const double length : {box.x, box.y, box.width, box.height})
      number(bitsOf<std::uint64_t>(length));
  }

  void operator()(const Part& part) {
    byte(kPartLetter);
    id(part.id);
    byte(static_cast<char>(part.kind));
    byte(part.isKindChosen ? 1 : 0);
    text(part.name);
    box(part.box);
  }
  void operator()(const Edge& edge) {
    byte(kEdgeLetter);
    id(edge.id);
    id(edge.from);
    id(edge.to);
    byte(static_cast<char>(edge.kind));
    text(edge.label);
  }
  void operator()(const Group& group) {
    byte(kGroupLetter);
    id(group.id);
    byte(static_cast<char>(group.kind));
    text(group.name);
    box(group.box);
  }
  void operator()(const Stroke& stroke) {
    byte(kStrokeLetter);
    id(stroke.id);
    number(stroke.points.size(), 4);
    for (const Point& point : stroke.points) {
      number(bitsOf<std::uint32_t>(static_cast<float>(point.x)), 4);
      number(bitsOf<std::uint32_t>(static_cast<float>(point.y)), 4);
    }
  }
  void operator()(const Text& words) {
    byte(kTextLetter);
    id(words.id);
    text(words.text);
    box(words.box);
  }

 private:
  std::string& m_out;
};

/// Takes bytes apart. After a failure every further read fails too.
class ElementReader {
 public:
  explicit ElementReader(std::string_view bytes) : m_rest(bytes) {}

  [[nodiscard]] bool isGood() const { return m_isGood; }
  [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
  [[nodiscard]] std::size_t left() const { return m_rest.size(); }

  std::uint64_t number(unsigned bytes = 8) {
    if (!m_isGood || m_rest.size() < bytes) {
      m_isGood = false;
      return 0;
    }
    std::uint64_t value = 0;
    for (unsigned i = 0; i < bytes; ++i)
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_rest[i])) << (8 * i);
    m_rest.remove_prefix(bytes);
    return value;
  }
  char byte() { return static_cast<char>(number(1)); }

  std::optional<Element> element() {
    std::optional<Element> read;
    switch (byte()) {
      case kPartLetter:
        read = part();
        break;
      case kEdgeLetter:
        read = edge();
        break;
      case kGroupLetter:
        read = group();
        break;
      case kStrokeLetter:
        read = stroke();
        break;
      case kTextLetter:
        read = words();
        break;
      default:
        break;
    }
    if (!m_isGood || !read || !checkElement(*read))
      m_isGood = false;
    return m_isGood ? read : std::nullopt;
  }

 private:
  ElementId id() { return ElementId{static_cast<std::int64_t>(number())}; }
  std::string text() {
    const std::uint64_t size = number(4);
    if (!m_isGood || size > m_rest.size()) {
      m_isGood = false;
      return {};
    }
    std::string text(m_rest.substr(0, size));
    m_rest.remove_prefix(size);
    return text;
  }
  double real() {
    const std::uint64_t bits = number();
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  double shortReal() {
    const auto bits = static_cast<std::uint32_t>(number(4));
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  Box box() {
    Box box;
    for (double* length : {&box.x, &box.y, &box.width, &box.height})
      *length = real();
    return box;
  }
  template <class Kind, std::size_t Count>
  Kind kind(const std::array<Kind, Count>&) {
    const std::uint64_t index = number(1);
    if (index >= Count)
      m_isGood = false;
    return static_cast<Kind>(index < Count ? index : 0);
  }

  Part part() {
    Part part;
    part.id = id();
    part.kind = kind(kPartKinds);
    part.isKindChosen = byte() != 0;
    part.name = text();
    part.box = box();
    return part;
  }
  Edge edge() {
    Edge edge;
    edge.id = id();
    edge.from = id();
    edge.to = id();
    edge.kind = kind(kWireKinds);
    edge.label = text();
    return edge;
  }
  Group group() {
    Group group;
    group.id = id();
    group.kind = kind(kGroupKinds);
    group.name = text();
    group.box = box();
    return group;
  }
  Stroke stroke() {
    Stroke stroke;
    stroke.id = id();
    const std::uint64_t count = number(4);
    if (!m_isGood || count > kMostPoints || count * 8 > m_rest.size()) {
      m_isGood = false;
      return stroke;
    }
    for (std::uint64_t i = 0; i < count; ++i) {
      const double x = shortReal();
      stroke.points.push_back({x, shortReal()});
    }
    return stroke;
  }
  Text words() {
    Text words;
    words.id = id();
    words.text = text();
    words.box = box();
    return words;
  }

  std::string_view m_rest;
  bool m_isGood = true;
};

tl::unexpected<Error> unreadable() {
  return fail(ErrorKind::Damaged, "board", "bytes that no board was written with");
}

}  // namespace

std::string encodeEdit(const Edit& edit) {
  std::string bytes(1, kVersion);
  ElementWriter writer(bytes);
  writer.number(edit.size(), 4);
  for (const Change& change : edit) {
    writer.byte(
        static_cast<char>((change.before ? kHasBefore : 0) | (change.after ? kHasAfter : 0)));
    if (change.before)
      std::visit(writer, *change.before);
    if (change.after)
      std::visit(writer, *change.after);
  }
  return bytes;
}

Result<Edit> decodeEdit(std::string_view bytes) {
  ElementReader reader(bytes);
  const bool isKnown = reader.byte() == kVersion;
  const std::uint64_t count = reader.number(4);
  if (!isKnown || !reader.isGood() || count > kMostElements || count > reader.left())
    return unreadable();
  Edit edit;
  for (std::uint64_t i = 0; i < count && reader.isGood(); ++i) {
    const char which = reader.byte();
    Change change;
    if ((which & kHasBefore) != 0)
      change.before = reader.element();
    if ((which & kHasAfter) != 0)
      change.after = reader.element();
    edit.push_back(std::move(change));
  }
  if (!reader.isGood() || !reader.isAtEnd())
    return unreadable();
  return edit;
}

std::string encodeElements(const std::vector<Element>& elements) {
  std::string bytes(1, kVersion);
  ElementWriter writer(bytes);
  writer.number(elements.size(), 4);
  for (const Element& element : elements)
    std::visit(writer, element);
  return bytes;
}

Result<std::vector<Element>> decodeElements(std::string_view bytes) {
  ElementReader reader(bytes);
  const bool isKnown = reader.byte() == kVersion;
  const std::uint64_t count = reader.number(4);
  if (!isKnown || !reader.isGood() || count > kMostElements || count > reader.left())
    return unreadable();
  std::vector<Element> elements;
  for (std::uint64_t i = 0; i < count; ++i) {
    auto element = reader.element();
    if (!element)
      return unreadable();
    elements.push_back(std::move(*element));
  }
  if (!reader.isAtEnd())
    return unreadable();
  return elements;
}

}  // namespace phaseboard::board
