// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "diagrams/scene/compiled_drawing.h"
#include "diagrams/scene/scene.h"
#include "tests/support/sample_figure.h"

namespace {

constexpr std::size_t kMarks = 22;       ///< bytes at the beginning: version, fonts and figure
constexpr std::size_t kShapedEvery = 8;  ///< to shape text takes longer than to read all the rest

/// What an input stands for. Odd ones edit what is genuine, three bytes each change: so short
/// inputs reach every part of it. The others are taken as they are, with the marks put right.
std::string bytesOf(std::string_view input, const std::string& genuine) {
  if (input.empty() || (static_cast<unsigned char>(input[0]) & 1U) == 0) {
    std::string bytes(input);
    if (bytes.size() > kMarks)
      bytes.replace(0, kMarks, genuine, 0, kMarks);
    return bytes;
  }
  std::string bytes = genuine;
  const auto number = [&input](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(input[at]));
  };
  for (std::size_t at = 1; at + 2 < input.size(); at += 3)
    bytes[kMarks + (number(at) << 8U | number(at + 1)) % (bytes.size() - kMarks)] = input[at + 2];
  if ((number(0) & 2U) != 0 && input.size() > 1)
    bytes.resize(bytes.size() - bytes.size() * number(1) / 512);
  return bytes;
}

}  // namespace

/// What is prepared of a figure in a pack, for the sample figure.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using phaseboard::scene::Scene;
  static const std::string svg = phaseboard::test::sampleFigure();
  static const std::string genuine = Scene::compile(svg).value_or(std::string());
  static std::size_t readable = 0;
  const std::string bytes = bytesOf({reinterpret_cast<const char*>(data), size}, genuine);
  if (!phaseboard::scene::readCompiled(bytes, svg) || ++readable % kShapedEvery != 0)
    return 0;
  const auto scene = Scene::read(svg, bytes);
  if (!scene)
    __builtin_trap();
  static_cast<void>(scene->partAt({10, 10}));
  return 0;
}
