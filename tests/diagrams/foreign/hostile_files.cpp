// SPDX-License-Identifier: Apache-2.0
#include "tests/diagrams/foreign/hostile_files.h"

#include <array>
#include <cstdint>
#include <utility>

#include "tests/diagrams/foreign/foreign_samples.h"

namespace phaseboard::foreign {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

/// Lines to and fro across the canvas.
std::string zigzag(int lines) {
  std::string data = "M0 0";
  for (int i = 0; i < lines; ++i)
    data += i % 2 == 0 ? " L500 " + std::to_string(i % 500) : " L0 " + std::to_string(i % 500);
  return data;
}

/// `levels` groups, each using the one before ten times.
std::string nestedUse(int levels) {
  std::string defs = "<g id=\"u0\"><circle r=\"5\"/></g>";
  for (int level = 1; level <= levels; ++level)
    defs += "<g id=\"u" + std::to_string(level) + "\">" +
            repeated("<use href=\"#u" + std::to_string(level - 1) + "\" x=\"1\"/>", 10) + "</g>";
  return inSvg("<defs>" + defs + "</defs><use href=\"#u" + std::to_string(levels) + "\"/>");
}

std::string entityBomb() {
  std::string entities = "<!ENTITY a0 \"ha\">";
  for (int level = 1; level < 12; ++level)
    entities += "<!ENTITY a" + std::to_string(level) + " \"" +
                repeated("&a" + std::to_string(level - 1) + ";", 10) + "\">";
  return "<!DOCTYPE svg [" + entities + "]>" + inSvg("<text>&a11;</text>");
}

std::string pngOfSize(const std::string& width, const std::string& height) {
  // The first 33 bytes of a PNG: signature and header; sizes as four bytes in base 64 groups.
  return "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg" + width + height + "CAYAAAAAAAAA";
}

/// What was found to kill or to leak, and its kin.
void addKnown(std::vector<HostileFile>& files) {
  const auto refused = [&files](const std::string& name, const std::string& svg) {
    files.push_back({name, svg, true});
  };
  const auto either = [&files](const std::string& name, const std::string& svg) {
    files.push_back({name, svg, false});
  };
  refused("tiny-dashes", tinyDashes());
  refused("many-tiny-dashes", manyTinyDashes());
  refused("dashes-from-css",
          inSvg("<style>path{stroke:red;stroke-dasharray:0.0001}</style><path d=\"" + zigzag(60) +
                "\"/>"));
  refused("dashes-from-a-group",
          inSvg("<g stroke=\"red\" stroke-dasharray=\"0.0001 0.0001\"><path d=\"" + zigzag(60) +
                "\"/></g>"));
  refused(
      "dashes-under-a-scale",
      inSvg(
          "<g stroke=\"red\" stroke-dasharray=\"0.000001\" transform=\"scale(0.001)\"><path d=\"" +
          zigzag(60) + "\"/></g>"));
  either("dash-of-nothing",
         inSvg("<path stroke=\"red\" stroke-dasharray=\"0 0\" d=\"M0 0L9 9\"/>"));
  either("negative-dash", inSvg("<path stroke=\"red\" stroke-dasharray=\"-1 2\" d=\"M0 0L9 9\"/>"));
  either("huge-dash-offset",
         inSvg("<path stroke=\"red\" stroke-dasharray=\"1 2\" stroke-dashoffset=\"9999999\" "
               "d=\"M0 0L9 9\"/>"));
  either("thousand-dash-lengths", inSvg("<path stroke=\"red\" stroke-dasharray=\"" +
                                        repeated("1 ", 1000) + "\" d=\"M0 0L9 9\"/>"));
  for (int levels = 4; levels <= 9; ++levels)
    refused("nested-use-" + std::to_string(levels), nestedUse(levels));
  refused("use-of-itself", inSvg("<g id=\"a\"><use href=\"#a\"/></g>"));
  refused("use-in-a-ring",
          inSvg("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>"));
  either("use-of-the-root",
         "<svg id=\"a\" xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" "
         "height=\"9\"><use href=\"#a\"/></svg>");
  refused("entity-bomb", entityBomb());
  refused("outside-entity",
          "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + inSvg("<text>&x;</text>"));
  refused("parameter-entity",
          "<!DOCTYPE svg [<!ENTITY % x SYSTEM \"http://example.org/x\"> %x;]>" + inSvg(""));
  refused("unknown-entity", inSvg("<text>&nothing;</text>"));
  either("outside-document-type", "<!DOCTYPE svg SYSTEM \"file:///etc/passwd\">" +
                                      inSvg("<rect width=\"9\" height=\"9\"/>"));
  refused("deep-200000", inSvg(repeated("<g>", 200'000) + repeated("</g>", 200'000)));
  refused("deep-65", inSvg(repeated("<g>", 65) + repeated("</g>", 65)));
  refused("deep-and-open", inSvg(repeated("<g>", 5'000)));
  refused("deep-html", inSvg("<foreignObject>" + repeated("<b xmlns=\"x\">", 500) +
                             repeated("</b>", 500) + "</foreignObject>"));
  refused("deep-text",
          inSvg("<text>" + repeated("<tspan>", 500) + repeated("</tspan>", 500) + "</text>"));
  refused("100000-circles", inSvg(repeated("<circle cx=\"50\" cy=\"50\" r=\"40\"/>", 100'000)));
  refused("long-fill", inSvg("<path d=\"" + zigzag(120'000) + "\"/>"));
  refused("long-fill-in-pieces", inSvg(repeated("<path d=\"" + zigzag(3'000) + "\"/>", 12)));
  refused("scaled-ink",
          inSvg("<g transform=\"scale(1000)\"><path d=\"" + zigzag(900) + "\"/></g>"));
  refused("far-away", inSvg("<path d=\"M0 0L9000000 9000000\"/>"));
  refused("scaled-far-away", inSvg("<g transform=\"scale(99999)\"><g transform=\"scale(99)\"><path "
                                   "d=\"M0 0L999 999\"/></g></g>"));
  refused("not-a-number", inSvg("<path d=\"MNaN 0L1 1\"/>"));
  refused("infinite", inSvg("<rect width=\"inf\" height=\"1e999\"/>"));
  refused("transform-overflow", inSvg("<g transform=\"" + repeated("scale(9999)", 12) + "\"/>"));
  refused("many-transforms", inSvg("<g transform=\"" + repeated("rotate(1)", 4'000) + "\"/>"));
  either("flat-transform",
         inSvg("<g transform=\"matrix(0 0 0 0 0 0)\"><rect width=\"9\" height=\"9\"/></g>"));
  refused("canvas-of-a-billion",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1000000000\" "
          "height=\"1000000000\"/>");
  refused("wide-canvas", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30000 1\"/>");
  refused("no-canvas", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
  refused("negative-canvas",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"-5\" height=\"9\"/>");
  either("thin-canvas",
         "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20000 0.001\"><rect "
         "width=\"9\" height=\"9\"/></svg>");
  either("speck-of-a-canvas",
         "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0.0001 0.0001\">"
         "<rect width=\"9\" height=\"9\"/></svg>");
  refused("endless-line-of-text", inSvg("<text>" + repeated("word ", 1'000) + "</text>"));
  refused("book", inSvg(repeated("<text>" + repeated("word ", 90) + "</text>", 60)));
  either("huge-letters", inSvg("<text font-size=\"1000000\">A</text>"));
  either("letters-under-a-scale",
         inSvg("<g transform=\"scale(5000)\"><text font-size=\"500\">A</text></g>"));
  either("wide-stroke", inSvg("<path stroke=\"red\" stroke-width=\"1000000\" d=\"M0 0L9 9\"/>"));
  refused("script", inSvg("<script>alert(1)</script>"));
  refused("script-in-html", inSvg("<foreignObject><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                                  "<script>alert(1)</script></div></foreignObject>"));
  refused("onload",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" "
          "onload=\"alert(1)\"/>");
  refused("onclick", inSvg("<rect width=\"9\" height=\"9\" onclick=\"alert(1)\"/>"));
  refused("javascript-link", inSvg("<a href=\" java\nscript:alert(1)\"><text>x</text></a>"));
  either("animation", inSvg("<rect width=\"9\" height=\"9\"><animate attributeName=\"x\" "
                            "to=\"99999999\" dur=\"0.001s\" repeatCount=\"indefinite\"/></rect>"));
  either("filter-bomb",
         inSvg("<filter id=\"f\"><feGaussianBlur stdDeviation=\"99999\"/></filter><rect "
               "width=\"9\" height=\"9\" filter=\"url(#f)\"/>"));
  either("pattern-bomb",
         inSvg("<pattern id=\"p\" width=\"0.001\" height=\"0.001\"><rect width=\"9\" "
               "height=\"9\"/></pattern><rect width=\"99\" height=\"99\" fill=\"url(#p)\"/>"));
  either("mask-of-itself",
         inSvg("<mask id=\"m\"><rect mask=\"url(#m)\" width=\"9\" height=\"9\"/></mask>"
               "<rect width=\"9\" height=\"9\" mask=\"url(#m)\"/>"));
  either("gradient-ring", inSvg("<linearGradient id=\"a\" href=\"#b\"/><linearGradient id=\"b\" "
                                "href=\"#a\"/><rect width=\"9\" height=\"9\" fill=\"url(#a)\"/>"));
  refused("gradient-of-2000-stops",
          inSvg("<linearGradient id=\"a\">" + repeated("<stop offset=\"0.5\"/>", 2'000) +
                "</linearGradient>"));
  refused("2000-style-rules", [] {
    std::string css;
    for (int i = 0; i < 2'000; ++i)
      css += ".c" + std::to_string(i) + "{fill:red}";
    return inSvg("<style>" + css + "</style>");
  }());
  either("open-style",
         inSvg("<style>.a{fill:red</style><rect class=\"a\" width=\"9\" height=\"9\"/>"));
  either("open-comment-in-style", inSvg("<style>/* .a{</style><rect width=\"9\" height=\"9\"/>"));
  either("braces-in-style", inSvg("<style>" + repeated("{", 5'000) + "</style>"));
  either("5000-parts", inSvg([] {
           std::string all;
           for (int i = 0; i < 5'000; ++i)
             all += "<g id=\"i" + std::to_string(i) + "\"><title>t</title></g>";
           return all;
         }()));
  either("one-id-for-all", inSvg(repeated("<g id=\"a\"><title>t</title></g>", 500)));
  either("long-title", inSvg("<g id=\"a\"><title>" + repeated("long ", 100'000) + "</title></g>"));
  either("huge-png-header",
         inSvg("<image width=\"9\" height=\"9\" href=\"" + pngOfSize("AAdTAAAH", "UwAI") + "\"/>"));
  either("no-png", inSvg("<image width=\"9\" height=\"9\" href=\"data:image/png;base64,AAAA\"/>"));
  either("svg-in-svg",
         inSvg("<image width=\"9\" height=\"9\" href=\"data:image/svg+xml,%3Csvg/%3E\"/>"));
  either("nested-svg",
         inSvg("<svg width=\"99999999\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>"));
  refused("larger-than-4-mb", inSvg("<!--" + std::string(5'000'000, 'x') + "-->"));
  refused("empty", "");
  refused("nothing-but-spaces", "   \n");
  refused("zeros", std::string(1'000, '\0'));
  refused("html", "<html><body><svg xmlns=\"http://www.w3.org/2000/svg\"/></body></html>");
  refused("no-namespace", "<svg width=\"9\" height=\"9\"/>");
  refused("another-namespace", "<svg xmlns=\"http://example.org\" width=\"9\" height=\"9\"/>");
  refused("two-roots", inSvg("") + inSvg(""));
  refused("unclosed", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><g>");
  refused("bad-utf8", inSvg("<text>\xff\xfe\xfd</text>"));
  refused("control-characters", inSvg("<text>\x01\x02</text>"));
  refused("gzip", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00", 8) + "svgz");
}

/// Every way to point outside, by everything that can point.
void addReferences(std::vector<HostileFile>& files) {
  constexpr std::array<std::pair<const char*, const char*>, 12> kTargets{{
      {"path", "/etc/passwd"},
      {"file", "file:///etc/passwd"},
      {"capitals", "FILE:///etc/passwd"},
      {"spaces", "  \n file:///etc/passwd"},
      {"up", "../../../etc/passwd"},
      {"name", "picture.png"},
      {"http", "http://127.0.0.1:9/x.png"},
      {"https", "https://example.org/x.svg#a"},
      {"no-scheme", "//example.org/x.png"},
      {"share", "\\\\host\\share\\x.png"},
      {"qrc", "qrc:/phaseboard/x.png"},
      {"resource", ":/phaseboard/x.png"},
  }};
  constexpr std::array<std::pair<const char*, const char*>, 13> kCarriers{{
      {"image", "<image width=\"9\" height=\"9\" href=\"@\"/>"},
      {"image-xlink", "<image width=\"9\" height=\"9\" xlink:href=\"@\"/>"},
      {"use", "<use href=\"@\"/>"},
      {"use-xlink", "<use xlink:href=\"@\"/>"},
      {"gradient", "<linearGradient id=\"g\" xlink:href=\"@\"/>"},
      {"filter-image", "<filter id=\"f\"><feImage href=\"@\"/></filter>"},
      {"text-path", "<text><textPath href=\"@\">x</textPath></text>"},
      {"fill", "<rect width=\"9\" height=\"9\" fill=\"url(@)\"/>"},
      {"fill-quoted", "<rect width=\"9\" height=\"9\" fill=\"url('@')\"/>"},
      {"style", "<rect width=\"9\" height=\"9\" style=\"fill: URL( @ )\"/>"},
      {"mask", "<rect width=\"9\" height=\"9\" mask=\"url(@)\"/>"},
      {"cursor", "<cursor xlink:href=\"@\"/>"},
      {"style-rule", "<style>rect{fill:url(@)}</style><rect width=\"9\" height=\"9\"/>"},
  }};
  for (const auto& [carrier, text] : kCarriers) {
    for (const auto& [target, address] : kTargets) {
      std::string inside = text;
      inside.replace(inside.find('@'), 1, address);
      files.push_back({std::string(carrier) + "-to-" + target, inSvg(inside), true});
    }
  }
}

/// What is left of good files when the end is missing, or bytes have changed.
void addDamaged(std::vector<HostileFile>& files) {
  std::uint64_t state = 0x9E3779B97F4A7C15;
  const auto next = [&state] {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
  };
  for (const char* name : {"inkscape", "drawio", "excalidraw"}) {
    const std::string good = foreignSample(name);
    for (std::size_t part = 1; part <= 12; ++part)
      files.push_back({std::string(name) + "-cut-" + std::to_string(part),
                       good.substr(0, good.size() * part / 14), true});
    for (int turn = 0; turn < 12; ++turn) {
      std::string bad = good;
      for (int change = 0; change < 1 + turn; ++change)
        bad[next() % bad.size()] = "0123456789<>\"'&#;{}().eE-+ MZ"[next() % 29];
      files.push_back({std::string(name) + "-changed-" + std::to_string(turn), bad, false});
    }
  }
}

}  // namespace

std::string tinyDashes() {
  return inSvg("<path fill=\"none\" stroke=\"red\" stroke-dasharray=\"0.0001 0.0001\" d=\"" +
               zigzag(26) + "\"/>");
}

std::string manyTinyDashes() {
  return inSvg("<path fill=\"none\" stroke=\"red\" stroke-dasharray=\"0.0001 0.0001\" d=\"" +
               zigzag(12'000) + "\"/>");
}

std::vector<HostileFile> hostileFiles() {
  std::vector<HostileFile> files;
  addKnown(files);
  addReferences(files);
  addDamaged(files);
  return files;
}

}  // namespace phaseboard::foreign
