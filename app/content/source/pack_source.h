// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/content/checks/spelling.h"
#include "app/content/model.h"
#include "app/content/source/ledger.h"
#include "app/content/source/source_tree.h"

/// Readers of the files that a pack has once. Each returns what it understood and writes all
/// mistakes into the ledger.
namespace phaseboard::content {

/// `pack.yaml`.
struct PackHeader {
  PackId id;
  std::string version;  ///< "major.minor.patch"
  std::string title;
  std::string licence;
  std::string diagrams = "diagrams";  ///< folder of the figures, relative to the sources
};

/// One entry of `renames.yaml`.
struct Rename {
  std::string from;
  std::string to;
  Place place;
};

[[nodiscard]] PackHeader readPackHeader(const SourceNode& root, const FileLog& log);
[[nodiscard]] framework::Framework readFramework(const SourceNode& root, const FileLog& log);
[[nodiscard]] std::vector<Concept> readConcepts(const SourceNode& root, const FileLog& log);
[[nodiscard]] std::vector<Rename> readRenames(const SourceNode& root, const FileLog& log);
[[nodiscard]] std::vector<SpellingRule> readGlossary(const SourceNode& root, const FileLog& log);

}  // namespace phaseboard::content
