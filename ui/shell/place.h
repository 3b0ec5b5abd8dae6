// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/base/ids.h"
#include "app/board/board_info.h"
#include "app/mock/plan.h"

namespace phaseboard::ui {

enum class ScreenName {
  Today,
  Library,
  Study,
  Review,
  Board,
  Mock,
  Progress,
  Settings,
  Annotations,
  Workbench
};

/// Somewhere a person can be: a screen, and what it shows. Empty ids say nothing.
struct Place {
  ScreenName screen = ScreenName::Today;
  QuestionId question;
  PhaseId phase;
  DiagramId diagram;
  PartId part;
  ItemId item;
  board::BoardId board;     ///< Board: the one that is open
  bool isAsked = false;     ///< Board: the review waits for the figure to be rebuilt
  ConceptId conceptId;      ///< Study: with the page of this concept open
  bool writing = false;     ///< Study: with the answer open
  bool choosing = false;    ///< Review: with the choice of what to study apart from the day open
  mock::MockId mock;        ///< Mock: the attempt whose debrief is shown
  std::string source = {};  ///< Workbench: the file that is open
  std::vector<PromptId> prompts = {};  ///< Review: to be asked now, whenever they are due

  friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace phaseboard::ui
