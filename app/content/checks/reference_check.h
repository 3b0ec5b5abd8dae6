// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/content/model.h"
#include "app/content/source/ledger.h"

namespace phaseboard::content {

/// Every id that something in the pack has, by what it names.
struct KnownIds {
  std::set<std::string> concepts;
  std::set<std::string> phases;
  std::set<std::string> questions;
  std::set<std::string> figures;  ///< "question/diagram", also of figures that failed
  std::set<std::string> failed;   ///< figures whose parts are not known
  bool conceptsRead = true;       ///< false when their file could not be read
  bool phasesRead = true;
  std::set<std::string> parts;  ///< "question/diagram/part"
  std::set<std::string> items;  ///< "question/item"
  std::set<std::string> notes;  ///< "question#phase"

  [[nodiscard]] bool holds(const std::string& id) const;
};

[[nodiscard]] KnownIds idsOf(const Pack& pack);

/// Ids that are given twice in one scope; the second place is reported and names the first.
void checkDefinitions(Ledger& ledger);

/// Mentions of concepts, phases, figures and parts that do not exist. What stands in a file that
/// could not be read is not missed: that file has its own report.
void checkReferences(Ledger& ledger, const KnownIds& known);

}  // namespace phaseboard::content
