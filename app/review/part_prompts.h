// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "app/content/model.h"
#include "app/review/prompt.h"

/// What can be asked about the parts of a figure. Groups are asked about by none.
namespace phaseboard::review {

/// No part with more ways on than this is asked about where it leads to.
inline constexpr std::size_t kMostNextHops = 2;

/// Of each titled node its name and its purpose; of each labelled edge its meaning.
[[nodiscard]] std::vector<Prompt> firstPartPrompts(const content::Diagram& diagram,
                                                   const QuestionId& question);

/// What one can say once the parts are known. Of each labelled edge: where it is. In figures with
/// edges, of each node: where it is (given three nodes or more); what is missing, if something
/// leads to it and from it; where it leads to (`kMostNextHops` at most, with others to confuse them
/// with); and which phase it belongs to, if it stands for a concept or has a phase of its own and
/// its title is no name of a phase.
[[nodiscard]] std::vector<Prompt> laterPartPrompts(const content::Diagram& diagram,
                                                   const QuestionId& question,
                                                   const framework::Framework& framework);

/// The part with this id; null when there is none.
[[nodiscard]] const content::Part* findPart(const content::Diagram& diagram, const PartId& id);

/// The titled nodes to which edges lead from `part`, or from which edges lead to it; each once.
[[nodiscard]] std::vector<const content::Part*> nodesAfter(const content::Diagram& diagram,
                                                           const PartId& part);
[[nodiscard]] std::vector<const content::Part*> nodesBefore(const content::Diagram& diagram,
                                                            const PartId& part);

/// `title` in quotation marks.
[[nodiscard]] std::string quoted(const std::string& title);

/// Joins what is not empty as paragraphs.
[[nodiscard]] std::string paragraphs(std::initializer_list<std::string> texts);

}  // namespace phaseboard::review
