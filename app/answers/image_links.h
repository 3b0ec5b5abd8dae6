// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/answers/image.h"

namespace phaseboard::answers {

/// The text with the address of each image of the notebook, "notebook:image/<id>", replaced by what
/// `address` says; an empty one leaves it as it is. Ids hold small hexadecimal digits and dashes
/// only, whoever wrote the text. O(length).
[[nodiscard]] std::string withImageAddresses(
    std::string_view markdown, const std::function<std::string(const ImageId&)>& address);

}  // namespace phaseboard::answers
