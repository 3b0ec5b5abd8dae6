// SPDX-License-Identifier: Apache-2.0
#include "tests/support/stub_figure_compiler.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "app/base/hash.h"
#include "app/content/pack_compiler.h"
#include "tests/support/places.h"

namespace phaseboard::test {
namespace {

content::Part part(content::PartKind kind, const std::string& id, const std::string& title) {
  content::Part made;
  made.id = PartId{id};
  made.kind = kind;
  made.shape = "service";
  made.title = title;
  made.label = title;
  made.explanation = "What " + title + " does, and what breaks without it.";
  made.hash = fnv64(id);
  return made;
}

}  // namespace

ports::FigureResult StubFigureCompiler::compile(
    const ports::FigureSource& source, const std::map<std::string, content::Formula>&) const {
  using content::PartKind;
  content::Diagram diagram;
  diagram.id = source.id;
  diagram.kind = source.file.ends_with(".dot") ? "flow" : "plot";
  diagram.title = "What does " + source.id.value() + " show?";
  diagram.description = "The description of a figure.";
  diagram.width = 640;
  diagram.height = 360.5;
  diagram.svg = "<svg><title>" + source.id.value() + "</title></svg>";
  diagram.hash = fnv64(source.text);
  if (diagram.kind == "flow") {
    diagram.parts = {part(PartKind::Group, "online", "Gateway lane"),
                     part(PartKind::Node, "gateway", "Gateway"),
                     part(PartKind::Node, "model", "Spam model"),
                     part(PartKind::Node, "features", "Feature store"),
                     part(PartKind::Edge, "gateway--model", "Gateway to model")};
    diagram.parts[1].parent = diagram.parts[2].parent = PartId{"online"};
    diagram.parts[3].conceptId = ConceptId{"feature-store"};
    diagram.parts[3].phase = PhaseId{"clarify"};
    diagram.parts[4].from = PartId{"gateway"};
    diagram.parts[4].to = PartId{"model"};
    diagram.parts[4].step = 2;
    diagram.parts[4].label = "text";
  } else {
    diagram.parts = {part(PartKind::Node, "recall", "Recall")};
  }
  return {diagram, {}};
}

content::Pack miniPack() {
  const content::CompiledPack compiled =
      content::compilePack(inSources("tests/data/mini-pack"), StubFigureCompiler{});
  for (const Diagnostic& problem : compiled.problems)
    ADD_FAILURE() << problem;
  return compiled.pack.value_or(content::Pack{});
}

}  // namespace phaseboard::test
