// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/clock.h"
#include "db/files/file_system.h"

namespace phaseboard::test {

/// What happens, when the power fails, to what was written and not yet synced.
enum class Loss {
  Everything,  ///< none of it is there
  Nothing,     ///< all of it is there
  Tail,        ///< it is there up to some byte of some write
  Sectors      ///< any of its 512-byte sectors are there, in any order; new ones may hold anything
};

/// Files by their path below the traced folder.
using DiskImage = std::map<std::string, std::string>;

/// Images with the same bytes under the same names have the same mark.
[[nodiscard]] std::size_t markOf(const DiskImage& image);

/// All that was asked of the disk in one folder, in order, and what the disk may hold when the
/// power fails after any number of calls.
///
/// Contents last from the sync of their file on, names from the sync of their folder on; before
/// that any first part of the changes of names may have happened. (SQLite syncs the folder with the
/// first sync of a new log.)
class DiskTrace {
 public:
  /// What `folder` holds now is safe; calls from here on are recorded.
  void begin(const std::filesystem::path& folder);

  /// Records no sync any more, as a disk that lies.
  void ignoreSyncs() { m_ignoresSyncs = true; }

  void create(const std::filesystem::path& file);
  void write(const std::filesystem::path& file, std::int64_t at, std::string_view bytes);
  void append(const std::filesystem::path& file, std::string_view bytes);
  void truncate(const std::filesystem::path& file, std::int64_t size);
  void sync(const std::filesystem::path& file);
  void rename(const std::filesystem::path& from, const std::filesystem::path& to);
  void link(const std::filesystem::path& file, const std::filesystem::path& name);
  void remove(const std::filesystem::path& file);
  void syncFolder();

  /// Calls recorded so far.
  [[nodiscard]] std::size_t calls() const { return m_calls.size(); }

  /// The calls, played once more from the beginning.
  class Playback {
   public:
    explicit Playback(const DiskTrace& trace);
    ~Playback();
    Playback(const Playback&) = delete;
    Playback& operator=(const Playback&) = delete;

    /// How many calls were played.
    [[nodiscard]] std::size_t calls() const { return m_calls; }
    /// Plays the next one; false when there is none.
    bool next();
    /// The files when the power fails now, one of the ways it may be.
    [[nodiscard]] DiskImage image(Loss loss, Chance& chance) const;

   private:
    const DiskTrace& m_trace;
    std::unique_ptr<class PlayedDisk> m_disk;
    std::size_t m_calls = 0;
  };

 private:
  friend class PlayedDisk;

  enum class Kind { Create, Write, Append, Truncate, Sync, Rename, Link, Remove, SyncFolder };
  struct Call {
    Kind kind;
    std::string file;
    std::string other;
    std::int64_t at = 0;
    std::string bytes;
  };

  void add(Kind kind, const std::filesystem::path& file, const std::filesystem::path& other = {},
           std::int64_t at = 0, std::string_view bytes = {});
  [[nodiscard]] std::string nameOf(const std::filesystem::path& file) const;

  std::filesystem::path m_folder;
  DiskImage m_before;
  std::vector<Call> m_calls;
  bool m_ignoresSyncs = false;
};

/// Writes an image into an empty folder.
void write(const DiskImage& image, const std::filesystem::path& folder);

/// The machine's files, with everything that changes them recorded.
class TracedFiles : public db::FileSystem {
 public:
  explicit TracedFiles(DiskTrace& trace) : m_trace(trace) {}

  Result<int> create(const std::filesystem::path& file) override;
  Result<int> openToAppend(const std::filesystem::path& file) override;
  Status write(int descriptor, std::string_view bytes) override;
  Status truncate(int descriptor, std::int64_t size) override;
  Status sync(int descriptor) override;
  void close(int descriptor) override;
  Result<std::string> read(const std::filesystem::path& file) override;
  Status rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
  Status link(const std::filesystem::path& file, const std::filesystem::path& name) override;
  Status remove(const std::filesystem::path& file) override;
  Status syncFolder(const std::filesystem::path& folder) override;
  Status makeFolder(const std::filesystem::path& folder) override;

 private:
  DiskTrace& m_trace;
  db::FileSystem& m_disk = db::diskFiles();
  std::map<int, std::filesystem::path> m_open;
};

}  // namespace phaseboard::test
