// SPDX-License-Identifier: Apache-2.0
#include "app/answers/image_links.h"

#include <algorithm>

namespace phaseboard::answers {

std::string withImageAddresses(std::string_view markdown,
                               const std::function<std::string(const ImageId&)>& address) {
  const std::string begin = std::string("](notebook:") + kImagePath;
  std::string out;
  while (!markdown.empty()) {
    const std::size_t at = markdown.find(begin);
    if (at == std::string_view::npos)
      break;
    const std::size_t from = at + begin.size();
    const std::size_t to =
        std::min(markdown.find_first_not_of("0123456789abcdef-", from), markdown.size());
    const bool isWhole = to > from && markdown.substr(to, 1) == ")";
    const std::string there =
        isWhole ? address(ImageId{std::string(markdown.substr(from, to - from))}) : std::string();
    out += markdown.substr(0, there.empty() ? to : at + 2);
    out += there;
    markdown.remove_prefix(to);
  }
  return out += markdown;
}

}  // namespace phaseboard::answers
