// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/notebook_rows.h"

#include <algorithm>

namespace phaseboard::db {
namespace {

std::optional<review::EventKind> eventKind(int number) {
  if (number < 0 || number > static_cast<int>(review::EventKind::Correct))
    return std::nullopt;
  return static_cast<review::EventKind>(number);
}

}  // namespace

Result<Uuid> uuidFrom(const Query& row, int column) {
  if (row.isNull(column))
    return Uuid{};
  const std::string bytes = row.text(column);
  Uuid::Bytes id{};
  if (bytes.size() != id.size())
    return fail(ErrorKind::Damaged, "notebook", "an id that is not 16 bytes long");
  std::transform(bytes.begin(), bytes.end(), id.begin(),
                 [](char byte) { return static_cast<std::uint8_t>(byte); });
  return Uuid{id};
}

Result<ports::PromptRow> promptFrom(const Query& row) {
  const auto standing = memory::standingFromName(row.text(1));
  if (!standing)
    return fail(ErrorKind::Damaged, row.text(0), "unknown standing");
  ports::PromptRow prompt;
  prompt.prompt = PromptId{row.text(0)};
  review::PromptState& state = prompt.state;
  state.standing = *standing;
  state.step = row.number(2);
  if (!row.isNull(3) && !row.isNull(4))
    state.memory = memory::MemoryState{row.real(3), row.real(4)};
  state.reps = row.number(5);
  state.lapses = row.number(6);
  state.lastAt = Instant{row.integer(7)};
  state.lastDay = StudyDay{row.number(8)};
  if (!row.isNull(9))
    state.dueAt = Instant{row.integer(9)};
  state.dueDay = StudyDay{row.number(10)};
  prompt.suspended = row.integer(11) != 0;
  if (!row.isNull(12))
    prompt.buriedUntil = StudyDay{row.number(12)};
  return prompt;
}

Result<review::ReviewEvent> eventFrom(const Query& row) {
  const auto kind = eventKind(row.number(2));
  const auto rating = memory::ratingFromNumber(row.number(7));
  if (!kind || !rating)
    return fail(ErrorKind::Damaged, row.text(1), "an event of unknown kind or rating");
  review::ReviewEvent event;
  PHASEBOARD_TRY_ASSIGN(event.id, uuidFrom(row, 0));
  event.prompt = PromptId{row.text(1)};
  event.kind = *kind;
  PHASEBOARD_TRY_ASSIGN(event.target, uuidFrom(row, 3));
  event.at = Instant{event.id.moment().value() + row.integer(4)};
  event.offset = UtcOffset{row.number(5)};
  event.day = plusDays(utcDay(event.at), row.number(6));
  event.rating = *rating;
  event.thinking = Millis{row.integer(8)};
  event.contentHash = static_cast<std::uint64_t>(row.integer(9));
  PHASEBOARD_TRY_ASSIGN(event.device, uuidFrom(row, 10));
  event.intervalSeconds = row.integer(11);
  return event;
}

StudyDay utcDay(Instant moment) {
  return StudyDay{static_cast<std::int32_t>(moment.value() / kMillisPerDay)};
}

std::optional<QuestionId> questionFrom(const Query& row) {
  constexpr int kColumn = 12;
  return row.isNull(kColumn) ? std::nullopt : std::optional(QuestionId{row.text(kColumn)});
}

std::optional<PhaseId> phaseFrom(const Query& row) {
  constexpr int kColumn = 13;
  return row.isNull(kColumn) ? std::nullopt : std::optional(PhaseId{row.text(kColumn)});
}

std::string idPrefix(Instant moment) {
  return std::string(Uuid::version7(moment, 0, 0).view().substr(0, 6));
}

answers::Version versionFrom(const Query& row) {
  return {answers::VersionId{row.integer(0)},
          {QuestionId{row.text(1)}, PhaseId{row.text(2)}},
          row.text(3),
          Instant{row.integer(4)},
          row.text(5),
          parentsIn(row.text(6))};
}

std::vector<std::string> parentsIn(const std::string& list) {
  std::vector<std::string> uids;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at)
      uids.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return uids;
}

std::string listOfParents(const std::vector<std::string>& uids) {
  std::string list;
  for (const std::string& uid : uids)
    list += (list.empty() ? "" : " ") + uid;
  return list;
}

Result<review::Prompt> ownPromptFrom(const Query& row) {
  const auto parts = review::splitPromptId(PromptId{row.text(0)});
  if (!parts || parts->kind != review::PromptKind::Own)
    return fail(ErrorKind::Damaged, row.text(0), "not the id of an own prompt");
  review::Prompt prompt =
      review::makePrompt(review::PromptKind::Own, parts->target, QuestionId{row.text(1)},
                         PhaseId{row.text(2)}, row.text(5), row.text(6));
  if (!row.isNull(3))
    prompt.diagram = DiagramId{row.text(3)};
  if (!row.isNull(4))
    prompt.part = PartId{row.text(4)};
  return prompt;
}

std::vector<ports::Override> overridesFrom(Query& rows) {
  std::vector<ports::Override> texts;
  while (rows.next())
    texts.push_back(
        {rows.text(0), rows.text(1), rows.text(2), rows.text(3), Instant{rows.integer(4)}});
  return texts;
}

Result<ports::UndoStep> stepFrom(const Query& row) {
  ports::UndoStep step;
  step.id = row.integer(0);
  step.label.operation = row.text(1);
  step.label.subject = row.text(2);
  step.label.at = Instant{row.integer(3)};
  if (!row.isNull(4)) {
    PHASEBOARD_TRY_ASSIGN(step.label.event, uuidFrom(row, 4));
  }
  return step;
}

Status checkNotTakenBack(const Connection& connection) {
  if (!connection.isInTransaction())
    return fail(ErrorKind::Internal, connection.subject(), "the unit of work was taken back");
  return {};
}

}  // namespace phaseboard::db
