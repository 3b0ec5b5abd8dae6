// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/compiled_format.h"

#include <array>

#include <QRawFont>

#include "app/base/hash.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::scene {
namespace {

const std::array<style::TextStyle, 6>& compiledFaces() {
  using style::Family;
  static const std::array<style::TextStyle, 6> kFaces{{{Family::Inter, 100, 400, false},
                                                       {Family::Inter, 100, 400, true},
                                                       {Family::Inter, 100, 500, false},
                                                       {Family::Inter, 100, 600, false},
                                                       {Family::Inter, 100, 700, false},
                                                       {Family::Mono, 100, 400, false}}};
  return kFaces;
}

std::uint64_t computeFingerprint() {
  Fnv64 print;
  for (const style::TextStyle& style : compiledFaces()) {
    const QByteArray head = style::face(style).fontTable("head");
    print.addField({head.constData(), static_cast<std::size_t>(head.size())});
  }
  for (const style::StyleRule& rule : style::rules(style::ThemeName::Light))
    print.addField(rule.selector).addField(style::cssDeclarations(rule.set));
  return print.value();
}

}  // namespace

std::uint64_t compiledFingerprint() {
  static const std::uint64_t kPrint = computeFingerprint();
  return kPrint;
}

}  // namespace phaseboard::scene
