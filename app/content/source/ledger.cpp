// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/ledger.h"

#include <algorithm>

namespace phaseboard::content {
namespace {

std::string prefixed(const QuestionId& question, const std::string& written, long shortSlashes) {
  if (!question.value().empty() && std::count(written.begin(), written.end(), '/') == shortSlashes)
    return question.value() + "/" + written;
  return written;
}

}  // namespace

bool isSimpleId(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  if (text.empty() || text.size() > kLongest || text.front() < 'a' || text.front() > 'z')
    return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string fullPartId(const QuestionId& question, const std::string& written) {
  return prefixed(question, written, 1);
}

std::string fullFigureId(const QuestionId& question, const std::string& written) {
  return prefixed(question, written, 0);
}

}  // namespace phaseboard::content
