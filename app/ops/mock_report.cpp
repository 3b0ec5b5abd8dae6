// SPDX-License-Identifier: Apache-2.0
#include "app/ops/mock_report.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "app/board/history.h"
#include "app/ops/rebuild.h"
#include "app/ports/board_store.h"
#include "app/ports/mock_store.h"

namespace phaseboard::ops {
namespace {

const ports::QuestionCard* cardOf(const ports::PackLibrary& pack, const QuestionId& question) {
  for (const ports::QuestionCard& card : pack.questions())
    if (card.id == question)
      return &card;
  return nullptr;
}

/// The notes of a question that the pack has, in the order of the phases.
Result<std::vector<content::Note>> notesOf(const ports::PackLibrary& pack,
                                           const QuestionId& question) {
  std::vector<content::Note> notes;
  for (const framework::Phase& phase : pack.framework().phases) {
    auto note = pack.note(question, phase.id);
    if (note)
      notes.push_back(std::move(*note));
    else if (note.error().kind != ErrorKind::NotFound)
      return passOn(std::move(note));
  }
  return notes;
}

std::string textNamed(const std::map<std::string, std::string>& texts, const std::string& name) {
  const auto found = texts.find(name);
  return found == texts.end() ? std::string() : found->second;
}

/// Puts a report together, piece by piece.
class ReportWriter {
 public:
  ReportWriter(const ports::PackLibrary& pack, const ports::MockStore& mocks,
               const ports::BoardStore& boards, const Wordings& wordings)
      : m_pack(pack), m_mocks(mocks), m_boards(boards), m_wordings(wordings) {}

  Result<MockReport> write(const mock::MockId& id) {
    PHASEBOARD_TRY(begin(id));
    PHASEBOARD_TRY(addPhases());
    PHASEBOARD_TRY(addFollowUps());
    PHASEBOARD_TRY(addBoard());
    addMisses();
    sumUp();
    PHASEBOARD_TRY(addEarlier());
    return std::move(m_report);
  }

 private:
  Status begin(const mock::MockId& id) {
    PHASEBOARD_TRY_ASSIGN(auto info, m_mocks.mock(id));
    if (!info)
      return fail(ErrorKind::NotFound, id.value(), "no such mock");
    m_report.info = std::move(*info);
    PHASEBOARD_TRY_ASSIGN(const auto question, m_pack.question(m_report.info.question));
    m_report.title = question.title;
    m_report.prompt = question.interviewer;
    PHASEBOARD_TRY_ASSIGN(m_report.events, m_mocks.events(id));
    PHASEBOARD_TRY_ASSIGN(m_report.times, timesOf(m_mocks, m_report.info));
    PHASEBOARD_TRY_ASSIGN(m_texts, m_mocks.texts(id));
    PHASEBOARD_TRY_ASSIGN(m_ticks, m_mocks.ticks(id));
    PHASEBOARD_TRY_ASSIGN(m_concepts, m_pack.concepts());
    PHASEBOARD_TRY_ASSIGN(m_notes, notesOf(m_pack, m_report.info.question));
    for (content::Note& note : m_notes)
      m_wordings.apply(note);
    return {};
  }

  [[nodiscard]] std::vector<PointReport> pointsOf(const std::vector<std::string>& ids,
                                                  std::vector<mock::Mention> mentions) const {
    std::vector<PointReport> points;
    for (std::size_t i = 0; i < ids.size(); ++i)
      points.push_back({ids[i], std::move(mentions[i]), m_ticks.contains(ids[i])});
    return points;
  }

  Status addPhases() {
    for (const content::Note& note : m_notes) {
      if (!m_report.info.plan.hasPhase(note.phase))
        continue;
      PhaseReport phase{
          note.phase, textNamed(m_texts, mock::textOf(note.phase)), note.keyPoints, {}};
      std::vector<std::string> ids;
      for (const content::KeyPoint& point : note.keyPoints)
        ids.push_back(point.id.value());
      phase.points =
          pointsOf(ids, mock::findMentions(phase.text, mock::soughtIn(note.keyPoints, m_concepts)));
      m_report.phases.push_back(std::move(phase));
    }
    mock::addNotes(m_report.rubric, m_report.info.plan, m_notes, m_ticks);
    return {};
  }

