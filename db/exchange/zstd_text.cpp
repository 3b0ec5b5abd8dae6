// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/zstd_text.h"

#include <memory>
#include <vector>

#include <zstd.h>

namespace phaseboard::db {
namespace {

struct StreamFreer {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

constexpr int kLargestWindowLog = 27;  // 128 MB, the decoder's own default

}  // namespace

std::optional<std::string> unpackZstd(std::string_view packed, std::size_t limit) {
  const std::unique_ptr<ZSTD_DStream, StreamFreer> stream(ZSTD_createDStream());
  if (!stream || ZSTD_isError(ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax,
                                                     kLargestWindowLog)) != 0U)
    return std::nullopt;
  std::string unpacked;
  std::vector<char> block(ZSTD_DStreamOutSize());
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  std::size_t left = 1;
  while (in.pos < in.size || left != 0) {
    ZSTD_outBuffer out{block.data(), block.size(), 0};
    const std::size_t before = in.pos;
    left = ZSTD_decompressStream(stream.get(), &out, &in);
    if (ZSTD_isError(left) != 0U || (before == in.pos && out.pos == 0 && left != 0))
      return std::nullopt;
    if (unpacked.size() + out.pos > limit)
      return std::nullopt;
    unpacked.append(block.data(), out.pos);
  }
  return unpacked;
}

}  // namespace phaseboard::db
