// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_history.h"

#include <algorithm>
#include <set>

namespace phaseboard::ui {
namespace {

constexpr int kDays = 42;
constexpr int kDaysToInterview = 18;
constexpr int kNewPerDay = 9;
constexpr int kMostPerDay = 60;
constexpr std::int64_t kMinute = 60'000;

/// Decides what a person with a good but not perfect memory would press.
memory::Rating pressed(Chance& chance, bool isNew) {
  const std::uint64_t roll = chance.next() % 100;
  if (roll < (isNew ? 22U : 9U))
    return memory::Rating::Again;
  if (roll < (isNew ? 45U : 21U))
    return memory::Rating::Hard;
  return roll < 90 ? memory::Rating::Good : memory::Rating::Easy;
}

class Story {
 public:
  Story(const ports::PackLibrary& pack, const ports::Notebook& notebook, ops::Desk& desk,
        TourClock& clock)
      : m_pack(pack), m_notebook(notebook), m_desk(desk), m_clock(clock) {}

  Status tell() {
    const std::int64_t end = m_clock.now().value();
    for (int day = kDays; day >= 1; --day) {
      const bool rest = day % 9 == 4 || day % 16 == 11;
      if (rest)
        continue;
      m_clock.set(Instant(end - day * kMillisPerDay));
      PHASEBOARD_TRY(sitting());
      m_clock.set(Instant(end - day * kMillisPerDay + 45 * kMinute));
    }
    m_clock.set(Instant(end - 2 * kMillisPerDay));
    PHASEBOARD_TRY(write());
    m_clock.set(Instant(end));
    PHASEBOARD_TRY(firstOfToday());
    return prepare();
  }

 private:
  [[nodiscard]] StudyDay today() const {
    return studyDay(m_clock.now(), m_clock.offsetAt(m_clock.now()), kDefaultDayStart);
  }

  Status answer(const PromptId& id, bool isNew) {
    PHASEBOARD_TRY_ASSIGN(const review::Prompt prompt, m_pack.prompt(id));
    const Millis thinking(static_cast<std::int64_t>(6'000 + m_chance.next() % 24'000));
    m_clock.advance(thinking);
    PHASEBOARD_TRY(m_desk.answerPrompt(prompt, pressed(m_chance, isNew), thinking));
    return {};
  }

  /// What is due, then some new ones, then once more what came back within the sitting.
  Status sitting() {
    PHASEBOARD_TRY(answerDue(kMostPerDay));
    const auto& prompts = m_pack.prompts();
    for (int i = 0; i < kNewPerDay && m_next < prompts.size(); ++i, m_next += 1)
      PHASEBOARD_TRY(answer(prompts[m_next].id, true));
    m_clock.advance(Millis(12 * kMinute));
    return answerDue(kMostPerDay / 2);
  }

  Status answerDue(int most) {
    PHASEBOARD_TRY_ASSIGN(const auto due, m_notebook.duePrompts(m_clock.now(), today()));
    for (const ports::PromptRow& row : due) {
      if (most-- <= 0)
        break;
      PHASEBOARD_TRY(answer(row.prompt, false));
    }
    return {};
  }

  Status firstOfToday() {
    m_clock.advance(Millis(-20 * kMinute));
    PHASEBOARD_TRY(answerDue(8));
    m_clock.advance(Millis(15 * kMinute));
    return {};
  }

  Status write();
  Status prepare();

  const ports::PackLibrary& m_pack;
  const ports::Notebook& m_notebook;
  ops::Desk& m_desk;
  TourClock& m_clock;
  TourChance m_chance;
  std::size_t m_next = 0;
};

constexpr auto kClarified =
    R"(**Goal.** Predict the probability that a user clicks an ad, for the auction.

- Who pays? Advertisers bid per click, so the *absolute* probability matters: rank by $bid \times p$.
- Scale: I would ask for daily users, ads per request and the latency budget first.
- Labels: an impression is positive if it is clicked within 30 minutes.

Open: do we also optimise for conversions? I would keep it out of the first version and say so.
)";

constexpr auto kModelled = R"(### Baseline first
1. Logistic regression with hashed crosses, FTRL: fast, calibrated, a yardstick.
2. Trees for the dense counters.
3. Embeddings + cross layers once the baseline is beaten offline **and** online.

The loss is plain log loss. If negatives are sampled at rate $w$, correct with $q = \frac{p}{p + (1-p)/w}$.

- Memory sits in the embedding tables, compute in the dense part: two separate problems.
- Calibrate last, on fresh traffic, and watch it per slice.
)";

Status Story::write() {
  const auto& questions = m_pack.questions();
  const auto& phases = m_pack.framework().phases;
  if (questions.empty() || phases.size() < 4)
    return {};
  const QuestionId question = questions.front().id;
  const answers::AnswerKey first{question, phases[0].id};
  const answers::AnswerKey model{question, phases[3].id};
  PHASEBOARD_TRY(m_desk.writeAnswer(first, "- ask about the goal\n- ask about scale"));
  m_clock.advance(Millis(25 * kMinute));
  PHASEBOARD_TRY(m_desk.writeAnswer(first, kClarified));
  PHASEBOARD_TRY(m_desk.writeAnswer(model, kModelled));
  PHASEBOARD_TRY_ASSIGN(const content::Note note, m_pack.note(question, model.phase));
  for (std::size_t i = 0; i < note.keyPoints.size(); i += 2)
    PHASEBOARD_TRY(m_desk.tickKeyPoint(model, note.keyPoints[i].id, true));
  for (std::size_t i = 0; i < questions.front().diagrams.size(); i += 5)
    PHASEBOARD_TRY(m_desk.markFavourite(questions.front().diagrams[i].id.value(), true));
  return {};
}

Status Story::prepare() {
  PHASEBOARD_TRY_ASSIGN(ports::Settings settings, m_notebook.settings());
  settings.interviewDate = plusDays(today(), kDaysToInterview);
  PHASEBOARD_TRY(m_desk.changeSettings(settings));
  return {};
}

}  // namespace

std::uint64_t TourChance::next() {
  m_state += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = m_state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

Status simulateHistory(const ports::PackLibrary& pack, const ports::Notebook& notebook,
                       ops::Desk& desk, TourClock& clock) {
  return Story(pack, notebook, desk, clock).tell();
}

}  // namespace phaseboard::ui
