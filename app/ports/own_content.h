// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/base/result.h"
#include "app/content/host.h"

namespace phaseboard::ports {

/// The folder with the sources of the user's own content, and the pack that is made of them.
///
/// What is derived lies in `.built` inside of the folder, where no reader of sources looks. May be
/// used from any thread, by one at a time.
class OwnContent {
 public:
  virtual ~OwnContent() = default;

  /// Absolute; need not exist.
  [[nodiscard]] virtual const std::filesystem::path& folder() const = 0;
  /// Where compiled figures are kept.
  [[nodiscard]] virtual std::filesystem::path figureCache() const = 0;
  [[nodiscard]] virtual bool hasPack() const = 0;
  /// Whether a source was written after the pack, or there is none of them.
  [[nodiscard]] virtual bool isPackOld() const = 0;

  /// Reads what own content may lean on, from the packs beside which it is opened.
  [[nodiscard]] virtual Result<content::Host> readHost() const = 0;

  /// All or nothing, as `db::writePack`.
  [[nodiscard]] virtual Status writePack(const content::Pack& pack) const = 0;
  /// Succeeds when there is none.
  [[nodiscard]] virtual Status removePack() const = 0;
};

}  // namespace phaseboard::ports
