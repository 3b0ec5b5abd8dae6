// SPDX-License-Identifier: Apache-2.0
#include "app/ops/step_changes.h"

#include <map>

namespace phaseboard::ops {
namespace {

enum class SubjectKind { Prompt, Answer, Other };

struct Shape {
  SubjectKind subject = SubjectKind::Other;
  std::set<Aspect> aspects;
};

const std::map<std::string, Shape>& shapes() {
  static const std::map<std::string, Shape> all{
      {kAnswerPrompt, {SubjectKind::Prompt, {Aspect::Review, Aspect::Undo}}},
      {kSuspendPrompt, {SubjectKind::Prompt, {Aspect::PromptFlags, Aspect::Undo}}},
      {kResumePrompt, {SubjectKind::Prompt, {Aspect::PromptFlags, Aspect::Undo}}},
      {kBuryPrompt, {SubjectKind::Prompt, {Aspect::PromptFlags, Aspect::Undo}}},
      {kWriteAnswer, {SubjectKind::Answer, {Aspect::Answer, Aspect::Draft, Aspect::Undo}}},
      {kRestoreAnswer, {SubjectKind::Answer, {Aspect::Answer, Aspect::Draft, Aspect::Undo}}},
      {kKeepDraft, {SubjectKind::Answer, {Aspect::Draft}}},
      {kDiscardDraft, {SubjectKind::Answer, {Aspect::Draft}}},
      {kTickKeyPoint, {SubjectKind::Answer, {Aspect::Ticks, Aspect::Undo}}},
      {kOverrideText, {SubjectKind::Other, {Aspect::Overrides, Aspect::Undo}}},
      {kMarkFavourite, {SubjectKind::Other, {Aspect::Favourites, Aspect::Undo}}},
      {kFollowRenames, {SubjectKind::Other, {Aspect::Review, Aspect::PromptFlags}}},
      {kChangeSettings, {SubjectKind::Other, {Aspect::Settings, Aspect::Review, Aspect::Undo}}}};
  return all;
}

}  // namespace

std::string subjectOf(const answers::AnswerKey& key) {
  return key.question.value() + "#" + key.phase.value();
}

Changes changesOf(const std::string& operation, const std::string& subject) {
  const auto shape = shapes().find(operation);
  if (shape == shapes().end())
    return {{Aspect::Undo}, {}, {}};
  Changes changes;
  changes.aspects = shape->second.aspects;
  if (shape->second.subject == SubjectKind::Prompt)
    changes.prompts.emplace_back(subject);
  if (shape->second.subject == SubjectKind::Answer)
    if (const auto hash = subject.find('#'); hash != std::string::npos)
      changes.answers.push_back(
          {QuestionId{subject.substr(0, hash)}, PhaseId{subject.substr(hash + 1)}});
  return changes;
}

}  // namespace phaseboard::ops
