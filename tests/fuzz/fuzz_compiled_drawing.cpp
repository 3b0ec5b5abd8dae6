// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string>

#include "diagrams/scene/scene.h"
#include "tests/support/sample_figure.h"

/// What is prepared of a figure in a pack, for the sample figure: the marks of version, fonts and
/// figure at its beginning are put right, so that what follows is read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMarks = 22;
  static const std::string svg = phaseboard::test::sampleFigure();
  static const std::string genuine = phaseboard::scene::Scene::compile(svg).value_or(std::string());
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.size() > kMarks)
    bytes.replace(0, kMarks, genuine, 0, kMarks);
  const auto scene = phaseboard::scene::Scene::read(svg, bytes);
  if (!scene)
    __builtin_trap();  // without usable bytes the figure itself is read
  static_cast<void>(scene->partAt({10, 10}));
  return 0;
}
