// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/icons.h"

#include <algorithm>
#include <regex>

#include <gmock/gmock.h>

namespace phaseboard::style {
namespace {

TEST(Icons, OfferEveryNameThatFiguresAndWindowsUse) {
  const std::vector<std::string> names = iconNames();

  for (const char* name :
       {"user",    "users",    "smartphone",   "server",        "database",  "funnel",
        "brain",   "layers",   "gauge",        "scale",         "clock",     "shield",
        "video",   "image",    "message",      "search",        "sliders",   "list-filter",
        "refresh", "calendar", "activity",     "chart-line",    "chart-bar", "target",
        "table",   "cpu",      "flag",         "eye",           "alert",     "bell",
        "zap",     "tree",     "network",      "git-merge",     "split",     "merge",
        "shuffle", "lock",     "key",          "archive",       "box",       "file",
        "book",    "tag",      "star",         "heart",         "coin",      "auction",
        "globe",   "cloud",    "queue",        "timer",         "hourglass", "check",
        "x",       "plus",     "minus",        "arrow-right",   "undo",      "play",
        "pause",   "pencil",   "trash",        "settings",      "home",      "library",
        "map",     "compass",  "flame",        "bookmark",      "sun",       "chevron-right",
        "moon",    "download", "chevron-down", "external-link", "upload",    "filter",
        "hash",    "percent"})
    EXPECT_THAT(names, testing::Contains(name));
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

TEST(Icons, AreStrokesInsideTheGrid) {
  const std::regex shape("M [-0-9.]+ [-0-9.]+( ([MLHVCQAZ]|[0-9.]+))*");
  const std::regex number("[-0-9.]+");

  for (const std::string& name : iconNames()) {
    SCOPED_TRACE(name);
    const std::optional<Icon> found = icon(name);
    ASSERT_TRUE(found.has_value());
    EXPECT_FALSE(found->paths.empty());
    for (const std::string& path : found->paths) {
      EXPECT_TRUE(std::regex_match(path, shape)) << path;
      for (std::sregex_iterator it(path.begin(), path.end(), number), end; it != end; ++it) {
        EXPECT_GE(std::stod(it->str()), 0) << path;
        EXPECT_LE(std::stod(it->str()), 24) << path;
      }
    }
  }
}

TEST(Icons, AreAbsentWhenUnknown) {
  EXPECT_EQ(icon("brian"), std::nullopt);
  EXPECT_EQ(icon(""), std::nullopt);
  EXPECT_EQ(icon("../icons/brain"), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::style
