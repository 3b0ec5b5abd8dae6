// SPDX-License-Identifier: Apache-2.0
#include "app/ops/update_operations.h"

#include <set>
#include <utility>

#include "app/ops/asked_prompt.h"
#include "app/ops/desk_steps.h"
#include "app/ports/notebook_store.h"
#include "app/ports/pack_library.h"
#include "app/ports/seen_content.h"

namespace phaseboard::ops {

Result<content::Contents> readContents(const ports::PackLibrary& pack) {
  content::Contents all;
  for (const ports::QuestionCard& card : pack.questions()) {
    PHASEBOARD_TRY_ASSIGN(content::Question question, pack.question(card.id));
    for (const framework::Phase& phase : pack.framework().phases) {
      auto note = pack.note(card.id, phase.id);
      if (note)
        question.notes.push_back(std::move(*note));
      else if (note.error().kind != ErrorKind::NotFound)
        return passOn(note);
    }
    for (const ports::DiagramCard& figure : card.diagrams) {
      PHASEBOARD_TRY_ASSIGN(content::Diagram diagram, pack.diagram(figure.id));
      question.diagrams.push_back(std::move(diagram));
    }
    all.emplace(card.id, content::contentsOf(question));
  }
  return all;
}

Result<std::vector<PromptId>> promptsToReviewAgain(
    const std::vector<content::QuestionUpdate>& updates, const ports::PackLibrary& pack,
    const ports::Notebook& notebook) {
  std::set<QuestionId> questions;
  for (const content::QuestionUpdate& update : updates)
    if (!update.isNew)
      questions.insert(update.question);
  std::vector<PromptId> changed;
  for (const review::Prompt& prompt : pack.prompts()) {
    if (!questions.contains(prompt.question))
      continue;
    PHASEBOARD_TRY_ASSIGN(const bool isOther, hasChangedSinceAnswered(prompt, notebook));
    if (isOther)
      changed.push_back(prompt.id);
  }
  return changed;
}

UpdateOperations::UpdateOperations(ports::NotebookStore& notebook, ports::SeenContentStore& seen,
                                   const Clock& clock)
    : m_notebook(notebook), m_seen(seen), m_clock(clock) {}

Result<OpOutcome> UpdateOperations::rememberPacks(const std::string& stamp,
                                                  const content::Contents& contents) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const std::string known, m_seen.seenStamp());
  PHASEBOARD_TRY_ASSIGN(const content::Contents seen, m_seen.seenContents());
  bool isOther = known != stamp;
  for (const auto& [question, marks] : contents) {
    const auto before = seen.find(question);
    if (before != seen.end() && before->second == marks)
      continue;
    isOther = true;
    PHASEBOARD_TRY(m_seen.writeSeen(question, marks));
  }
  if (!isOther)
    return unchanged(kRememberPacks);
  PHASEBOARD_TRY(m_seen.writeSeenStamp(stamp));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return OpOutcome{kRememberPacks, {}};
}

}  // namespace phaseboard::ops
