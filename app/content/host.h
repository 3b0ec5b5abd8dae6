// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/content/model.h"

namespace phaseboard::content {

/// The packs beside which content of the user's own will be opened: what its sources may lean on.
///
/// Own content has their framework, may name their concepts and use their formulas, and may not
/// take the ids of their questions and concepts. A formula that they do not have is shown as it is
/// written. Nothing is asked of its length: a question may have one note, a note one key point.
struct Host {
  framework::Framework framework;
  std::vector<Concept> concepts;
  std::map<std::string, Formula> formulas;  ///< by TeX source
  std::set<QuestionId> questions;
};

}  // namespace phaseboard::content
