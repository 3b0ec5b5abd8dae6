// SPDX-License-Identifier: Apache-2.0
#include "app/review/quantity.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "app/review/answer_words.h"

namespace phaseboard::review {
namespace {

constexpr double kLargestNumber = 1e100;  ///< so that no conversion of units is without end
constexpr double kMinuteSeconds = 60;
constexpr double kHourSeconds = 3'600;
constexpr double kDaySeconds = 86'400;

struct NamedFactor {
  std::string_view name;
  double factor = 1;
};

constexpr std::array<NamedFactor, 17> kMultipliers{{{"k", 1e3},
                                                    {"K", 1e3},
                                                    {"thousand", 1e3},
                                                    {"M", 1e6},
                                                    {"mn", 1e6},
                                                    {"mio", 1e6},
                                                    {"million", 1e6},
                                                    {"millions", 1e6},
                                                    {"G", 1e9},
                                                    {"B", 1e9},
                                                    {"bn", 1e9},
                                                    {"billion", 1e9},
                                                    {"billions", 1e9},
                                                    {"T", 1e12},
                                                    {"tn", 1e12},
                                                    {"trillion", 1e12},
                                                    {"P", 1e15}}};

constexpr std::array<NamedFactor, 21> kTimes{{{"ns", 1e-9},
                                              {"us", 1e-6},
                                              {"ms", 1e-3},
                                              {"millisecond", 1e-3},
                                              {"milliseconds", 1e-3},
                                              {"s", 1},
                                              {"sec", 1},
                                              {"second", 1},
                                              {"seconds", 1},
                                              {"min", kMinuteSeconds},
                                              {"minute", kMinuteSeconds},
                                              {"minutes", kMinuteSeconds},
                                              {"h", kHourSeconds},
                                              {"hour", kHourSeconds},
                                              {"hours", kHourSeconds},
                                              {"d", kDaySeconds},
                                              {"day", kDaySeconds},
                                              {"days", kDaySeconds},
                                              {"week", 7 * kDaySeconds},
                                              {"weeks", 7 * kDaySeconds},
                                              {"years", 365 * kDaySeconds}}};

constexpr std::array<NamedFactor, 14> kBytes{{{"B", 1},
                                              {"byte", 1},
                                              {"bytes", 1},
                                              {"kB", 1e3},
                                              {"KB", 1e3},
                                              {"MB", 1e6},
                                              {"GB", 1e9},
                                              {"TB", 1e12},
                                              {"PB", 1e15},
                                              {"KiB", 1024},
                                              {"MiB", 1024.0 * 1024},
                                              {"GiB", 1024.0 * 1024 * 1024},
                                              {"TiB", 1024.0 * 1024 * 1024 * 1024},
                                              {"gigabytes", 1e9}}};

template <std::size_t N>
const NamedFactor* named(const std::array<NamedFactor, N>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [name](const NamedFactor& one) { return one.name == name; });
  return found == all.end() ? nullptr : found;
}

/// Plain ASCII with '*' for every times sign, '-' for every dash and '^' before raised digits.
std::string plainNumber(std::string_view utf8) {
  std::string out;
  bool wasRaised = false;
  for (char32_t letter : codePoints(utf8)) {
    if (letter >= 0xFF01 && letter <= 0xFF5E)
      letter -= 0xFEE0;
    const bool isRaised = letter == 0x00B9 || letter == 0x00B2 || letter == 0x00B3 ||
                          letter == 0x2070 || (letter >= 0x2074 && letter <= 0x2079);
    if (isRaised) {
      if (!wasRaised)
        out += '^';
      const char32_t digit = letter == 0x00B9   ? 1
                             : letter <= 0x00B3 ? letter - 0x00B0
                                                : letter - 0x2070;
      out += static_cast<char>('0' + digit);
    } else if (letter == 0x00D7 || letter == 0x00B7 || letter == 0x22C5 || letter == 0x2219) {
      out += '*';
    } else if ((letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212) {
      out += '-';
    } else if (letter == 0x00B5 || letter == 0x03BC) {
      out += 'u';
    } else {
      out += letter < 0x80 ? static_cast<char>(letter) : ' ';
    }
    wasRaised = isRaised;
  }
  return out;
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads along one text.
class NumberReader {
 public:
  explicit NumberReader(std::string text) : m_text(std::move(text)) {}

  /// Goes to the first digit that does not belong to a word ("p99" is one).
  bool findNumber() {
    for (m_at = 0; m_at < m_text.size(); ++m_at) {
      const bool isPoint = m_text[m_at] == '.' && isDigit(peek(1));
      if ((isDigit(m_text[m_at]) || isPoint) &&
          (m_at == 0 || (!isLetter(m_text[m_at - 1]) && !isDigit(m_text[m_at - 1]))))
        return true;
    }
    return false;
  }

  /// Whether the number here has a minus before it: not the dash of a range or of a word, as in
  /// "200-300" and "top-5".
  [[nodiscard]] bool hasMinus() const {
    const std::string before = ' ' + m_text.substr(0, m_at);
    const std::size_t last = before.find_last_not_of(' ');
    if (last == std::string::npos)
      return false;
    const std::string sign = before.substr(0, last + 1);
    const bool isFirst = before.find_first_not_of(' ') == last;
    if (sign.ends_with(" -") || sign.ends_with("(-"))
      return isFirst || last + 1 == before.size();
    return sign.ends_with(" minus");
  }

  bool passMinus() {
    if (peek() != '-')
      return false;
    ++m_at;
    return true;
  }

  double number() {
    double value = mantissa();
    if ((peek() == 'e' || peek() == 'E') && isExponentAt(1)) {
      ++m_at;
      return value * std::pow(10, exponent());
    }
    if (peek() == '^' && value == 10)
      return std::pow(10, raised());
    const std::size_t before = m_at;
    skipSpaces();
    if (peek() == '*' || peek() == 'x') {
      ++m_at;
      skipSpaces();
      if (m_text.compare(m_at, 2, "10") == 0 && peek(2) == '^') {
        m_at += 2;
        return value * std::pow(10, raised());
      }
    }
    m_at = before;
    return value;
  }

  /// The letters that follow, or "%"; nothing is read past a slash.
  std::string word() {
    skipSpaces();
    if (peek() == '%')
      return std::string(1, m_text[m_at++]);
    std::string letters;
    while (isLetter(peek()))
      letters += m_text[m_at++];
    return letters;
  }

  /// Whether a range goes on here: "-" or "to" before another number or its minus.
  bool passRange() {
    const std::size_t before = m_at;
    skipSpaces();
    if (peek() == '-')
      ++m_at;
    else if (m_text.compare(m_at, 3, "to ") == 0)
      m_at += 2;
    else {
      m_at = before;
      return false;
    }
    skipSpaces();
    if (isDigit(peek()) || (peek() == '-' && isDigit(peek(1))))
      return true;
    m_at = before;
    return false;
  }

  [[nodiscard]] std::size_t at() const { return m_at; }
  void goTo(std::size_t at) { m_at = at; }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
  }
  void skipSpaces() {
    while (peek() == ' ')
      ++m_at;
  }
  [[nodiscard]] bool isExponentAt(std::size_t ahead) const {
    return isDigit(peek(ahead)) ||
           ((peek(ahead) == '-' || peek(ahead) == '+') && isDigit(peek(ahead + 1)));
  }

  /// Digits with separators: three digits after one make groups, otherwise it is the point.
  double mantissa() {
    std::string digits;
    bool hasPoint = false;
    for (;; ++m_at) {
      const char c = peek();
      if (isDigit(c)) {
        digits += c;
      } else if ((c == ',' || c == ' ' || c == '_' || c == '\'') && isGroupAt(1) && !hasPoint &&
                 !digits.empty()) {
        continue;
      } else if ((c == '.' || c == ',') && isDigit(peek(1)) && !hasPoint) {
        hasPoint = true;
        digits += '.';
      } else {
        break;
      }
    }
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }
  [[nodiscard]] bool isGroupAt(std::size_t ahead) const {
    return isDigit(peek(ahead)) && isDigit(peek(ahead + 1)) && isDigit(peek(ahead + 2)) &&
           !isDigit(peek(ahead + 3));
  }
  double exponent() {
    const bool isNegative = peek() == '-';
    if (peek() == '-' || peek() == '+')
      ++m_at;
    double value = 0;
    while (isDigit(peek()))
      value = value * 10 + (m_text[m_at++] - '0');
    return isNegative ? -value : value;
  }
  double raised() {
    ++m_at;
    return exponent();
  }

  std::string m_text;
  std::size_t m_at = 0;
};

void takeUnit(Quantity& quantity, std::string_view unit) {
  if (unit == "%" || unit == "percent") {
    quantity.measure = "share";
    quantity.factor = 0.01;
  } else if (const NamedFactor* time = named(kTimes, unit)) {
    quantity.measure = "time";
    quantity.factor = time->factor;
  } else if (const NamedFactor* size = named(kBytes, unit)) {
    quantity.measure = "bytes";
    quantity.factor = size->factor;
  }
}

double distanceFrom(double value, double least, double most) {
  if (value >= std::min(least, most) && value <= std::max(least, most))
    return 0;
  const double nearest = std::abs(value - least) < std::abs(value - most) ? least : most;
  const double scale = std::max(std::abs(nearest), 1e-300);
  return std::abs(value - nearest) / scale;
}

}  // namespace

std::optional<Quantity> readQuantity(std::string_view utf8, bool bytes) {
  NumberReader reader(plainNumber(utf8));
  if (!reader.findNumber())
    return std::nullopt;
  Quantity quantity;
  const double sign = reader.hasMinus() ? -1 : 1;
  quantity.least = sign * reader.number();
  quantity.most = quantity.least;
  // "200-300 ms" has its unit at the end, "200 ms - 300 ms" at both; the last one counts.
  const std::size_t afterFirst = reader.at();
  bool isRange = reader.passRange();
  if (!isRange) {
    (void)reader.word();
    isRange = reader.passRange();
  }
  if (isRange) {
    const double signOfMost = reader.passMinus() ? -1 : 1;
    quantity.most = signOfMost * reader.number();
  } else {
    reader.goTo(afterFirst);
  }
  std::string word = reader.word();
  const bool isByteCount = word == "B" && bytes;
  if (const NamedFactor* multiplier = named(kMultipliers, word); multiplier && !isByteCount) {
    quantity.least *= multiplier->factor;
    quantity.most *= multiplier->factor;
    word = reader.word();
  }
  takeUnit(quantity, word);
  const auto isUsable = [](double number) { return std::abs(number) <= kLargestNumber; };
  return isUsable(quantity.least) && isUsable(quantity.most) ? std::optional(quantity)
                                                             : std::nullopt;
}

std::optional<double> relativeError(const Quantity& typed, const Quantity& expected) {
  const double middle = (typed.least + typed.most) / 2;
  if (typed.measure == expected.measure)
    return distanceFrom(middle * typed.factor, expected.least * expected.factor,
                        expected.most * expected.factor);
  const double asWritten = distanceFrom(middle, expected.least, expected.most);
  if (typed.measure.empty() && expected.measure == "share")
    return std::min(asWritten, distanceFrom(middle, expected.least * expected.factor,
                                            expected.most * expected.factor));
  if (typed.measure.empty())
    return asWritten;
  if (typed.measure == "share" && expected.measure.empty())
    return std::min(asWritten, distanceFrom(middle * typed.factor, expected.least, expected.most));
  return expected.measure.empty() ? std::optional(asWritten) : std::nullopt;
}

}  // namespace phaseboard::review
