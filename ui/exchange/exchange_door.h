// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace phaseboard::ports {
class Exchange;
}  // namespace phaseboard::ports
namespace phaseboard::ops {
class ImportOperations;
}  // namespace phaseboard::ops

namespace phaseboard::ui {

/// What exports and imports go through. Both outlive every dialog.
struct ExchangeDoor {
  const ports::Exchange& files;
  ops::ImportOperations& imports;
};

}  // namespace phaseboard::ui
