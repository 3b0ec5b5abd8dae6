// SPDX-License-Identifier: Apache-2.0
#include "tests/support/page_damage.h"

#include <algorithm>
#include <string_view>

#include "db/checked_pages.h"

namespace phaseboard::test {
namespace {

constexpr std::size_t kDamagedSector = 512;
constexpr std::size_t kPageSize = 4'096;

std::size_t placeBelow(std::size_t count, Chance& chance) {
  return count == 0 ? 0 : static_cast<std::size_t>(chance.next() % count);
}

}  // namespace

Damage damaged(const std::string& whole, Chance& chance) {
  constexpr std::uint64_t kKinds = 16;
  constexpr std::uint64_t kCuts = 3;
  Damage damage{whole, {}};
  const std::uint64_t kind = chance.next() % kKinds;
  const std::size_t at = placeBelow(whole.size(), chance);
  damage.what = " at byte " + std::to_string(at);
  if (kind < kCuts) {
    damage.bytes.resize(at);
    damage.what = "cut" + damage.what;
    return damage;
  }
  const std::size_t sector = at - at % kDamagedSector;
  const std::size_t size = std::min(kDamagedSector, whole.size() - sector);
  const auto begin = damage.bytes.begin() + static_cast<std::ptrdiff_t>(sector);
  if (kind == kCuts) {
    std::fill_n(begin, size, '\0');
    damage.what = "zeros" + damage.what;
  } else if (kind == kCuts + 1) {
    std::generate_n(begin, size, [&chance] { return static_cast<char>(chance.next()); });
    damage.what = "noise" + damage.what;
  } else if (kind == kCuts + 2) {
    std::size_t other = placeBelow(whole.size() - size + 1, chance);
    other -= other % kDamagedSector;
    damage.bytes.replace(sector, size, whole, other, size);
    damage.what = "bytes of " + std::to_string(other) + damage.what;
  } else {
    const auto bit = static_cast<unsigned>(chance.next() % 8);
    damage.bytes[at] = static_cast<char>(static_cast<unsigned char>(damage.bytes[at]) ^ 1U << bit);
    damage.what = "bit " + std::to_string(bit) + damage.what;
  }
  return damage;
}

std::string withFittingChecksums(std::string file) {
  constexpr std::size_t kSummed = kPageSize - db::kChecksumBytes;
  for (std::size_t at = 0; at + kPageSize <= file.size(); at += kPageSize) {
    const auto number = static_cast<std::uint32_t>(at / kPageSize + 1);
    std::uint64_t sum = db::pageChecksum(std::string_view(file).substr(at, kSummed), number);
    for (std::size_t i = 0; i < sizeof sum; ++i)
      file[at + kSummed + i] = static_cast<char>(sum >> 8U * i);
  }
  return file;
}

}  // namespace phaseboard::test
