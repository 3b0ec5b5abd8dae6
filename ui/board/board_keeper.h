// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/result.h"
#include "app/board/history.h"

namespace phaseboard::ui {

/// Where a canvas brings every stroke. When `keep` returns successfully the entry is durable; the
/// canvas paints it only then, and tries again later after a failure.
class BoardKeeper {
 public:
  virtual ~BoardKeeper() = default;
  [[nodiscard]] virtual Status keep(const board::Entry& entry) = 0;
};

}  // namespace phaseboard::ui
