// SPDX-License-Identifier: Apache-2.0
#include "tests/support/disk_trace.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>

#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace played {

constexpr std::size_t kSector = 512;

inline void put(std::string& contents, std::size_t at, std::string_view bytes) {
  if (contents.size() < at + bytes.size())
    contents.resize(at + bytes.size());
  std::copy(bytes.begin(), bytes.end(), contents.begin() + static_cast<std::ptrdiff_t>(at));
}

inline std::size_t below(std::size_t count, Chance& chance) {
  return count == 0 ? 0 : static_cast<std::size_t>(chance.next() % count);
}

/// A write, or a cut when it has no bytes.
struct Change {
  std::size_t at = 0;
  std::string bytes;
  bool isCut = false;
};

inline void play(const Change& change, std::string& contents) {
  if (change.isCut)
    contents.resize(change.at);
  else
    put(contents, change.at, change.bytes);
}

/// A file, whatever its names.
struct Inode {
  std::string safe;              ///< contents as last synced
  std::string now;               ///< contents as programs see them
  std::vector<Change> unsynced;  ///< in order

  void change(Change change) {
    play(change, now);
    unsynced.push_back(std::move(change));
  }
  void sync() {
    safe = now;
    unsynced.clear();
  }
};

using Names = std::map<std::string, std::shared_ptr<Inode>>;

inline void putSectors(const Change& change, Chance& chance, std::string& contents) {
  for (std::size_t begin = 0; begin < change.bytes.size();) {
    const std::size_t end =
        std::min(change.bytes.size(), ((change.at + begin) / kSector + 1) * kSector - change.at);
    const std::string_view sector = std::string_view(change.bytes).substr(begin, end - begin);
    const bool isNew = change.at + begin >= contents.size();
    const std::uint64_t fate = chance.next() % 4;
    if (fate < 2)
      put(contents, change.at + begin, sector);
    else if (isNew && fate == 2)
      put(contents, change.at + begin, std::string(sector.size(), '\x5a'));
    begin = end;
  }
}

inline std::string contentsAfter(const Inode& inode, Loss loss, Chance& chance) {
  std::string contents = inode.safe;
  if (loss == Loss::Everything || inode.unsynced.empty())
    return contents;
  if (loss == Loss::Nothing)
    return inode.now;
  const std::size_t whole = below(inode.unsynced.size() + 1, chance);
  for (std::size_t i = 0; i < inode.unsynced.size(); ++i) {
    Change change = inode.unsynced[i];
    if (loss == Loss::Sectors) {
      if (!change.isCut)
        putSectors(change, chance, contents);
      else if (chance.next() % 2 == 0)
        play(change, contents);
      continue;
    }
    if (i > whole || (i == whole && change.isCut))
      break;
    if (i == whole)
      change.bytes.resize(below(change.bytes.size() + 1, chance));
    play(change, contents);
  }
  return contents;
}

}  // namespace played

/// The disk while the calls are played once more.
class PlayedDisk {
  using Call = DiskTrace::Call;
  using Kind = DiskTrace::Kind;
  using Inode = played::Inode;
  using Names = played::Names;

 public:
  explicit PlayedDisk(const DiskImage& before) {
    for (const auto& [name, contents] : before) {
      auto inode = std::make_shared<Inode>();
      inode->safe = inode->now = contents;
      m_names[name] = std::move(inode);
    }
    m_safeNames = m_names;
  }

  void play(const Call& call) {
    switch (call.kind) {
      case Kind::Create:
        return create(call.file);
      case Kind::Write:
        return open(call.file).change({static_cast<std::size_t>(call.at), call.bytes, false});
      case Kind::Append: {
        Inode& inode = open(call.file);
        return inode.change({inode.now.size(), call.bytes, false});
      }
      case Kind::Truncate:
        return open(call.file).change({static_cast<std::size_t>(call.at), {}, true});
      case Kind::Sync:
        return open(call.file).sync();
      case Kind::Rename:
        return name([from = call.file, to = call.other](Names& names) {
          if (const auto found = names.find(from); found != names.end()) {
            names[to] = found->second;
            names.erase(from);
          }
        });
      case Kind::Link:
        return name([file = call.file, other = call.other](Names& names) {
          if (const auto found = names.find(file); found != names.end())
            names[other] = found->second;
        });
      case Kind::Remove:
        return name([file = call.file](Names& names) { names.erase(file); });
      case Kind::SyncFolder:
        m_safeNames = m_names;
        m_unsynced.clear();
        return;
    }
  }

  [[nodiscard]] DiskImage image(Loss loss, Chance& chance) const {
    Names names = m_safeNames;
    std::size_t changes = 0;
    if (loss == Loss::Nothing)
      changes = m_unsynced.size();
    else if (loss != Loss::Everything)
      changes = played::below(m_unsynced.size() + 1, chance);
    for (std::size_t i = 0; i < changes; ++i)
      m_unsynced[i](names);
    DiskImage image;
    for (const auto& [file, inode] : names)
      image[file] = played::contentsAfter(*inode, loss, chance);
    return image;
  }

 private:
  using NameChange = std::function<void(Names&)>;

  void name(NameChange change) {
    change(m_names);
    m_unsynced.push_back(std::move(change));
  }

  void create(const std::string& file) {
    if (const auto found = m_names.find(file); found != m_names.end())
      return found->second->change({0, {}, true});
    name([file, inode = std::make_shared<Inode>()](Names& names) { names[file] = inode; });
  }

