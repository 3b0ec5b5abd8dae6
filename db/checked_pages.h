// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;

/// Pages that tell when something other than SQLite changed them.
///
/// SQLite leaves the last eight bytes of each page free in files that ask for it; a layer between
/// SQLite and the disk puts a checksum of the page and of its number there when it is written to
/// the main file, and checks it when it is read. A page that fails gives `SQLITE_IOERR_DATA`, which
/// `translate` calls `Damaged`. The write-ahead log has checksums of SQLite's own. Other programs
/// can read such a file as any other; what they write shows up as damage.
namespace phaseboard::db {

/// At the end of each page.
inline constexpr int kChecksumBytes = 8;

/// From here on all files of ours have checksums; one that says otherwise is damaged.
inline constexpr int kFirstCheckedNotebook = 10;  ///< schema version
inline constexpr int kFirstCheckedPack = 4;       ///< format

/// The checksum of a page without its last `kChecksumBytes`. Four independent lanes of 64 bits, so
/// that a page takes about half a microsecond; a change within any eight aligned bytes always gives
/// another value.
[[nodiscard]] std::uint64_t pageChecksum(std::string_view page, std::uint32_t number);

/// Name of the layer over SQLite's VFS `below`, empty for the usual one. Made at its first use; any
/// thread. Files without checksums pass through it as they are.
[[nodiscard]] std::string checkedVfs(const std::string& below = {});

/// The file gets checksums when its first page is written or with its next VACUUM; copies by VACUUM
/// INTO get them too. For connections through `checkedVfs`.
void wantChecksums(sqlite3* database);

/// Whether the pages of the file have them. Reads the first page if nobody did.
[[nodiscard]] bool hasChecksums(sqlite3* database);

}  // namespace phaseboard::db