  Status addFollowUps() {
    PHASEBOARD_TRY_ASSIGN(const auto all, followUpsOf(m_pack, m_report.info));
    for (const std::string& shown : m_report.times.followUpsShown) {
      const auto found = std::find_if(all.begin(), all.end(),
                                      [&](const mock::FollowUp& one) { return one.id == shown; });
      if (found == all.end())
        continue;  // the pack changed since
      FollowUpReport one{*found, textNamed(m_texts, mock::textOfFollowUp(shown)), {}};
      std::vector<std::string> ids;
      for (std::size_t i = 0; i < found->points.size(); ++i)
        ids.push_back(mock::followUpPointId(found->id, i));
      one.points = pointsOf(ids, mock::findMentions(one.text, mock::soughtIn(*found)));
      mock::LevelShare& share = m_report.rubric[found->level];
      share.total += static_cast<int>(one.points.size());
      for (const PointReport& point : one.points)
        share.covered += point.isTicked ? 1 : 0;
      m_report.followUps.push_back(std::move(one));
    }
    return {};
  }

  Status addBoard() {
    if (!m_report.info.board || !m_report.info.reference)
      return {};
    auto reference = m_pack.diagram(*m_report.info.reference);
    if (!reference && reference.error().kind == ErrorKind::NotFound)
      return {};
    if (!reference)
      return passOn(std::move(reference));
    PHASEBOARD_TRY_ASSIGN(auto entries, m_boards.entries(*m_report.info.board));
    PHASEBOARD_TRY_ASSIGN(const auto history, board::History::replay(std::move(entries)));
    BoardReport board{std::move(*reference), history.document(), {}};
    PHASEBOARD_TRY_ASSIGN(auto judged, judgeRebuild(m_pack, board.reference.id,
                                                    board::Level::NothingGiven, board.document));
    board.difference = std::move(judged.difference);
    m_report.board = std::move(board);
    m_missedParts = std::move(judged.grades);
    return {};
  }

  void addMisses() {
    std::unordered_map<PromptId, const review::Prompt*> prompts;
    for (const review::Prompt& prompt : m_pack.prompts())
      if (prompt.question == m_report.info.question)
        prompts.emplace(prompt.id, &prompt);
    const auto add = [&](review::PromptKind kind, const TargetId& target, const std::string& about,
                         content::Level level) {
      const auto found = prompts.find(review::promptId(kind, target));
      if (found != prompts.end())
        m_report.misses.push_back({*found->second, about, level});
    };
    for (const PhaseReport& phase : m_report.phases)
      for (std::size_t i = 0; i < phase.points.size(); ++i)
        if (!phase.points[i].isTicked)
          add(review::PromptKind::KeyPoint, TargetId{phase.points[i].id},
              phase.keyPoints[i].statement, phase.keyPoints[i].level);
    // The whole figure is no miss by itself: its prompt waits for a rebuild.
    for (const SuggestedGrade& missed : m_missedParts)
      if (missed.part)
        m_report.misses.push_back({missed.prompt, titleOf(*missed.part), content::Level::Mid});
    std::stable_sort(
        m_report.misses.begin(), m_report.misses.end(),
        [](const MissedPrompt& a, const MissedPrompt& b) { return a.level < b.level; });
  }

  [[nodiscard]] std::string titleOf(const PartId& sought) const {
    for (const content::Part& part : m_report.board->reference.parts)
      if (part.id == sought)
        return part.title;
    return sought.value();
  }

  void sumUp() {
    mock::Outcome& outcome = m_report.outcome;
    for (const auto& [level, share] : m_report.rubric) {
      outcome.covered += share.covered;
      outcome.total += share.total;
    }
    if (m_report.board)
      outcome.board = m_report.board->difference.score;
    outcome.level = mock::levelReached(m_report.rubric, outcome.board);
    m_report.weakest = mock::weakestFirst(mock::coverageOf(m_report.info.plan, m_notes, m_ticks));
  }

