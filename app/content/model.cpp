// SPDX-License-Identifier: Apache-2.0
#include "app/content/model.h"

namespace phaseboard::content {

TargetId partTarget(const DiagramId& diagram, const PartId& part) {
  return TargetId{diagram.value() + "/" + part.value()};
}

TargetId noteTarget(const QuestionId& question, const PhaseId& phase) {
  return TargetId{question.value() + "#" + phase.value()};
}

}  // namespace phaseboard::content
