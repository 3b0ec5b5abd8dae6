// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCoreApplication;

namespace phaseboard::ui {

/// Loads the words of the windows: the plural forms of English, and over them those of the user's
/// language where there are any.
void loadLanguage(QCoreApplication& application);

}  // namespace phaseboard::ui
