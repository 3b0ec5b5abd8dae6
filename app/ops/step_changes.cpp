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
      {kAnswerPhase,
       {SubjectKind::Prompt,
        {Aspect::Review, Aspect::Answer, Aspect::Draft, Aspect::Ticks, Aspect::Undo}}},
      {kStartAfresh, {SubjectKind::Prompt, {Aspect::Review, Aspect::Undo}}},
      {kCreatePrompt, {SubjectKind::Prompt, {Aspect::OwnPrompts, Aspect::Undo}}},
      {kEditPrompt, {SubjectKind::Prompt, {Aspect::OwnPrompts, Aspect::Undo}}},
      {kDeletePrompt, {SubjectKind::Prompt, {Aspect::OwnPrompts, Aspect::Undo}}},
      {kSuspendPrompt, {SubjectKind::Prompt, {Aspect::PromptFlags, Aspect::Undo}}},
      {kResumePrompt, {SubjectKind::Prompt, {Aspect::PromptFlags, Aspect::Undo}}},
      {kBuryPrompt, {SubjectKind::Prompt, {Aspect::PromptFlags, Aspect::Undo}}},
      {kFlagPrompt, {SubjectKind::Prompt, {Aspect::PromptFlags, Aspect::Undo}}},
      {kUnflagPrompt, {SubjectKind::Prompt, {Aspect::PromptFlags, Aspect::Undo}}},
      {kCorrectGrade, {SubjectKind::Prompt, {Aspect::Review, Aspect::Undo}}},
      {kCatchUp, {SubjectKind::Other, {Aspect::PromptFlags, Aspect::Undo}}},
      {kUseParameters, {SubjectKind::Other, {Aspect::Settings, Aspect::Review, Aspect::Undo}}},
      {kWriteAnswer, {SubjectKind::Answer, {Aspect::Answer, Aspect::Draft, Aspect::Undo}}},
      {kRestoreAnswer, {SubjectKind::Answer, {Aspect::Answer, Aspect::Draft, Aspect::Undo}}},
      {kKeepDraft, {SubjectKind::Answer, {Aspect::Draft}}},
      {kDiscardDraft, {SubjectKind::Answer, {Aspect::Draft}}},
      {kTickKeyPoint, {SubjectKind::Answer, {Aspect::Ticks, Aspect::Undo}}},
      {kOverrideText, {SubjectKind::Other, {Aspect::Overrides, Aspect::Undo}}},
      {kMarkFavourite, {SubjectKind::Other, {Aspect::Favourites, Aspect::Undo}}},
      {kCreateBoard, {SubjectKind::Other, {Aspect::Boards, Aspect::Undo}}},
      {kDrawOnBoard, {SubjectKind::Other, {Aspect::Drawing}}},
      {kRenameBoard, {SubjectKind::Other, {Aspect::Boards, Aspect::Undo}}},
      {kRemoveBoard, {SubjectKind::Other, {Aspect::Boards, Aspect::Undo}}},
      {kFinishRebuild, {SubjectKind::Other, {Aspect::Boards, Aspect::Review, Aspect::Undo}}},
      {kAnnotate, {SubjectKind::Other, {Aspect::Annotations, Aspect::Undo}}},
      {kEditAnnotation, {SubjectKind::Other, {Aspect::Annotations, Aspect::Undo}}},
      {kRemoveAnnotation, {SubjectKind::Other, {Aspect::Annotations, Aspect::Undo}}},
      {kReattachAnnotation, {SubjectKind::Other, {Aspect::Annotations, Aspect::Undo}}},
      {kAddImage, {SubjectKind::Answer, {Aspect::Images, Aspect::Undo}}},
      {kAddBookmark, {SubjectKind::Other, {Aspect::Bookmarks, Aspect::Undo}}},
      {kRemoveBookmark, {SubjectKind::Other, {Aspect::Bookmarks, Aspect::Undo}}},
      {kStartMock, {SubjectKind::Other, {Aspect::Mocks}}},
      {kNoteMock, {SubjectKind::Other, {Aspect::Rehearsal}}},
      {kKeepMockText, {SubjectKind::Other, {Aspect::Rehearsal}}},
      {kTickMock, {SubjectKind::Other, {Aspect::Mocks, Aspect::Undo}}},
      {kDebriefMock, {SubjectKind::Other, {Aspect::Mocks, Aspect::Review, Aspect::Undo}}},
      {kRemoveMock, {SubjectKind::Other, {Aspect::Mocks, Aspect::Boards, Aspect::Undo}}},
      {kImportPrompts,
       {SubjectKind::Other,
        {Aspect::OwnPrompts, Aspect::Review, Aspect::PromptFlags, Aspect::Undo}}},
      {kMerge,
       {SubjectKind::Other,
        {Aspect::Review, Aspect::PromptFlags, Aspect::Answer, Aspect::Ticks, Aspect::Overrides,
         Aspect::Favourites, Aspect::Settings, Aspect::OwnPrompts, Aspect::Boards,
         Aspect::Annotations, Aspect::Images, Aspect::Bookmarks, Aspect::Mocks, Aspect::Undo}}},
      {kSettleAnswer, {SubjectKind::Answer, {Aspect::Answer, Aspect::Draft, Aspect::Undo}}},
      {kFollowRenames,
       {SubjectKind::Other,
        {Aspect::Review, Aspect::PromptFlags, Aspect::Answer, Aspect::Draft, Aspect::Ticks,
         Aspect::Favourites, Aspect::OwnPrompts, Aspect::Overrides}}},
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
  std::string answered;
  if (shape->second.subject == SubjectKind::Answer)
    answered = subject;
  else if (operation == kAnswerPhase)
    answered = subject.substr(subject.find(':') + 1);
  if (const auto hash = answered.find('#'); hash != std::string::npos)
    changes.answers.push_back(
        {QuestionId{answered.substr(0, hash)}, PhaseId{answered.substr(hash + 1)}});
  return changes;
}

}  // namespace phaseboard::ops
