// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_mocks.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/mock/clarification.h"
#include "app/mock/record.h"
#include "app/ops/mock_report.h"
#include "ui/bridge/session.h"
#include "ui/shell/tour_boards.h"

namespace phaseboard::ui {
namespace {

constexpr std::int64_t kTourStep = 25'000;  ///< between two beats, ms
constexpr int kMinutesToMillis = 60'000;

/// Lives through one attempt; the moments are its own, from when it was begun.
class TourCandidate {
 public:
  TourCandidate(Session& session, mock::MockInfo info)
      : m_session(session),
        m_info(std::move(info)),
        m_record(m_info.plan),
        m_now(m_info.startedAt) {
    const auto started = m_record.next(mock::EventKind::Started, {}, {}, m_now);
    if (started)
      m_isSound = m_record.append(*started).has_value();
  }

  void note(mock::EventKind kind, const std::string& subject = {}, const std::string& text = {}) {
    const auto event = m_record.next(kind, subject, text, m_now);
    m_isSound = m_isSound && event && m_session.runOnMocks([&](ops::MockOperations& mocks) {
      return mocks.noteMock(m_info.id, *event);
    }) && m_record.append(*event);
  }

  void work(double minutes) {
    const auto until = m_now.value() + static_cast<std::int64_t>(minutes * kMinutesToMillis);
    while (m_now.value() < until) {
      m_now = Instant{std::min(until, m_now.value() + kTourStep)};
      note(mock::EventKind::Beat);
    }
  }

  void ask(const content::Question& question, const std::string& words) {
    const auto said = mock::clarify(words, question);
    note(mock::EventKind::Asked, said.line ? said.line->value() : std::string(), words);
  }

  void write(const std::string& name, const std::string& text) {
    (void)m_session.runOnMocks(
        [&](ops::MockOperations& mocks) { return mocks.keepMockText(m_info.id, name, text); });
  }

  /// Writes what a note says in a few words: every other key point.
  void answer(const content::Note& note, std::size_t every) {
    std::string text;
    for (std::size_t i = 0; i < note.keyPoints.size(); i += every)
      text += "- " + note.keyPoints[i].statement + "\n";
    write(mock::textOf(note.phase), text);
  }

  [[nodiscard]] const mock::MockInfo& info() const { return m_info; }
  [[nodiscard]] bool isSound() const { return m_isSound; }

 private:
  Session& m_session;
  mock::MockInfo m_info;
  mock::Record m_record;
  Instant m_now;
  bool m_isSound = false;
};

const ports::QuestionCard* rehearsedQuestion(const Session& session) {
  for (const ports::QuestionCard& card : session.pack().questions())
    if (card.kind == content::QuestionKind::Interview && ops::referenceOf(card))
      return &card;
  return nullptr;
}

Result<TourCandidate> begin(Session& session, const ports::QuestionCard& card, std::uint64_t seed) {
  ops::NewMock wish;
  wish.question = card.id;
  wish.title = card.title;
  wish.reference = ops::referenceOf(card);
  PHASEBOARD_TRY_ASSIGN(
      wish.plan, mock::makePlan({mock::Form::Whole, mock::Style::Guiding, seed, {}, {}},
                                session.pack().framework(), session.settings().stageMinutes));
  const auto made =
      session.runOnMocks([&](ops::MockOperations& mocks) { return mocks.startMock(wish); });
  if (!made)
    return passOn(made);
  return TourCandidate(session, made->mock);
}

/// Stage by stage with the minutes given; writes every `every`th key point of each note.
Status goThrough(Session& session, TourCandidate& candidate, const std::vector<double>& minutes,
                 std::size_t every) {
  PHASEBOARD_TRY_ASSIGN(const auto question, session.pack().question(candidate.info().question));
  candidate.ask(question, "How many users and requests?");
  candidate.ask(question, "What is the latency budget?");
  candidate.ask(question, "Do I get a second whiteboard?");
  const mock::Plan& plan = candidate.info().plan;
  for (std::size_t i = 0; i < std::min(minutes.size(), plan.stages.size()); ++i) {
    if (i > 0)
      candidate.note(mock::EventKind::StageEntered, plan.stages[i].id.value());
    const auto& phases = plan.stages[i].phases;
    for (const PhaseId& phase : phases) {
      if (phase != phases.front())
        candidate.note(mock::EventKind::FocusMoved, phase.value());
      candidate.work(minutes[i] / static_cast<double>(phases.size()));
      if (const auto note = session.pack().note(question.id, phase))
        candidate.answer(*note, every);
    }
  }
  const auto reference = candidate.info().reference;
  if (reference && candidate.info().board) {
    PHASEBOARD_TRY_ASSIGN(const auto figure, session.pack().diagram(*reference));
    sketchFromMemory(session, *candidate.info().board, figure);
  }
  PHASEBOARD_TRY_ASSIGN(const auto followUps, ops::followUpsOf(session.pack(), candidate.info()));
  if (!followUps.empty()) {
    candidate.note(mock::EventKind::FollowUpShown, followUps.front().id);
    candidate.write(mock::textOfFollowUp(followUps.front().id),
                    "First a fallback from the cache, then an alert on its age. "
                    "After the deadline we go on with what is stale.");
    candidate.note(mock::EventKind::FollowUpAnswered, followUps.front().id);
  }
  return candidate.isSound() ? Status() : fail(ErrorKind::Internal, "mock", "the tour's record");
}

Status tickWhatWasFound(Session& session, const mock::MockId& id, bool confirms) {
  PHASEBOARD_TRY_ASSIGN(
      auto report, ops::readMockReport(session.pack(), *session.mocks(), *session.boards(), id));
  std::vector<std::string> found;
  for (const ops::PhaseReport& phase : report.phases)
    for (const ops::PointReport& point : phase.points)
      if (point.mention.isFound)
        found.push_back(point.id);
  PHASEBOARD_TRY(session.runOnMocks(
      [&](ops::MockOperations& mocks) { return mocks.tickMock(id, found, true); }));
  if (!confirms)
    return {};
  PHASEBOARD_TRY_ASSIGN(
      report, ops::readMockReport(session.pack(), *session.mocks(), *session.boards(), id));
  PHASEBOARD_TRY(session.runOnMocks(
      [&](ops::MockOperations& mocks) { return mocks.debriefMock(id, report.outcome, {}); }));
  return {};
}

}  // namespace

Result<mock::MockId> rehearseForTour(Session& session) {
  const ports::QuestionCard* card = rehearsedQuestion(session);
  if (!session.mocks() || !session.boards() || card == nullptr)
    return mock::MockId();
  const std::vector<std::vector<double>> minutes{{12, 13, 14, 10}, {10, 9, 17, 11}, {8, 9, 17, 10}};
  mock::MockId last;
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    PHASEBOARD_TRY_ASSIGN(auto candidate, begin(session, *card, i));
    PHASEBOARD_TRY(goThrough(session, candidate, minutes[i], minutes.size() + 1 - i));
    candidate.note(mock::EventKind::Finished);
    last = candidate.info().id;
    PHASEBOARD_TRY(tickWhatWasFound(session, last, i + 1 < minutes.size()));
  }
  return last;
}

Status beginMockForTour(Session& session) {
  const ports::QuestionCard* card = rehearsedQuestion(session);
  if (card == nullptr)
    return {};
  PHASEBOARD_TRY_ASSIGN(auto candidate, begin(session, *card, 7));
  return goThrough(session, candidate, {9.5, 8.5, 4}, 3);
}

}  // namespace phaseboard::ui
