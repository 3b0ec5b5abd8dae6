// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "diagrams/compiler/drawn_check.h"
#include "diagrams/compiler/flow/dot_reader.h"
#include "diagrams/compiler/flow/flow_reader.h"
#include "diagrams/compiler/svg_subset.h"
#include "diagrams/foreign/foreign_figure.h"
#include "diagrams/foreign/foreign_picture.h"
#include "diagrams/foreign/style_values.h"
#include "diagrams/scene/path_reader.h"
#include "diagrams/scene/scene.h"

/// What is fed with files of strangers, by libFuzzer and, with everything it ever found, by a test.
/// Each returns false when a promise was broken; a sanitizer finds the rest.
namespace phaseboard::fuzz {

/// The reader of our own subset, and the two checks that stand before it in the compiler.
[[nodiscard]] inline bool figureReader(std::string_view svg) {
  const bool isSound = compiler::checkSvgSubset(svg, "f").empty();
  const auto scene = scene::Scene::read(svg);
  if (scene)
    static_cast<void>(scene->partAt({10, 10}));
  if (isSound)
    static_cast<void>(compiler::checkDrawn(svg, "f"));
  return scene.has_value() || !isSound;  // the check promises what the reader needs
}

/// Path data, lists of numbers, transforms, colours and lengths.
[[nodiscard]] inline bool pathReader(std::string_view text) {
  static_cast<void>(scene::readNumbers(text));
  static_cast<void>(scene::readTransform(text));
  static_cast<void>(foreign::readForeignTransform(text));
  static_cast<void>(foreign::readColour(text, "#000000"));
  static_cast<void>(foreign::readLength(text, 16, 100));
  const auto path = scene::readPath(text);
  if (!path)
    return true;
  const QRectF box = path->controlPointRect();
  return std::isfinite(box.width()) && std::isfinite(box.height());
}

/// DOT, as `diagram diff` and the compiler read it: up to the checked graph. Whatever it was, the
/// next source is read as it stands.
[[nodiscard]] inline bool dotReader(std::string_view text) {
  Diagnostics problems;
  const auto raw = compiler::readDot("f.dot", std::string(text), problems);
  if (raw)
    static_cast<void>(compiler::readFlow("f.dot", *raw, {}, problems));
  Diagnostics none;
  const auto next = compiler::readDot("g.dot", "digraph g { a [label=\"A > b\"]; a -> b }", none);
  return (raw.has_value() || !problems.empty()) && next && next->edges.size() == 1 && none.empty();
}

/// The check that stands before Qt SVG: what passes it is tame, and well-formed.
[[nodiscard]] inline bool foreignSvg(std::string_view svg) {
  const auto figure = foreign::readForeignFigure(svg);
  if (!figure)
    return !figure.error().detail.empty();
  const auto again = foreign::readForeignFigure(figure->svg);
  const QSize pixels = foreign::pictureSize(figure->size);
  return pixels.width() >= 1 && pixels.height() >= 1 && pixels.width() <= 4096 &&
         pixels.height() <= 4096 && figure->svg.find("<use") == std::string::npos &&
         figure->svg.find("<script") == std::string::npos &&
         (again || again.error().detail.find("well-formed") == std::string::npos);
}

}  // namespace phaseboard::fuzz
