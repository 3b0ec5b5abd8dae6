// SPDX-License-Identifier: Apache-2.0
#include "db/checked_pages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>

#include <sqlite3.h>

#include "app/base/assert.h"
#include "db/notebook/migrator.h"
#include "db/pack/schema.h"

namespace phaseboard::db {
namespace {

constexpr int kHeaderSize = 100;
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kReservedAt = 20;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr int kLargestPage = 65'536;

std::uint64_t wordAt(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (std::endian::native == std::endian::big)
    word = __builtin_bswap64(word);
  return word;
}

std::uint32_t bigEndianAt(const char* bytes, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value = value << 8U | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// One step of a lane: one-to-one in the word and in the lane, so nothing that differs in one word
/// alone is ever lost on the way.
std::uint64_t mixed(std::uint64_t lane, std::uint64_t word) {
  constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL;  // 2^64 / golden ratio, odd
  constexpr std::uint64_t kStir = 0xBF58476D1CE4E5B9ULL;    // of SplitMix64, odd
  return std::rotl(lane + word * kSpread, 31) * kStir;
}

enum class PageCare { Unknown, Plain, Checked };

/// SQLite allocates `szOsFile` bytes: ours, and the file of the VFS below behind it.
struct CheckedFile {
  sqlite3_file base;
  PageCare care;
  int pageSize;
};

CheckedFile* checkedFile(sqlite3_file* file) {
  return reinterpret_cast<CheckedFile*>(file);
}

sqlite3_file* below(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<CheckedFile*>(file) + 1);
}

/// Whether a header is that of a file of ours that was born with checksums.
bool saysChecked(const char* header) {
  const std::uint32_t application = bigEndianAt(header + kApplicationIdAt, 4);
  const std::uint32_t version = bigEndianAt(header + kUserVersionAt, 4);
  return (application == kNotebookApplicationId && version >= kFirstCheckedNotebook) ||
         (application == static_cast<std::uint32_t>(kPackApplicationId) &&
          version >= kFirstCheckedPack);
}

/// Reads off the header how the file is to be treated; false when it contradicts itself.
bool learn(CheckedFile& file, const char* header) {
  const std::uint32_t said = bigEndianAt(header + kPageSizeAt, 2);
  file.pageSize = said == 1 ? kLargestPage : static_cast<int>(said);
  // SQLite itself refuses other sizes.
  const bool isSize = file.pageSize >= 512 && std::has_single_bit(said);
  if (isSize && header[kReservedAt] == kChecksumBytes) {
    file.care = PageCare::Checked;
    return true;
  }
  file.care = PageCare::Plain;
  return !saysChecked(header);
}

std::uint64_t checksumOf(const CheckedFile& file, const char* page, sqlite3_int64 at) {
  const auto number = static_cast<std::uint32_t>(at / file.pageSize + 1);
  return pageChecksum({page, static_cast<std::size_t>(file.pageSize - kChecksumBytes)}, number);
}

bool isSound(const CheckedFile& file, const char* page, sqlite3_int64 at) {
  return wordAt(page + file.pageSize - kChecksumBytes) == checksumOf(file, page, at);
}

/// A read of less than a page: the page is read and checked as a whole.
int readWithin(sqlite3_file* file, char* bytes, int size, sqlite3_int64 at) {
  const CheckedFile& checked = *checkedFile(file);
  const sqlite3_int64 begin = at - at % checked.pageSize;
  std::array<char, kLargestPage> page;
  if (at + size > begin + checked.pageSize ||
      below(file)->pMethods->xRead(below(file), page.data(), checked.pageSize, begin) !=
          SQLITE_OK ||
      !isSound(checked, page.data(), begin))
    return SQLITE_IOERR_DATA;
  std::copy_n(page.data() + (at - begin), size, bytes);
  return SQLITE_OK;
}

int readChecked(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
  CheckedFile& checked = *checkedFile(file);
  auto* bytes = static_cast<char*>(into);
  const int code = below(file)->pMethods->xRead(below(file), into, size, at);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return code;
  if (at == 0 && size >= kHeaderSize && code == SQLITE_OK && !learn(checked, bytes))
    return SQLITE_IOERR_DATA;
  // The header alone is read for the size of a page. A checkpoint that a power cut tore may have
  // left the rest of its page unsound; the whole one is in the write-ahead log then.
  if (checked.care != PageCare::Checked || at + size <= kHeaderSize)
    return code;
  if (size != checked.pageSize || at % checked.pageSize != 0)
    return readWithin(file, bytes, size, at);
  // SQLite never asks for a page of the main file that was not written there: one that is missing
  // was cut off.
  return code == SQLITE_OK && isSound(checked, bytes, at) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

/// Writes a whole page with its checksum.
int writeSealed(sqlite3_file* file, const char* bytes, sqlite3_int64 at) {
  const CheckedFile& checked = *checkedFile(file);
  const int size = checked.pageSize;
  std::array<char, kLargestPage> page;
  std::copy_n(bytes, size - kChecksumBytes, page.data());
  std::uint64_t sum = checksumOf(checked, bytes, at);
  if constexpr (std::endian::native == std::endian::big)
    sum = __builtin_bswap64(sum);
  std::memcpy(page.data() + size - kChecksumBytes, &sum, sizeof sum);
  return below(file)->pMethods->xWrite(below(file), page.data(), size, at);
}

/// A large new file may get other pages before its first, which says whether they have checksums.
int sealPagesBeforeTheFirst(sqlite3_file* file) {
  const int size = checkedFile(file)->pageSize;
  sqlite3_int64 end = 0;
  std::array<char, kLargestPage> page;
  int code = below(file)->pMethods->xFileSize(below(file), &end);
  for (sqlite3_int64 at = size; code == SQLITE_OK && at + size <= end; at += size) {
    code = below(file)->pMethods->xRead(below(file), page.data(), size, at);
    if (code == SQLITE_OK)
      code = writeSealed(file, page.data(), at);
  }
  return code;
}

int writeChecked(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  CheckedFile& checked = *checkedFile(file);
  const auto* bytes = static_cast<const char*>(from);
  const bool wasUnknown = checked.care == PageCare::Unknown;
  if (at == 0 && size >= kHeaderSize)
    (void)learn(checked, bytes);
  if (checked.care != PageCare::Checked || size != checked.pageSize || at % size != 0)
    return below(file)->pMethods->xWrite(below(file), from, size, at);
  if (const int code = wasUnknown ? sealPagesBeforeTheFirst(file) : SQLITE_OK; code != SQLITE_OK)
    return code;
  return writeSealed(file, bytes, at);
}

// What only passes on.
int closeChecked(sqlite3_file* file) {
  return below(file)->pMethods->xClose(below(file));
}
int truncateChecked(sqlite3_file* file, sqlite3_int64 size) {
  return below(file)->pMethods->xTruncate(below(file), size);
}
int syncChecked(sqlite3_file* file, int flags) {
  return below(file)->pMethods->xSync(below(file), flags);
}
int sizeChecked(sqlite3_file* file, sqlite3_int64* size) {
  return below(file)->pMethods->xFileSize(below(file), size);
}
int lockChecked(sqlite3_file* file, int level) {
  return below(file)->pMethods->xLock(below(file), level);
}
int unlockChecked(sqlite3_file* file, int level) {
  return below(file)->pMethods->xUnlock(below(file), level);
}
int checkReservedLockChecked(sqlite3_file* file, int* result) {
  return below(file)->pMethods->xCheckReservedLock(below(file), result);
}
int controlChecked(sqlite3_file* file, int operation, void* argument) {
  return below(file)->pMethods->xFileControl(below(file), operation, argument);
}
int sectorSizeChecked(sqlite3_file* file) {
  return below(file)->pMethods->xSectorSize(below(file));
}
int characteristicsChecked(sqlite3_file* file) {
  return below(file)->pMethods->xDeviceCharacteristics(below(file));
}
int mapIndexChecked(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return below(file)->pMethods->xShmMap(below(file), page, size, extend, memory);
}
int lockIndexChecked(sqlite3_file* file, int offset, int count, int flags) {
  return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}
void fenceIndexChecked(sqlite3_file* file) {
  below(file)->pMethods->xShmBarrier(below(file));
}
int unmapIndexChecked(sqlite3_file* file, int removes) {
  return below(file)->pMethods->xShmUnmap(below(file), removes);
}

/// Version 2: without xFetch, so that no page reaches SQLite by memory mapping, unchecked.
constexpr sqlite3_io_methods kCheckedMethods{2,
                                             closeChecked,
                                             readChecked,
                                             writeChecked,
                                             truncateChecked,
                                             syncChecked,
                                             sizeChecked,
                                             lockChecked,
                                             unlockChecked,
                                             checkReservedLockChecked,
                                             controlChecked,
                                             sectorSizeChecked,
                                             characteristicsChecked,
                                             mapIndexChecked,
                                             lockIndexChecked,
                                             fenceIndexChecked,
                                             unmapIndexChecked,
                                             nullptr,
                                             nullptr};

int openChecked(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  auto* under = static_cast<sqlite3_vfs*>(vfs->pAppData);
  // Logs, journals and temporary files have no pages of ours.
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
    return under->xOpen(under, name, file, flags, outFlags);
  CheckedFile& checked = *checkedFile(file);
  checked.care = PageCare::Unknown;
  checked.pageSize = 0;
  const int code = under->xOpen(under, name, below(file), flags, outFlags);
  file->pMethods = below(file)->pMethods == nullptr ? nullptr : &kCheckedMethods;
  return code;
}

struct Layer {
  std::string name;
  sqlite3_vfs vfs{};
};

}  // namespace

std::uint64_t pageChecksum(std::string_view page, std::uint32_t number) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  std::array<std::uint64_t, 4> lanes{number, 1, 2, 3};
  std::size_t at = 0;
  for (; at + lanes.size() * kWord <= page.size(); at += lanes.size() * kWord)
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
      lanes[lane] = mixed(lanes[lane], wordAt(page.data() + at + lane * kWord));
  for (; at + kWord <= page.size(); at += kWord)
    lanes[0] = mixed(lanes[0], wordAt(page.data() + at));
  std::uint64_t sum = page.size();
  for (const std::uint64_t lane : lanes)
    sum = mixed(sum, lane);
  return sum ^ (sum >> 32U);
}

std::string checkedVfs(const std::string& below) {
  static std::mutex guard;
  // Never destroyed: SQLite keeps a list of them until the process ends.
  static auto& layers = *new std::map<std::string, std::unique_ptr<Layer>>;
  const std::lock_guard<std::mutex> lock(guard);
  sqlite3_vfs* under = sqlite3_vfs_find(below.empty() ? nullptr : below.c_str());
  PHASEBOARD_ASSERT(under != nullptr);
  std::unique_ptr<Layer>& layer = layers[below];
  if (layer)
    return layer->name;
  layer = std::make_unique<Layer>();
  layer->name = "phaseboard-checked-" + std::string(under->zName);
  // Everything but opening is done by the one below, which asks nothing of the structure it gets.
  layer->vfs = *under;
  layer->vfs.zName = layer->name.c_str();
  layer->vfs.pNext = nullptr;
  layer->vfs.pAppData = under;
  layer->vfs.szOsFile = static_cast<int>(sizeof(CheckedFile)) + under->szOsFile;
  layer->vfs.xOpen = openChecked;
  PHASEBOARD_ASSERT(sqlite3_vfs_register(&layer->vfs, 0) == SQLITE_OK);
  return layer->name;
}

void wantChecksums(sqlite3* database) {
  int bytes = kChecksumBytes;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

bool hasChecksums(sqlite3* database) {
  int bytes = -1;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
  return bytes == kChecksumBytes;
}

}  // namespace phaseboard::db
