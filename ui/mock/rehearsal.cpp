// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/rehearsal.h"

#include <algorithm>
#include <utility>

#include "app/ops/mock_operations.h"
#include "app/ops/mock_report.h"
#include "app/ports/mock_store.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"

namespace phaseboard::ui {

Rehearsal::Rehearsal(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  m_keep.setSingleShot(true);
  connect(&m_keep, &QTimer::timeout, this, &Rehearsal::keepNow);
  m_beat.setInterval(static_cast<int>(mock::kBeatEvery.value()));
  connect(&m_beat, &QTimer::timeout, this, &Rehearsal::beat);
}

bool Rehearsal::open(const mock::MockInfo& info) {
  close();
  const ports::MockStore* store = m_session.mocks();
  if (!store)
    return false;
  auto question = m_session.read(m_session.pack().question(info.question));
  const auto events = question ? m_session.read(store->events(info.id)) : std::nullopt;
  auto record = events ? m_session.read(mock::Record::replay(info.plan, *events)) : std::nullopt;
  auto followUps = record ? m_session.read(ops::followUpsOf(m_session.pack(), info)) : std::nullopt;
  auto texts = followUps ? m_session.read(store->texts(info.id)) : std::nullopt;
  if (!texts)
    return false;
  m_info = info;
  m_question = std::move(*question);
  m_record = std::move(*record);
  m_followUps = std::move(*followUps);
  m_texts = std::move(*texts);
  const bool isNew = m_record.events().size() == 1;
  m_absence = mock::absenceBefore(m_record, m_session.now());
  if (isRunning() && (!isNew || m_absence))
    note(mock::EventKind::Paused);
  if (isRunning()) {
    m_beat.start();
    showDueFollowUps();
  }
  return true;
}

void Rehearsal::close() {
  if (!isOpen())
    return;
  pause();
  keepNow();
  m_beat.stop();
  m_keep.stop();
  m_pending.clear();
  m_info = {};
}

mock::Standing Rehearsal::standing() const {
  return mock::standingAt(m_record, m_session.now());
}

bool Rehearsal::note(mock::EventKind kind, const std::string& subject, const std::string& text) {
  const auto absence = mock::absenceBefore(m_record, m_session.now());
  const auto event = m_session.read(m_record.next(kind, subject, text, m_session.now()));
  if (!event)
    return false;
  const auto kept = m_session.runOnMocks(
      [&](ops::MockOperations& mocks) { return mocks.noteMock(m_info.id, *event); });
  if (!kept || !m_record.append(*event))
    return false;
  if (absence && kind != mock::EventKind::Paused)
    m_session.say(tr("Nothing was recorded for %1: the computer slept, or its clock was set. That "
                     "time is not counted.")
                      .arg(durationText(*absence)));
  Q_EMIT noted(*event);
  return true;
}

void Rehearsal::beat() {
  if (isRunning() && note(mock::EventKind::Beat))
    showDueFollowUps();
}

void Rehearsal::pause() {
  keepNow();
  if (isRunning() && note(mock::EventKind::Paused))
    m_beat.stop();
}

void Rehearsal::resume() {
  if (m_record.stand() != mock::Stand::Paused || !note(mock::EventKind::Resumed))
    return;
  m_absence.reset();
  m_beat.start();
}

void Rehearsal::enterStage(const StageId& stage) {
  const mock::Standing now = standing();
  if (isRunning() && m_info.plan.stages[now.stage].id != stage)
    note(mock::EventKind::StageEntered, stage.value());
}

void Rehearsal::enterNextStage() {
  const std::size_t next = standing().stage + 1;
  if (next < m_info.plan.stages.size())
    enterStage(m_info.plan.stages[next].id);
}

void Rehearsal::moveTo(const PhaseId& phase) {
  if (!isRunning())
    return;
  for (const mock::PlannedStage& stage : m_info.plan.stages)
    if (std::find(stage.phases.begin(), stage.phases.end(), phase) != stage.phases.end())
      enterStage(stage.id);
  if (standing().phase != phase)
    note(mock::EventKind::FocusMoved, phase.value());
}

bool Rehearsal::ask(const QString& words) {
  const QString asked = words.simplified().left(mock::kLongestAsked / 4);
  if (asked.isEmpty() || !isRunning())
    return false;
  const mock::Clarification said = mock::clarify(fromQt(asked), m_question);
  return note(mock::EventKind::Asked, said.line ? said.line->value() : std::string(),
              fromQt(asked));
}

const mock::FollowUp* Rehearsal::followUp(const std::string& id) const {
  const auto found = std::find_if(m_followUps.begin(), m_followUps.end(),
                                  [&](const mock::FollowUp& one) { return one.id == id; });
  return found == m_followUps.end() ? nullptr : &*found;
}

const mock::FollowUp* Rehearsal::nextFollowUp() const {
  const std::vector<std::string> shown = standing().followUpsShown;
  const auto found =
      std::find_if(m_followUps.begin(), m_followUps.end(), [&](const mock::FollowUp& one) {
        return std::find(shown.begin(), shown.end(), one.id) == shown.end();
      });
  return found == m_followUps.end() ? nullptr : &*found;
}

void Rehearsal::showFollowUp() {
  const mock::FollowUp* next = nextFollowUp();
  if (next && isRunning())
    note(mock::EventKind::FollowUpShown, next->id);
}

void Rehearsal::showDueFollowUps() {
  const mock::Standing now = standing();
  const std::size_t due =
      mock::followUpsDue(m_info.plan, now.elapsed, now.followUpsAnswered.size());
  if (now.followUpsShown.size() < due)
    showFollowUp();
}

void Rehearsal::answerFollowUp(const std::string& id) {
  keepNow();
  const std::vector<std::string> answered = standing().followUpsAnswered;
  if (!isRunning() || std::find(answered.begin(), answered.end(), id) != answered.end())
    return;
  if (note(mock::EventKind::FollowUpAnswered, id))
    showDueFollowUps();
}

void Rehearsal::finish() {
  keepNow();
  if (!isPending() && note(mock::EventKind::Finished))
    m_beat.stop();
}

QString Rehearsal::text(const std::string& name) const {
  if (const auto typed = m_pending.find(name); typed != m_pending.end())
    return typed->second;
  const auto found = m_texts.find(name);
  return found == m_texts.end() ? QString() : toQt(found->second);
}

void Rehearsal::write(const std::string& name, const QString& text) {
  if (!isOpen() || this->text(name) == text)
    return;
  if (m_pending.empty())
    m_sinceFirst.start();
  m_pending[name] = text;
  const int left = kLatestMillis - static_cast<int>(m_sinceFirst.elapsed());
  m_keep.start(std::clamp(left, 0, kQuietMillis));
}

void Rehearsal::keepNow() {
  m_keep.stop();
  while (!m_pending.empty()) {
    const std::string name = m_pending.begin()->first;
    const std::string text = fromQt(m_pending.begin()->second);
    const auto written = m_session.runOnMocks(
        [&](ops::MockOperations& mocks) { return mocks.keepMockText(m_info.id, name, text); });
    if (!written) {
      m_sinceFirst.start();
      m_keep.start(kLatestMillis);
      return;
    }
    m_texts[name] = text;
    m_pending.erase(name);
  }
  Q_EMIT this->kept();
}

}  // namespace phaseboard::ui
