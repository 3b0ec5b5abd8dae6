// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_names.h"

namespace phaseboard::db {

const char* levelName(content::Level level) {
  switch (level) {
    case content::Level::Mid:
      return "mid";
    case content::Level::Senior:
      return "senior";
    case content::Level::Staff:
      return "staff";
  }
  return "";
}

std::optional<content::Level> levelFromName(std::string_view name) {
  for (const content::Level level :
       {content::Level::Mid, content::Level::Senior, content::Level::Staff})
    if (name == levelName(level))
      return level;
  return std::nullopt;
}

const char* questionKindName(content::QuestionKind kind) {
  return kind == content::QuestionKind::Primer ? "primer" : "interview";
}

content::QuestionKind questionKindFromName(std::string_view name) {
  return name == "primer" ? content::QuestionKind::Primer : content::QuestionKind::Interview;
}

const char* partKindName(content::PartKind kind) {
  switch (kind) {
    case content::PartKind::Node:
      return "node";
    case content::PartKind::Edge:
      return "edge";
    case content::PartKind::Group:
      return "group";
  }
  return "";
}

std::optional<content::PartKind> partKindFromName(std::string_view name) {
  for (const content::PartKind kind :
       {content::PartKind::Node, content::PartKind::Edge, content::PartKind::Group})
    if (name == partKindName(kind))
      return kind;
  return std::nullopt;
}

}  // namespace phaseboard::db