  Inode& open(const std::string& file) {
    if (!m_names.contains(file))
      create(file);
    return *m_names[file];
  }

  Names m_names;
  Names m_safeNames;
  std::vector<NameChange> m_unsynced;
};

std::size_t markOf(const DiskImage& image) {
  std::size_t mark = 0;
  for (const auto& [name, bytes] : image)
    for (const std::size_t part : {std::hash<std::string>{}(name), std::hash<std::string>{}(bytes)})
      mark = (mark ^ part) * 0x9E3779B97F4A7C15ULL;
  return mark;
}

void DiskTrace::begin(const std::filesystem::path& folder) {
  m_folder = folder;
  m_calls.clear();
  m_before.clear();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() != ".lock" &&
        !entry.path().string().ends_with("-shm"))
      m_before[nameOf(entry.path())] = contentsOf(entry.path());
}

std::string DiskTrace::nameOf(const std::filesystem::path& file) const {
  return file.lexically_relative(m_folder).string();
}

void DiskTrace::add(Kind kind, const std::filesystem::path& file,
                    const std::filesystem::path& other, std::int64_t at, std::string_view bytes) {
  if (!m_folder.empty())
    m_calls.push_back({kind, nameOf(file), other.empty() ? std::string() : nameOf(other), at,
                       std::string(bytes)});
}

void DiskTrace::create(const std::filesystem::path& file) {
  add(Kind::Create, file);
}
void DiskTrace::write(const std::filesystem::path& file, std::int64_t at, std::string_view bytes) {
  add(Kind::Write, file, {}, at, bytes);
}
void DiskTrace::append(const std::filesystem::path& file, std::string_view bytes) {
  add(Kind::Append, file, {}, 0, bytes);
}
void DiskTrace::truncate(const std::filesystem::path& file, std::int64_t size) {
  add(Kind::Truncate, file, {}, size);
}
void DiskTrace::sync(const std::filesystem::path& file) {
  if (!m_ignoresSyncs)
    add(Kind::Sync, file);
}
void DiskTrace::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
  add(Kind::Rename, from, to);
}
void DiskTrace::link(const std::filesystem::path& file, const std::filesystem::path& name) {
  add(Kind::Link, file, name);
}
void DiskTrace::remove(const std::filesystem::path& file) {
  add(Kind::Remove, file);
}
void DiskTrace::syncFolder() {
  if (!m_ignoresSyncs)
    add(Kind::SyncFolder, m_folder);
}

DiskTrace::Playback::Playback(const DiskTrace& trace)
    : m_trace(trace), m_disk(std::make_unique<PlayedDisk>(trace.m_before)) {}
DiskTrace::Playback::~Playback() = default;

bool DiskTrace::Playback::next() {
  if (m_calls == m_trace.m_calls.size())
    return false;
  m_disk->play(m_trace.m_calls[m_calls++]);
  return true;
}

DiskImage DiskTrace::Playback::image(Loss loss, Chance& chance) const {
  return m_disk->image(loss, chance);
}

void write(const DiskImage& image, const std::filesystem::path& folder) {
  for (const auto& [name, contents] : image) {
    const std::filesystem::path file = folder / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << contents;
  }
}

Result<int> TracedFiles::create(const std::filesystem::path& file) {
  auto made = m_disk.create(file);
  if (made) {
    m_open[*made] = file;
    m_trace.create(file);
  }
  return made;
}

Result<int> TracedFiles::openToAppend(const std::filesystem::path& file) {
  const bool isNew = !std::filesystem::exists(file);
  auto made = m_disk.openToAppend(file);
  if (made) {
    m_open[*made] = file;
    if (isNew)
      m_trace.create(file);
  }
  return made;
}

Status TracedFiles::write(int descriptor, std::string_view bytes) {
  PHASEBOARD_TRY(m_disk.write(descriptor, bytes));
  m_trace.append(m_open[descriptor], bytes);
  return {};
}

Status TracedFiles::truncate(int descriptor, std::int64_t size) {
  PHASEBOARD_TRY(m_disk.truncate(descriptor, size));
  m_trace.truncate(m_open[descriptor], size);
  return {};
}

Status TracedFiles::sync(int descriptor) {
  PHASEBOARD_TRY(m_disk.sync(descriptor));
  m_trace.sync(m_open[descriptor]);
  return {};
}

void TracedFiles::close(int descriptor) {
  m_disk.close(descriptor);
  m_open.erase(descriptor);
}

Result<std::string> TracedFiles::read(const std::filesystem::path& file) {
  return m_disk.read(file);
}

Status TracedFiles::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
  PHASEBOARD_TRY(m_disk.rename(from, to));
  m_trace.rename(from, to);
  return {};
}

Status TracedFiles::link(const std::filesystem::path& file, const std::filesystem::path& name) {
  PHASEBOARD_TRY(m_disk.link(file, name));
  m_trace.link(file, name);
  return {};
}

Status TracedFiles::remove(const std::filesystem::path& file) {
  PHASEBOARD_TRY(m_disk.remove(file));
  m_trace.remove(file);
  return {};
}

Status TracedFiles::syncFolder(const std::filesystem::path& folder) {
  PHASEBOARD_TRY(m_disk.syncFolder(folder));
  m_trace.syncFolder();
  return {};
}

Status TracedFiles::makeFolder(const std::filesystem::path& folder) {
  return m_disk.makeFolder(folder);
}

}  // namespace phaseboard::test
