// SPDX-License-Identifier: Apache-2.0
#include "ui/cli/console.h"

namespace phaseboard::cli {
namespace {

/// Paths and contents of files may hold any bytes; what is not UTF-8 becomes U+FFFD.
std::string dumped(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

int Console::print(const std::string& text, const Json& object) {
  if (json)
    m_out << dumped(object) << '\n';
  else
    m_out << text;
  return kDone;
}

int Console::failed(const Error& error) {
  m_complaints << "phaseboard-cli: " << describe(error) << '\n';
  if (json)
    m_out << dumped({{"error",
                      {{"kind", name(error.kind)},
                       {"subject", error.subject},
                       {"detail", error.detail}}}})
          << '\n';
  return kFailed;
}

int Console::failed(const Diagnostics& problems) {
  Json list = Json::array();
  for (const Diagnostic& problem : problems) {
    m_complaints << problem << '\n';
    list.push_back({{"file", problem.file}, {"line", problem.line}, {"message", problem.message}});
  }
  if (json)
    m_out << dumped({{"errors", list}}) << '\n';
  return kFailed;
}

}  // namespace phaseboard::cli
