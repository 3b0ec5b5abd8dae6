// SPDX-License-Identifier: Apache-2.0
#include "app/memory/replay_csv.h"

#include <array>
#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>

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

std::vector<ReplayedReview> replayReviews(std::vector<ReviewRow> rows, const Model& model,
                                          double retention) {
  const double scale = intervalScale(model, retention);
  std::unordered_map<std::string, std::optional<MemoryState>> states;
  std::vector<ReplayedReview> replayed;
  replayed.reserve(rows.size());
  for (ReviewRow& row : rows) {
    std::optional<MemoryState>& state = states[row.prompt];
    state = step(model, state, row.elapsedDays, row.rating);
    replayed.push_back({std::move(row), *state, state->stability * scale});
  }
  return replayed;
}

std::optional<CsvError> replayCsv(std::istream& in, std::ostream& out, const Model& model,
                                  double retention) {
  ReviewTable table = readReviews(in, ReviewColumns::Replay);
  if (table.error)
    return table.error;
  out << header(ReviewColumns::Replay) << ",stability,difficulty,interval_days\n";
  for (const auto& [review, state, days] : replayReviews(std::move(table.rows), model, retention)) {
    std::string line = csvField(review.prompt) + ',' + std::to_string(review.elapsedDays) + ',' +
                       std::to_string(number(review.rating));
    for (const double value : {state.stability, state.difficulty, days}) {
      line += ',';
      append(line, value);
    }
    out << line << '\n';
  }
  return std::nullopt;
}

}  // namespace phaseboard::memory
