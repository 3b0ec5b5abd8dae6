// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::test {

/// One entry of a zip file, honest or not.
struct ZipEntry {
  std::string name;
  std::string bytes;
  std::uint16_t method = 0;      ///< 0 as they are; 8 says deflated, whatever `bytes` are
  std::uint16_t flags = 0;       ///< 1 says encrypted
  std::uint32_t mode = 0100644;  ///< Unix: 0120777 says it is a link
  std::int64_t declared = -1;    ///< the unpacked size that is claimed; -1 for the true one
  bool breaksChecksum = false;
};

/// A zip file written byte by byte, so that it can be wrong in any way.
[[nodiscard]] std::string zipOf(const std::vector<ZipEntry>& entries);

/// Deflated zeros: `unpacked` bytes of them in very few, with their true checksum.
[[nodiscard]] ZipEntry zeroBomb(const std::string& name, std::uint32_t unpacked);

}  // namespace phaseboard::test
