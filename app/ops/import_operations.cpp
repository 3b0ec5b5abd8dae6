// SPDX-License-Identifier: Apache-2.0
#include "app/ops/import_operations.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "app/base/study_clock.h"
#include "app/exchange/html_text.h"
#include "app/exchange/markdown_html.h"
#include "app/ops/answering.h"
#include "app/ops/replay.h"
#include "app/ops/step_changes.h"
#include "app/ops/study_plan.h"
#include "app/ports/notebook_store.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ops {
namespace {

using exchange::Incoming;
using exchange::IncomingPrompt;
using exchange::IncomingReview;
using review::Prompt;

constexpr Millis kLongestImportedThinking{600'000};

enum class Fate { Create, Change, Keep, OnlyReviews, LeaveOut };

/// What one incoming prompt comes to.
struct Planned {
  Fate fate = Fate::Keep;
  Prompt prompt;
  bool isRedirected = false;
};

/// Whether a text is the one that is known, or what became of it on its way to Anki and back.
bool saysTheSame(const std::string& incoming, const std::string& known) {
  return incoming == known ||
         incoming == exchange::textOfHtml(exchange::htmlOfMarkdown(known)).markdown;
}

/// Decides about incoming prompts, given what is there.
class ImportPlanner {
 public:
  static Result<ImportPlanner> over(const ports::Notebook& notebook, const ports::PackLibrary& pack,
                                    const ImportPlace& place) {
    ImportPlanner planner(pack, place);
    PHASEBOARD_TRY_ASSIGN(auto own, notebook.ownPrompts());
    for (Prompt& prompt : own)
      planner.m_own.emplace(prompt.id, std::move(prompt));
    for (const Prompt& prompt : pack.prompts())
      planner.m_pack.emplace(prompt.id, &prompt);
    for (const ports::QuestionCard& card : pack.questions())
      planner.m_questions.insert(card.id);
    return planner;
  }

  [[nodiscard]] Result<Planned> plan(const IncomingPrompt& incoming) const {
    const PromptId id = currentId(exchange::promptFor(incoming.origin));
    if (const auto found = m_pack.find(id); found != m_pack.end())
      return Planned{Fate::OnlyReviews, *found->second, false};
    const auto parts = review::splitPromptId(id);
    if (!parts || parts->kind != review::PromptKind::Own)
      return Planned{Fate::LeaveOut, {}, false};
    const auto known = m_own.find(id);
    const bool hasPlace =
        m_questions.contains(incoming.question) && m_frame.phase(incoming.phase) != nullptr;
    QuestionId question = hasPlace ? incoming.question : m_place.question;
    PhaseId phase = hasPlace ? incoming.phase : m_place.phase;
    if (!hasPlace && known != m_own.end()) {  // it stays where it is
      question = known->second.question;
      phase = known->second.phase;
    }
    if (question.value().empty() || phase.value().empty())
      return fail(ErrorKind::InvalidInput, question.value().empty() ? "question" : "phase",
                  "needed for prompts that do not name a place in the pack");
    Prompt prompt = review::makePrompt(review::PromptKind::Own, parts->target, question, phase,
                                       incoming.ask, incoming.answer);
    if (known == m_own.end())
      return Planned{Fate::Create, std::move(prompt), !hasPlace};
    prompt.diagram = known->second.diagram;
    prompt.part = known->second.part;
    const bool isSame = saysTheSame(incoming.ask, known->second.ask) &&
                        saysTheSame(incoming.answer, known->second.answer) &&
                        known->second.question == question && known->second.phase == phase;
    return Planned{isSame ? Fate::Keep : Fate::Change, std::move(prompt), false};
  }

 private:
  ImportPlanner(const ports::PackLibrary& pack, const ImportPlace& place)
      : m_packLibrary(&pack), m_place(place), m_frame(pack.framework()) {}

  [[nodiscard]] PromptId currentId(const PromptId& id) const {
    return PromptId{m_packLibrary->currentId(id.value())};
  }

  const ports::PackLibrary* m_packLibrary;
  ImportPlace m_place;
  framework::Framework m_frame;
  std::unordered_map<PromptId, Prompt> m_own;
  std::unordered_map<PromptId, const Prompt*> m_pack;
  std::set<QuestionId> m_questions;
};

void count(ImportPreview& preview, const Planned& planned) {
  preview.created += planned.fate == Fate::Create ? 1 : 0;
  preview.changed += planned.fate == Fate::Change ? 1 : 0;
  preview.unchanged += planned.fate == Fate::Keep ? 1 : 0;
  preview.known += planned.fate == Fate::OnlyReviews ? 1 : 0;
  preview.unknown += planned.fate == Fate::LeaveOut ? 1 : 0;
  preview.redirected += planned.isRedirected ? 1 : 0;
}

/// The reviews of one prompt, told apart by whether the log has them.
struct SortedReviews {
  std::vector<review::ReviewEvent> log;        ///< what is there
  std::vector<const IncomingReview*> missing;  ///< not there
  std::vector<Uuid> voided;                    ///< there, but an undo took them back
  std::int64_t known = 0;
};

Result<SortedReviews> sortReviews(const ports::Notebook& notebook, const PromptId& prompt,
                                  const IncomingPrompt& incoming) {
  SortedReviews sorted;
  if (incoming.reviews.empty())
    return sorted;
  PHASEBOARD_TRY_ASSIGN(sorted.log, notebook.events(prompt));
  std::set<Uuid> there;
  for (const review::ReviewEvent& event : sorted.log)
    there.insert(event.id);
  std::set<Uuid> counted;
  for (const review::CountedAnswer& answer : review::countedAnswers(sorted.log))
    counted.insert(answer.id);
  for (const IncomingReview& one : incoming.reviews) {
    const Uuid id = exchange::eventFor(incoming.origin, one);
    if (counted.contains(id))
      ++sorted.known;
    else if (there.contains(id))
      sorted.voided.push_back(id);
    else if (there.insert(id).second)
      sorted.missing.push_back(&one);
  }
  return sorted;
}

/// Writes one import, prompt by prompt, into an open unit of work.
class Importer {
 public:
  Importer(ports::NotebookStore& store, const Clock& clock, Chance& chance, Instant now,
           ports::Settings settings, review::MemorySettings memory)
      : m_store(store),
        m_clock(clock),
        m_answering(store, clock, chance),
        m_now(now),
        m_settings(std::move(settings)),
        m_memory(std::move(memory)) {}

  Status take(const IncomingPrompt& incoming, const Planned& planned) {
    count(done, planned);
    if (planned.fate == Fate::LeaveOut)
      return {};
    if (planned.fate == Fate::Create || planned.fate == Fate::Change) {
      PHASEBOARD_TRY(m_store.writeOwnPrompt(planned.prompt, m_now));
      changed.push_back(planned.prompt.id);
    }
    PHASEBOARD_TRY(takeReviews(incoming, planned.prompt));
    if (planned.fate == Fate::Create && incoming.isSuspended)
      PHASEBOARD_TRY(m_store.writeFlags(planned.prompt.id, true, std::nullopt));
    return {};
  }

  ImportPreview done;
  std::vector<PromptId> changed;
  std::vector<ports::PromptEvent> answers;

 private:
  Status takeReviews(const IncomingPrompt& incoming, const Prompt& prompt) {
    PHASEBOARD_TRY_ASSIGN(const SortedReviews sorted, sortReviews(m_store, prompt.id, incoming));
    done.knownReviews += sorted.known;
    if (sorted.missing.empty() && sorted.voided.empty())
      return {};
    for (const IncomingReview* one : sorted.missing) {
      const review::ReviewEvent event = eventOf(incoming, prompt, *one);
      PHASEBOARD_TRY(m_store.appendEvent(event, prompt.question, prompt.phase));
      answers.push_back({prompt.id, event.id});
    }
    for (const Uuid& id : sorted.voided) {
      PHASEBOARD_TRY_ASSIGN(review::ReviewEvent event,
                            m_answering.newEvent(prompt.id, m_now, m_settings));
      event.kind = review::EventKind::Restore;
      event.target = id;
      PHASEBOARD_TRY(m_store.appendEvent(event, std::nullopt, std::nullopt));
      answers.push_back({prompt.id, id});
    }
    done.reviews += static_cast<std::int64_t>(sorted.missing.size() + sorted.voided.size());
    PHASEBOARD_TRY_ASSIGN(auto log, m_store.events(prompt.id));
    return m_store.writeState(prompt.id, review::replay(std::move(log), m_memory));
  }

  [[nodiscard]] review::ReviewEvent eventOf(const IncomingPrompt& incoming, const Prompt& prompt,
                                            const IncomingReview& one) const {
    review::ReviewEvent event;
    event.id = exchange::eventFor(incoming.origin, one);
    event.prompt = prompt.id;
    event.at = one.at;
    event.offset = m_clock.offsetAt(one.at);
    event.day = studyDayAt(m_clock, one.at, m_settings.dayStart);
    event.rating = one.rating;
    event.thinking = std::clamp(one.thinking, Millis{0}, kLongestImportedThinking);
    event.contentHash = prompt.contentHash;
    event.device = Uuid();  // nobody's: the same file is the same events on every device
    event.intervalSeconds = one.intervalSeconds;
    return event;
  }

  ports::NotebookStore& m_store;
  const Clock& m_clock;
  Answering m_answering;
  Instant m_now;
  ports::Settings m_settings;
  review::MemorySettings m_memory;
};

}  // namespace

Result<ImportPreview> previewImport(const ports::Notebook& notebook, const ports::PackLibrary& pack,
                                    const Incoming& incoming, const ImportPlace& place,
                                    const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(const ImportPlanner planner, ImportPlanner::over(notebook, pack, place));
  ImportPreview preview;
  const auto total = static_cast<std::int64_t>(incoming.prompts.size());
  std::int64_t at = 0;
  for (const IncomingPrompt& one : incoming.prompts) {
    if (!exchange::goesOn(progress, at++, total))
      return exchange::stopped();
    PHASEBOARD_TRY_ASSIGN(const Planned planned, planner.plan(one));
    count(preview, planned);
    if (planned.fate == Fate::LeaveOut)
      continue;
    PHASEBOARD_TRY_ASSIGN(const auto sorted, sortReviews(notebook, planned.prompt.id, one));
    preview.knownReviews += sorted.known;
    preview.reviews += static_cast<std::int64_t>(sorted.missing.size() + sorted.voided.size());
  }
  return preview;
}

ImportOperations::ImportOperations(ports::NotebookStore& notebook, const Clock& clock,
                                   Chance& chance)
    : m_notebook(notebook), m_clock(clock), m_chance(chance) {}

Result<ImportOutcome> ImportOperations::importPrompts(const ports::PackLibrary& pack,
                                                      const Incoming& incoming,
                                                      const ImportPlace& place,
                                                      const exchange::Progress& progress) {
  PHASEBOARD_TRY(exchange::checkIncoming(incoming, incoming.source));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const auto settings, m_notebook.settings());
  PHASEBOARD_TRY_ASSIGN(const auto memory, memorySettings(settings));
  PHASEBOARD_TRY_ASSIGN(const ImportPlanner planner, ImportPlanner::over(m_notebook, pack, place));
  Importer importer(m_notebook, m_clock, m_chance, now, settings, memory);
  const auto total = static_cast<std::int64_t>(incoming.prompts.size());
  std::int64_t at = 0;
  for (const IncomingPrompt& one : incoming.prompts) {
    if (!exchange::goesOn(progress, at++, total))
      return exchange::stopped();
    PHASEBOARD_TRY_ASSIGN(const Planned planned, planner.plan(one));
    PHASEBOARD_TRY(importer.take(one, planned));
  }
  ImportOutcome outcome;
  outcome.operation = kImportPrompts;
  outcome.done = importer.done;
  if (importer.done.bringsNothing())
    return outcome;
  if (!importer.answers.empty())
    PHASEBOARD_TRY(replayDays(m_notebook));
  PHASEBOARD_TRY(unit->commitStep(
      {kImportPrompts, incoming.source, now, std::nullopt, false, importer.answers}));
  outcome.changes = changesOf(kImportPrompts, incoming.source);
  outcome.changes.prompts = importer.changed;
  for (const ports::PromptEvent& answer : importer.answers)
    if (outcome.changes.prompts.empty() || outcome.changes.prompts.back() != answer.prompt)
      outcome.changes.prompts.push_back(answer.prompt);
  return outcome;
}

}  // namespace phaseboard::ops
