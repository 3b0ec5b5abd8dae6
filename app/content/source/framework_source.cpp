// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "app/content/source/map_reader.h"
#include "app/content/source/pack_source.h"

namespace phaseboard::content {
namespace {

constexpr int kMostMinutes = 480;

framework::Phase readPhase(const SourceNode& node, int position, const FileLog& log) {
  MapReader fields(node, "phase", log);
  framework::Phase phase;
  phase.id = PhaseId{fields.id("id")};
  log.define("a phase", phase.id.value(), fields.lineOf("id"));
  phase.number = fields.integer("number", 1, 99);
  if (phase.number != position)
    log.problem(fields.lineOf("number"), "phase: number " + std::to_string(phase.number) +
                                             " stands in place " + std::to_string(position) +
                                             "; phases are numbered in their order");
  phase.title = fields.title("title");
  phase.shortTitle = fields.title("short");
  phase.purpose = fields.markdown("purpose");
  fields.done();
  return phase;
}

framework::Stage readStage(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "stage", log);
  framework::Stage stage;
  stage.id = StageId{fields.id("id")};
  log.define("a stage", stage.id.value(), fields.lineOf("id"));
  stage.title = fields.title("title");
  for (const LocatedText& phase : fields.words("phases", 1)) {
    log.refer(ReferenceKind::Phase, phase.text, phase.line);
    stage.phases.emplace_back(phase.text);
  }
  stage.minutes = fields.integer("minutes", 1, kMostMinutes);
  fields.done();
  return stage;
}

/// Each phase belongs to one stage, and the stages go through the phases in their order.
void checkStages(const framework::Framework& read, int line, const FileLog& log) {
  std::vector<PhaseId> staged;
  for (const framework::Stage& stage : read.stages)
    staged.insert(staged.end(), stage.phases.begin(), stage.phases.end());
  const bool covers =
      std::equal(staged.begin(), staged.end(), read.phases.begin(), read.phases.end(),
                 [](const PhaseId& id, const framework::Phase& phase) { return id == phase.id; });
  if (!covers)
    log.problem(line, "framework: stages must go through all phases once, in their order");
  if (!budgetsFit(read)) {
    const int sum = std::accumulate(
        read.stages.begin(), read.stages.end(), 0,
        [](int minutes, const framework::Stage& stage) { return minutes + stage.minutes; });
    log.problem(line, "framework: the stages last " + std::to_string(sum) +
                          " minutes, the session " + std::to_string(read.sessionMinutes));
  }
}

}  // namespace

framework::Framework readFramework(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "framework", log);
  framework::Framework read;
  read.title = fields.title("title");
  read.sessionMinutes = fields.integer("session_minutes", 1, kMostMinutes);
  for (const SourceNode& node : fields.entries("phases", 1))
    read.phases.push_back(readPhase(node, static_cast<int>(read.phases.size()) + 1, log));
  for (const SourceNode& node : fields.entries("stages", 1))
    read.stages.push_back(readStage(node, log));
  if (!read.phases.empty() && !read.stages.empty())
    checkStages(read, fields.lineOf("stages"), log);
  fields.done();
  return read;
}

}  // namespace phaseboard::content
