// SPDX-License-Identifier: Apache-2.0
#include "app/mock/record.h"

namespace phaseboard::mock {
namespace {

/// Whether `kind` may follow when the attempt stands like this.
bool fits(EventKind kind, Stand stand) {
  switch (kind) {
    case EventKind::Started:
      return stand == Stand::NotStarted;
    case EventKind::Resumed:
      return stand == Stand::Paused;
    case EventKind::Finished:
      return stand == Stand::Running || stand == Stand::Paused;
    default:
      return stand == Stand::Running;
  }
}

Stand standAfter(EventKind kind, Stand before) {
  switch (kind) {
    case EventKind::Started:
    case EventKind::Resumed:
      return Stand::Running;
    case EventKind::Paused:
      return Stand::Paused;
    case EventKind::Finished:
      return Stand::Finished;
    default:
      return before;
  }
}

}  // namespace

Result<Record> Record::replay(Plan plan, const std::vector<Event>& events) {
  Record record(std::move(plan));
  for (const Event& event : events)
    if (const Status appended = record.append(event); !appended)
      return fail(ErrorKind::Damaged, "mock", describe(appended.error()));
  return record;
}

Result<Event> Record::next(EventKind kind, std::string subject, std::string text,
                           Instant at) const {
  Event event{static_cast<std::int64_t>(m_events.size()) + 1, at, kind, std::move(subject),
              std::move(text)};
  PHASEBOARD_TRY(check(event));
  return event;
}

Status Record::append(const Event& event) {
  PHASEBOARD_TRY(check(event));
  m_events.push_back(event);
  m_stand = standAfter(event.kind, m_stand);
  return {};
}

Status Record::check(const Event& event) const {
  if (event.number != static_cast<std::int64_t>(m_events.size()) + 1 || !fits(event.kind, m_stand))
    return fail(ErrorKind::InvalidInput, "event", std::to_string(event.number));
  if (event.kind == EventKind::StageEntered && !m_plan.stage(StageId{event.subject}))
    return fail(ErrorKind::InvalidInput, "stage", event.subject);
  if (event.kind == EventKind::FocusMoved && !m_plan.hasPhase(PhaseId{event.subject}))
    return fail(ErrorKind::InvalidInput, "phase", event.subject);
  const bool asks = event.kind == EventKind::Asked;
  if (event.text.size() > kLongestAsked || asks == event.text.empty())
    return fail(ErrorKind::InvalidInput, "text", event.text);
  return {};
}

}  // namespace phaseboard::mock
