// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/ports/notebook_store.h"
#include "db/connection.h"

/// One function for each kind of row: from the columns of a query, in the order that the list
/// names, to a value. A value that no program of ours writes is `Damaged`.
namespace phaseboard::db {

#define PHASEBOARD_PROMPT_COLUMNS                                                          \
  "prompt.id, schedule.standing, schedule.step, schedule.stability, schedule.difficulty, " \
  "schedule.reps, schedule.lapses, schedule.last_ms, schedule.last_day, schedule.due_ms, " \
  "schedule.due_day, schedule.is_suspended, schedule.buried_until_day"

#define PHASEBOARD_EVENT_COLUMNS                                               \
  "review.id, prompt.id, review.kind, review.target, review.taken_shift_ms, "  \
  "review.utc_offset_s, review.day_shift, review.rating, review.thinking_ms, " \
  "review.content_hash, device.id, review.interval_s"

#define PHASEBOARD_VERSION_COLUMNS \
  "id, question, phase, text, written_ms, coalesce(uid, ''), parents"
#define PHASEBOARD_OVERRIDE_COLUMNS "target, field, text, original, written_ms"
#define PHASEBOARD_OWN_PROMPT_COLUMNS "id, question, phase, diagram, part, ask, answer"
#define PHASEBOARD_STEP_COLUMNS "id, operation, subject, at_ms, event_id"

[[nodiscard]] Result<ports::PromptRow> promptFrom(const Query& row);
[[nodiscard]] Result<review::ReviewEvent> eventFrom(const Query& row);
[[nodiscard]] answers::Version versionFrom(const Query& row);
[[nodiscard]] Result<review::Prompt> ownPromptFrom(const Query& row);
/// The rest of the rows.
[[nodiscard]] std::vector<ports::Override> overridesFrom(Query& rows);
[[nodiscard]] Result<ports::UndoStep> stepFrom(const Query& row);

/// The day in UTC that review.day_shift counts from; rounded towards 1970, as SQL does.
[[nodiscard]] StudyDay utcDay(Instant moment);

/// Of a query that names prompt.question and prompt.phase after the columns of an event.
[[nodiscard]] std::optional<QuestionId> questionFrom(const Query& row);
[[nodiscard]] std::optional<PhaseId> phaseFrom(const Query& row);

/// The first six bytes of the ids of events at `moment`; ids from then on are not smaller.
[[nodiscard]] std::string idPrefix(Instant moment);

/// Uids with a space between them.
[[nodiscard]] std::vector<std::string> parentsIn(const std::string& list);
[[nodiscard]] std::string listOfParents(const std::vector<std::string>& uids);

/// `Internal` when SQLite has taken back the unit of work by itself, as it does after some
/// failures: what is written then would be on the disk at once, and alone.
[[nodiscard]] Status checkNotTakenBack(const Connection& connection);

/// The 16 bytes of a blob column; all zero for NULL.
[[nodiscard]] Result<Uuid> uuidFrom(const Query& row, int column);

}  // namespace phaseboard::db
