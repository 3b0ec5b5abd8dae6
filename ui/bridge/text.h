// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <QString>

/// The only place where text changes between the core's UTF-8 and Qt's UTF-16.
namespace phaseboard::ui {

[[nodiscard]] inline QString toQt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

[[nodiscard]] inline std::string fromQt(const QString& text) {
  return text.toStdString();
}

}  // namespace phaseboard::ui
