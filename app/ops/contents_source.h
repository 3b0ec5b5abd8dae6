// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "app/merge/contents.h"
#include "app/ports/merge_store.h"

namespace phaseboard::ops {

/// What was read from elsewhere (files of a shared folder, a journal), as something to merge.
class ContentsSource : public ports::MergeSource {
 public:
  /// @param contents  outlives it
  explicit ContentsSource(const merge::Contents& contents) : m_contents(contents) {}

  [[nodiscard]] Status eachCell(
      const std::function<Status(const merge::Cell&)>& visit) const override {
    for (const auto& [place, cell] : m_contents.cells())
      PHASEBOARD_TRY(visit(cell));
    return {};
  }
  [[nodiscard]] Status eachTrail(
      const std::function<Status(const merge::Trail&)>& visit) const override {
    for (const auto& [place, trails] : m_contents.trails())
      for (const merge::Trail& trail : trails)
        PHASEBOARD_TRY(visit(trail));
    return {};
  }
  [[nodiscard]] Status eachLog(
      const std::function<Status(const merge::Log&)>& visit) const override {
    for (const auto& [prompt, log] : m_contents.logs())
      PHASEBOARD_TRY(visit(log));
    return {};
  }
  [[nodiscard]] std::int64_t logCount() const override {
    return static_cast<std::int64_t>(m_contents.logs().size());
  }

 private:
  const merge::Contents& m_contents;
};

}  // namespace phaseboard::ops
