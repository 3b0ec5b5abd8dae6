// SPDX-License-Identifier: Apache-2.0
#include "app/mock/standing.h"

#include <algorithm>

namespace phaseboard::mock {
namespace {

constexpr std::int64_t kShortPart = 5;  // the last fifth

void add(Millis& sum, std::int64_t more) {
  sum = Millis{sum.value() + more};
}

void noteOnce(std::vector<std::string>& list, const std::string& one) {
  if (std::find(list.begin(), list.end(), one) == list.end())
    list.push_back(one);
}

/// Walks along a record and keeps the sums.
class Walk {
 public:
  explicit Walk(const Plan& plan) : m_plan(plan) {
    for (const PlannedStage& stage : plan.stages)
      m_standing.stages.push_back({stage.id, stage.budget, stage.budget, Millis{0}, Budget::Kept});
  }

  void take(const Event& event) {
    passUntil(event.at);
    switch (event.kind) {
      case EventKind::Started:
        enter(0);
        break;
      case EventKind::StageEntered:
        enter(indexOf(event.subject));
        break;
      case EventKind::FocusMoved:
        m_standing.phase = PhaseId{event.subject};
        break;
      case EventKind::FollowUpShown:
        noteOnce(m_standing.followUpsShown, event.subject);
        break;
      case EventKind::FollowUpAnswered:
        noteOnce(m_standing.followUpsAnswered, event.subject);
        break;
      default:
        break;
    }
    stand(event.kind);
  }

  void passUntil(Instant moment) {
    const std::int64_t step =
        m_last ? std::max<std::int64_t>(0, moment.value() - m_last->value()) : 0;
    m_last = moment;
    if (m_standing.stand == Stand::Paused)
      add(m_standing.paused, step);
    if (m_standing.stand != Stand::Running)
      return;
    if (step > kLongestStep.value()) {
      add(m_standing.away, step);
      return;
    }
    add(m_standing.elapsed, step);
    add(m_standing.stages[m_standing.stage].spent, step);
    if (m_standing.phase)
      add(m_standing.phases[*m_standing.phase], step);
  }

  Standing finish() {
    shareBudgets();
    m_standing.left = Millis{m_plan.budget().value() - m_standing.elapsed.value()};
    return std::move(m_standing);
  }

 private:
  void stand(EventKind kind) {
    if (kind == EventKind::Started || kind == EventKind::Resumed)
      m_standing.stand = Stand::Running;
    if (kind == EventKind::Paused)
      m_standing.stand = Stand::Paused;
    if (kind == EventKind::Finished)
      m_standing.stand = Stand::Finished;
  }

  [[nodiscard]] std::size_t indexOf(const std::string& stage) const {
    const auto found =
        std::find_if(m_plan.stages.begin(), m_plan.stages.end(),
                     [&](const PlannedStage& one) { return one.id.value() == stage; });
    return static_cast<std::size_t>(found - m_plan.stages.begin());
  }

  void enter(std::size_t stage) {
    m_standing.stage = stage;
    const std::vector<PhaseId>& phases = m_plan.stages[stage].phases;
    m_standing.phase = phases.empty() ? std::nullopt : std::optional(phases.front());
  }

  void shareBudgets() {
    std::int64_t carry = 0;  // what earlier stages left over, or took too much
    for (std::size_t i = 0; i < m_standing.stages.size(); ++i) {
      StageTime& stage = m_standing.stages[i];
      const std::int64_t wanted = stage.budget.value() + carry;
      stage.allowed = Millis{std::max<std::int64_t>(0, wanted)};
      const std::int64_t left = stage.allowed.value() - stage.spent.value();
      if (stage.spent.value() > 0 && left < 0)
        stage.state = Budget::Over;
      else if (stage.spent.value() > 0 && left * kShortPart <= stage.allowed.value())
        stage.state = Budget::Short;
      const bool isPassed = i < m_standing.stage || m_standing.stand == Stand::Finished;
      // A stage that is not over yet passes on debts only.
      carry = wanted - stage.spent.value();
      if (!isPassed)
        carry = std::min<std::int64_t>(0, carry);
    }
  }

  const Plan& m_plan;
  Standing m_standing;
  std::optional<Instant> m_last;
};

}  // namespace

Standing standingAt(const Record& record, Instant now) {
  Walk walk(record.plan());
  for (const Event& event : record.events())
    walk.take(event);
  walk.passUntil(now);
  return walk.finish();
}

std::optional<Millis> absenceBefore(const Record& record, Instant now) {
  if (record.stand() != Stand::Running)
    return std::nullopt;
  const Millis silent{now.value() - record.events().back().at.value()};
  return silent > kLongestStep ? std::optional(silent) : std::nullopt;
}

}  // namespace phaseboard::mock
