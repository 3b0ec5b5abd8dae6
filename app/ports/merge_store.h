// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/answers/answer.h"
#include "app/base/result.h"
#include "app/merge/contents.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ports {

/// What a merge reads: another notebook, or what a shared folder holds.
class MergeSource {
 public:
  virtual ~MergeSource() = default;

  /// In the order of subjects, what others refer to first.
  [[nodiscard]] virtual Status eachCell(
      const std::function<Status(const merge::Cell&)>& visit) const = 0;
  [[nodiscard]] virtual Status eachTrail(
      const std::function<Status(const merge::Trail&)>& visit) const = 0;
  [[nodiscard]] virtual Status eachLog(
      const std::function<Status(const merge::Log&)>& visit) const = 0;

  /// About how many logs there are, for showing progress.
  [[nodiscard]] virtual std::int64_t logCount() const = 0;
};

/// Where what comes in is from.
enum class Arrival {
  OtherNotebook,
  SharedFolder  ///< so the folder need not be told of it
};

/// The notebook as merging sees it. Writers work inside a unit of work of the notebook.
class MergeStore : public MergeSource {
 public:
  /// Nothing when there was never anything.
  [[nodiscard]] virtual Result<std::optional<merge::Cell>> cell(merge::Subject subject,
                                                                const std::string& key) const = 0;
  [[nodiscard]] virtual Result<std::vector<merge::Trail>> trails(merge::Subject subject,
                                                                 const std::string& root) const = 0;

  /// Where a prompt belongs, without its events; both empty for an unknown one.
  [[nodiscard]] virtual Result<merge::Log> placeOf(const PromptId& prompt) const = 0;

  /// From now until the end of the unit, what is written came from elsewhere: it keeps its stamps,
  /// and the step of the unit takes it back as though it had never come.
  [[nodiscard]] virtual Status beginArrival(Arrival arrival) = 0;

  /// Whether it was written: not when it refers to what is not there.
  [[nodiscard]] virtual Result<bool> writeCell(const merge::Cell& cell) = 0;

  /// Makes the trails of one root these, which continue those that are there. What was appended
  /// stays when the step is taken back, as all of a trail does; a board or mock that came goes.
  [[nodiscard]] virtual Status writeTrails(const std::vector<merge::Trail>& trails) = 0;

  /// Appends events that are not there.
  [[nodiscard]] virtual Status appendEvents(const merge::Log& log) = 0;

  /// Changes the statistics by sums, some of which may be negative; each row once, so that the step
  /// that takes it back stays small. Fails when less would be left than nothing.
  [[nodiscard]] virtual Status addTallies(const std::vector<AnswerTally>& sums) = 0;

  /// Makes the current version of an answer the one that it is in every notebook.
  [[nodiscard]] virtual Status settleVersions(const answers::AnswerKey& key) = 0;
};

/// What a shared folder has not been told yet, and what of it was read.
///
/// Writers work inside a unit of work. All is about one folder: what is asked about another one
/// than before starts afresh, with everything untold.
class Telling {
 public:
  virtual ~Telling() = default;

  /// Names of files that were read or written (`SharedFolder`).
  [[nodiscard]] virtual Result<std::set<std::string>> knownFiles(
      const std::string& folder) const = 0;
  /// With all that it refers to, so that it can be read by itself.
  [[nodiscard]] virtual Result<merge::Contents> untold(const std::string& folder) const = 0;

  [[nodiscard]] virtual Status noteKnown(const std::string& folder,
                                         const std::vector<std::string>& files) = 0;
  /// `told` is what `untold` gave; nothing was written in between.
  [[nodiscard]] virtual Status noteTold(const std::string& folder, const merge::Contents& told) = 0;
};

/// What other devices left in a folder.
struct FolderNews {
  merge::Contents contents;          ///< of all new files that are whole
  std::vector<std::string> files;    ///< their names
  std::vector<std::string> waiting;  ///< files that are not whole yet: they wait for the next time
  std::vector<std::string> tooNew;   ///< written by a newer program
};

/// A folder that any program for sharing files keeps alike on several machines.
///
/// A device writes only new files of its own, below a folder with its id, and never changes one; a
/// name says number and checksum, so that even two copies of one notebook write different files.
/// What such programs do meanwhile (parts, odd orders, "conflicted copies") does no harm: each file
/// can be read by itself, any number of times, and is taken only when it is whole.
class SharedFolder {
 public:
  virtual ~SharedFolder() = default;

  /// `NotFound` when the folder is not there: a drive may be missing.
  [[nodiscard]] virtual Result<FolderNews> read(const std::string& folder,
                                                const std::set<std::string>& known) const = 0;
  /// Returns the name of the new file, which is there wholly or not at all.
  [[nodiscard]] virtual Result<std::string> write(const std::string& folder, const Uuid& device,
                                                  const merge::Contents& contents) const = 0;
};

/// Another notebook, opened for a merge.
class OtherNotebook {
 public:
  virtual ~OtherNotebook() = default;
  [[nodiscard]] virtual const MergeSource& contents() const = 0;
  /// Answers that are being written there: they stay there.
  [[nodiscard]] virtual int draftCount() const = 0;
};

}  // namespace phaseboard::ports
