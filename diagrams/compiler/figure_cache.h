// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "app/ports/figure_compiler.h"

namespace phaseboard::compiler {

/// What compiled figures depend on besides their sources: the compiler's own sources, the faces and
/// the libraries that measure and parse. Changes whenever one of them does.
[[nodiscard]] std::uint64_t compilerVersion();

/// Compiles only what has changed: keeps each figure in a folder, under the hash of its source, the
/// formulas and the compiler. What it returns is what the compiler would.
///
/// Any file that is not whole and right is as good as none. Figures with problems are not kept. May
/// be used from several threads and by several processes at once.
class CachedFigureCompiler final : public ports::FigureCompiler {
 public:
  /// @param folder  made when the first figure is kept; a folder that cannot be written only costs
  ///                time
  CachedFigureCompiler(const ports::FigureCompiler& compiler, std::filesystem::path folder,
                       std::uint64_t version = compilerVersion());

  [[nodiscard]] ports::FigureResult compile(
      const ports::FigureSource& source,
      const std::map<std::string, content::Formula>& formulas) const override;

  /// How many figures had to be compiled so far.
  [[nodiscard]] int compiled() const { return m_compiled; }

  /// Deletes what no call has asked for since this was made.
  void forgetOthers() const;

 private:
  [[nodiscard]] std::uint64_t formulasHash(
      const std::map<std::string, content::Formula>& formulas) const;

  const ports::FigureCompiler& m_compiler;
  std::filesystem::path m_folder;
  std::uint64_t m_version;
  mutable std::atomic<int> m_compiled = 0;
  mutable std::mutex m_mutex;  ///< of what follows
  mutable std::set<std::string> m_used;
  mutable const void* m_hashedFormulas = nullptr;
  mutable std::uint64_t m_formulasHash = 0;
};

/// One figure as text that `readKeptFigure` gives back; for files of the cache.
[[nodiscard]] std::string keptFigure(const content::Diagram& figure);
[[nodiscard]] std::optional<content::Diagram> readKeptFigure(const std::string& text);

}  // namespace phaseboard::compiler
