// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace phaseboard {
class Chance;
}  // namespace phaseboard
namespace phaseboard::ports {
class Exchange;
class NotebookLender;
}  // namespace phaseboard::ports

namespace phaseboard::ui {

/// What exports and imports go through. All outlive every dialog.
struct ExchangeDoor {
  const ports::Exchange& files;
  ports::NotebookLender& notebook;  ///< that an import changes on a worker
  Chance& chance;
};

}  // namespace phaseboard::ui
