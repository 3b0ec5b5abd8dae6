// SPDX-License-Identifier: Apache-2.0
#include "app/memory/replay_csv.h"

#include <array>
#include <charconv>
#include <string>
#include <unordered_map>

namespace phaseboard::memory {
namespace {

constexpr int kSignificantDigits = 12;

void append(std::string& text, double value) {
  std::array<char, 40> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                     std::chars_format::general, kSignificantDigits);
  text.append(digits.data(), written.ptr);
}

}  // namespace

std::optional<CsvError> replayCsv(std::istream& in, std::ostream& out, const Model& model,
                                  double retention) {
  const ReviewTable table = readReviews(in, ReviewColumns::Replay);
  if (table.error)
    return table.error;
  const double scale = intervalScale(model, retention);
  std::unordered_map<std::string, std::optional<MemoryState>> states;
  out << header(ReviewColumns::Replay) << ",stability,difficulty,interval_days\n";
  for (const ReviewRow& row : table.rows) {
    std::optional<MemoryState>& state = states[row.prompt];
    state = step(model, state, row.elapsedDays, row.rating);
    std::string line = csvField(row.prompt) + ',' + std::to_string(row.elapsedDays) + ',' +
                       std::to_string(number(row.rating));
    for (const double value : {state->stability, state->difficulty, state->stability * scale}) {
      line += ',';
      append(line, value);
    }
    out << line << '\n';
  }
  return std::nullopt;
}

}  // namespace phaseboard::memory