  Status addEarlier() {
    PHASEBOARD_TRY_ASSIGN(const auto all, m_mocks.mocks());
    for (const mock::MockInfo& other : all) {
      const mock::MockInfo& own = m_report.info;
      if (other.id == own.id || other.question != own.question ||
          other.plan.form != own.plan.form || !other.outcome || other.startedAt > own.startedAt)
        continue;
      PHASEBOARD_TRY_ASSIGN(auto times, timesOf(m_mocks, other));
      m_report.earlier.push_back({other, std::move(times)});
    }
    return {};
  }

  const ports::PackLibrary& m_pack;
  const ports::MockStore& m_mocks;
  const ports::BoardStore& m_boards;
  const Wordings& m_wordings;
  std::map<std::string, std::string> m_texts;
  std::set<std::string> m_ticks;
  std::vector<content::Concept> m_concepts;
  std::vector<content::Note> m_notes;
  std::vector<SuggestedGrade> m_missedParts;
  MockReport m_report;
};

}  // namespace

std::optional<DiagramId> referenceOf(const ports::QuestionCard& question) {
  const ports::DiagramCard* best = nullptr;
  for (const ports::DiagramCard& figure : question.diagrams) {
    if (figure.kind != "flow")
      continue;
    if (question.cover == figure.id)
      return figure.id;
    if (best == nullptr || figure.parts > best->parts)
      best = &figure;
  }
  return best == nullptr ? std::nullopt : std::optional(best->id);
}

QuestionId weakestInterview(const ports::PackLibrary& pack, const ProgressReport& progress) {
  std::map<QuestionId, std::pair<double, int>> sums;
  for (const auto& [cell, readiness] : progress.readiness) {
    sums[cell.question].first += readiness.recall;
    ++sums[cell.question].second;
  }
  QuestionId weakest;
  double least = 2;
  for (const ports::QuestionCard& card : pack.questions()) {
    const auto found = sums.find(card.id);
    if (card.kind != content::QuestionKind::Interview || found == sums.end())
      continue;
    const double mean = found->second.first / found->second.second;
    if (mean < least) {
      least = mean;
      weakest = card.id;
    }
  }
  return weakest;
}

Result<std::vector<mock::FollowUp>> followUpsOf(const ports::PackLibrary& pack,
                                                const mock::MockInfo& info) {
  const ports::QuestionCard* card = cardOf(pack, info.question);
  if (card == nullptr)
    return fail(ErrorKind::NotFound, info.question.value(), "no such question");
  content::Diagram reference;
  std::vector<content::Diagram> others;
  for (const ports::DiagramCard& figure : card->diagrams) {
    if (figure.kind != "flow")
      continue;
    PHASEBOARD_TRY_ASSIGN(auto diagram, pack.diagram(figure.id));
    if (figure.id == info.reference)
      reference = std::move(diagram);
    else
      others.push_back(std::move(diagram));
  }
  PHASEBOARD_TRY_ASSIGN(const auto notes, notesOf(pack, info.question));
  return mock::followUpsFor(reference, others, notes, info.plan);
}

Result<mock::Standing> timesOf(const ports::MockStore& mocks, const mock::MockInfo& info) {
  PHASEBOARD_TRY_ASSIGN(const auto events, mocks.events(info.id));
  PHASEBOARD_TRY_ASSIGN(const auto record, mock::Record::replay(info.plan, events));
  return mock::standingAt(record, events.empty() ? info.startedAt : events.back().at);
}

Result<MockReport> readMockReport(const ports::PackLibrary& pack, const ports::MockStore& mocks,
                                  const ports::BoardStore& boards, const mock::MockId& id,
                                  const Wordings& wordings) {
  return ReportWriter(pack, mocks, boards, wordings).write(id);
}

}  // namespace phaseboard::ops
