// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/base/strong.h"

/// Ids of content. Authors write them in the sources; they are stable, and schedules, answers and
/// annotations refer to nothing else. A simple id is lower case letters, digits and hyphens,
/// beginning with a letter (`[a-z][a-z0-9-]*`, at most 64 bytes); scoped ids join simple ones with
/// '/'.
namespace phaseboard {

using PackId = Strong<struct PackIdTag, std::string>;          ///< "mlsd"
using PhaseId = Strong<struct PhaseIdTag, std::string>;        ///< "clarify"
using StageId = Strong<struct StageIdTag, std::string>;        ///< "data"
using QuestionId = Strong<struct QuestionIdTag, std::string>;  ///< "ad-click-prediction"
using ConceptId = Strong<struct ConceptIdTag, std::string>;    ///< "feature-store"

/// "<question>/<name>", e.g. "ad-click-prediction/serving-path".
using DiagramId = Strong<struct DiagramIdTag, std::string>;

/// Local to its diagram: "pred" for a node or a group, "from--to" for an edge unless its source
/// says otherwise. The global form is "<diagram>/<part>" (`partTarget`).
using PartId = Strong<struct PartIdTag, std::string>;

/// A key point, trade-off, number, pitfall, follow-up or dialogue line: "<question>/<name>". The
/// name is unique in the whole question, so an item may move between phases without losing its
/// identity.
using ItemId = Strong<struct ItemIdTag, std::string>;

/// What a prompt asks about, as one string: a part ("q/d/part"), an item ("q/item") or a note
/// ("q#phase").
using TargetId = Strong<struct TargetIdTag, std::string>;

/// "<kind>:<target>", e.g. "name-part:ad-click-prediction/serving-path/pred".
using PromptId = Strong<struct PromptIdTag, std::string>;

}  // namespace phaseboard
