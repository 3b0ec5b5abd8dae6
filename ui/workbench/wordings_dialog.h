// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace phaseboard::ui {

class Session;

/// Lists every text that the user put in the place of a shipped one, with the original beside it:
/// those whose original changed since, or is gone, come first. From here each can be changed, given
/// up, or kept although the original changed.
void showWordings(Session& session, QWidget* parent);

}  // namespace phaseboard::ui
