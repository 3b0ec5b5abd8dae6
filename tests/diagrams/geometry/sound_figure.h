// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace phaseboard::geometry {

/// A figure like the compiler's, 600 by 300, in which every check finds nothing: a lane with two
/// cards and a wire with a label between them; below it two more cards and a bare wire.
inline std::string soundFigure() {
  const auto part = [](const std::string& id, const std::string& classes, const std::string& ends,
                       const std::string& inside) {
    return "<g id=\"" + id + "\" class=\"part " + classes + "\"" + ends + "><title>" + id +
           "</title><desc>What it does and why it is here, at length.</desc>" + inside + "</g>\n";
  };
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"300\" "
         "viewBox=\"0 0 600 300\"><style></style><title>t</title><desc>d</desc>\n"
         "<rect class=\"canvas\" x=\"0\" y=\"0\" width=\"600\" height=\"300\"/>\n" +
         part("lane", "group online", "",
              "<rect class=\"lane\" x=\"20\" y=\"20\" width=\"560\" height=\"150\" rx=\"16\"/>"
              "<text class=\"tz\" x=\"38\" y=\"44\">SERVING</text>") +
         part("a--b", "edge flow", " data-from=\"a\" data-to=\"b\"",
              "<path class=\"wire\" d=\"M160 100L430 100\"/>"
              "<path class=\"head\" d=\"M437 100L429 104L429 96Z\"/>"
              "<rect class=\"chip online\" x=\"250\" y=\"90\" width=\"80\" height=\"21\"/>"
              "<text class=\"te\" x=\"262\" y=\"105\">400 ads</text>") +
         part("c--d", "edge flow", " data-from=\"c\" data-to=\"d\"",
              "<path class=\"wire\" d=\"M160 250L430 250\"/>") +
         part("a", "node service", "",
              "<rect class=\"card\" x=\"40\" y=\"70\" width=\"120\" height=\"60\" rx=\"12\"/>"
              "<text class=\"tt\" x=\"54\" y=\"98\">Request</text>"
              "<text class=\"ts\" x=\"54\" y=\"116\">one user</text>") +
         part("b", "node model", "",
              "<rect class=\"card\" x=\"440\" y=\"70\" width=\"120\" height=\"60\" rx=\"12\"/>"
              "<text class=\"tt\" x=\"454\" y=\"104\">Model</text>") +
         part("c", "node store", "",
              "<rect class=\"card\" x=\"40\" y=\"220\" width=\"120\" height=\"60\" rx=\"12\"/>"
              "<text class=\"tt\" x=\"54\" y=\"254\">Log</text>") +
         part("d", "node store", "",
              "<rect class=\"card\" x=\"440\" y=\"220\" width=\"120\" height=\"60\" rx=\"12\"/>"
              "<text class=\"tt\" x=\"454\" y=\"254\">Store</text>") +
         "</svg>";
}

}  // namespace phaseboard::geometry
