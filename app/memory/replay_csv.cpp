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

std::vector<double> columnsOf(const MemoryState& state, double intervalDays) {
  return {state.stability, state.difficulty, intervalDays};
}

std::vector<double> columnsOf(const Fsrs7State& state, double intervalDays) {
  return {state.slow, state.difficulty, intervalDays, state.fast};
}

}  // namespace

template <MemoryModel M>
std::vector<BasicReplayedReview<typename M::State>> replayReviews(std::vector<ReviewRow> rows,
                                                                  const M& model,
                                                                  double retention) {
  std::unordered_map<std::string, std::optional<typename M::State>> states;
  std::vector<BasicReplayedReview<typename M::State>> replayed;
  replayed.reserve(rows.size());
  for (ReviewRow& row : rows) {
    std::optional<typename M::State>& state = states[row.prompt];
    state = step(model, state, row.elapsedDays, row.rating);
    replayed.push_back({std::move(row), *state, interval(model, *state, retention)});
  }
  return replayed;
}

template std::vector<ReplayedReview> replayReviews(std::vector<ReviewRow>, const Model&, double);
template std::vector<BasicReplayedReview<Fsrs7State>> replayReviews(std::vector<ReviewRow>,
                                                                    const Fsrs7Model&, double);

std::optional<CsvError> replayCsv(std::istream& in, std::ostream& out, const AnyModel& model,
                                  double retention) {
  ReviewTable table = readReviews(in, ReviewColumns::Replay);
  if (table.error)
    return table.error;
  const bool hasFast = std::holds_alternative<Fsrs7Model>(model);
  out << header(ReviewColumns::Replay) << ",stability,difficulty,interval_days"
      << (hasFast ? ",fast_stability" : "") << '\n';
  const auto write = [&](const auto& known) {
    for (const auto& [review, state, days] :
         replayReviews(std::move(table.rows), known, retention)) {
      std::string line = csvField(review.prompt) + ',' + std::to_string(review.elapsedDays) + ',' +
                         std::to_string(number(review.rating));
      for (const double value : columnsOf(state, days)) {
        line += ',';
        append(line, value);
      }
      out << line << '\n';
    }
  };
  std::visit(write, model);
  return std::nullopt;
}

}  // namespace phaseboard::memory
