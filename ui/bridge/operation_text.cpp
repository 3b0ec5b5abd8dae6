// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/operation_text.h"

#include <map>

#include <QCoreApplication>

#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("OperationText", text);
}

}  // namespace

OperationWords operationWords(const std::string& operation) {
  const std::map<std::string, OperationWords> words{
      {"answerPrompt", {tr("Answer graded"), tr("grading")}},
      {"answerPhase", {tr("Phase answered and graded"), tr("answering the phase")}},
      {"startAfresh", {tr("Prompt starts afresh"), tr("starting afresh")}},
      {"createPrompt", {tr("Prompt added"), tr("adding a prompt")}},
      {"editPrompt", {tr("Prompt changed"), tr("changing a prompt")}},
      {"deletePrompt", {tr("Prompt deleted"), tr("deleting a prompt")}},
      {"suspendPrompt", {tr("Prompt put aside"), tr("putting aside")}},
      {"resumePrompt", {tr("Prompt taken up again"), tr("taking up again")}},
      {"buryPrompt", {tr("Prompt hidden until tomorrow"), tr("hiding the prompt")}},
      {"flagPrompt", {tr("Prompt flagged"), tr("flagging")}},
      {"unflagPrompt", {tr("Flag taken off"), tr("taking the flag off")}},
      {"correctGrade", {tr("Grade corrected"), tr("correcting a grade")}},
      {"catchUp", {tr("Backlog spread over the coming days"), tr("spreading the backlog")}},
      {"useParameters", {tr("Memory model changed"), tr("changing the memory model")}},
      {"writeAnswer", {tr("Answer saved"), tr("writing the answer")}},
      {"restoreAnswer", {tr("Earlier version restored"), tr("restoring a version")}},
      {"discardDraft", {tr("Draft discarded"), tr("discarding the draft")}},
      {"tickKeyPoint", {tr("Key point ticked"), tr("ticking a key point")}},
      {"overrideText", {tr("Text changed"), tr("changing the text")}},
      {"markFavourite", {tr("Favourites changed"), tr("changing favourites")}},
      {"createBoard", {tr("Board made"), tr("making a board")}},
      {"renameBoard", {tr("Board renamed"), tr("renaming a board")}},
      {"removeBoard", {tr("Board thrown away"), tr("throwing a board away")}},
      {"finishRebuild", {tr("Rebuild graded"), tr("grading a rebuild")}},
      {"annotate", {tr("Annotation added"), tr("adding an annotation")}},
      {"editAnnotation", {tr("Annotation changed"), tr("changing an annotation")}},
      {"removeAnnotation", {tr("Annotation removed"), tr("removing an annotation")}},
      {"reattachAnnotation", {tr("Annotation attached again"), tr("attaching an annotation")}},
      {"tickMock", {tr("Points ticked"), tr("ticking points")}},
      {"debriefMock", {tr("Debrief confirmed"), tr("confirming a debrief")}},
      {"removeMock", {tr("Interview thrown away"), tr("throwing an interview away")}},
      {"settleAnswer", {tr("Both texts settled"), tr("settling two texts")}},
      {"merge", {tr("Notebooks merged"), tr("the merge")}},
      {"importPrompts", {tr("Prompts imported"), tr("the import")}},
      {"addImage", {tr("Picture added"), tr("adding a picture")}},
      {"addBookmark", {tr("Place marked"), tr("marking the place")}},
      {"removeBookmark", {tr("Bookmark taken off"), tr("taking the bookmark off")}},
      {"changeSettings", {tr("Settings changed"), tr("changing settings")}},
  };
  const auto found = words.find(operation);
  return found == words.end() ? OperationWords{toQt(operation), toQt(operation)} : found->second;
}

}  // namespace phaseboard::ui
