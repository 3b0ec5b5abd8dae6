// SPDX-License-Identifier: Apache-2.0
#include "tests/support/zip_builder.h"

#include <zlib.h>

namespace phaseboard::test {
namespace {

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xffU);
  out += static_cast<char>((value >> 8U) & 0xffU);
}

void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xffffU);
  put16(out, value >> 16U);
}

std::uint32_t checksumOf(const std::string& bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::uint32_t zerosChecksum(std::uint32_t count) {
  const std::string block(65'536, '\0');
  uLong sum = 0;
  for (std::uint32_t left = count; left > 0;) {
    const auto size = static_cast<uInt>(std::min<std::size_t>(left, block.size()));
    sum = crc32(sum, reinterpret_cast<const Bytef*>(block.data()), size);
    left -= size;
  }
  return static_cast<std::uint32_t>(sum);
}

/// What the local header and the list of entries have in common.
std::string headerOf(const ZipEntry& entry) {
  const auto size = static_cast<std::uint32_t>(entry.bytes.size());
  const auto unpacked = entry.declared < 0 ? size : static_cast<std::uint32_t>(entry.declared);
  const std::uint32_t sum =
      entry.method == 8 && entry.declared > 0 ? zerosChecksum(unpacked) : checksumOf(entry.bytes);
  std::string out;
  put16(out, 20);
  put16(out, entry.flags);
  put16(out, entry.method);
  put16(out, 0);
  put16(out, 0x5b64);
  put32(out, entry.breaksChecksum ? sum ^ 0x55U : sum);
  put32(out, size);
  put32(out, unpacked);
  put16(out, static_cast<std::uint32_t>(entry.name.size()));
  put16(out, 0);
  return out;
}

}  // namespace

std::string zipOf(const std::vector<ZipEntry>& entries) {
  std::string files;
  std::string list;
  for (const ZipEntry& entry : entries) {
    const std::string header = headerOf(entry);
    list += "PK\x01\x02";
    put16(list, 0x031e);  // made on Unix
    list += header;
    put16(list, 0);
    put16(list, 0);
    put16(list, 0);
    put32(list, entry.mode << 16U);
    put32(list, static_cast<std::uint32_t>(files.size()));
    list += entry.name;
    files += "PK\x03\x04" + header + entry.name + entry.bytes;
  }
  std::string end = "PK\x05\x06";
  put32(end, 0);
  put16(end, static_cast<std::uint32_t>(entries.size()));
  put16(end, static_cast<std::uint32_t>(entries.size()));
  put32(end, static_cast<std::uint32_t>(list.size()));
  put32(end, static_cast<std::uint32_t>(files.size()));
  put16(end, 0);
  return files + list + end;
}

ZipEntry zeroBomb(const std::string& name, std::uint32_t unpacked) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, unpacked), '\0');
  std::string zeros(65'536, '\0');
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  for (std::uint32_t left = unpacked; left > 0;) {
    const auto size = static_cast<uInt>(std::min<std::size_t>(left, zeros.size()));
    stream.next_in = reinterpret_cast<Bytef*>(zeros.data());
    stream.avail_in = size;
    left -= size;
    deflate(&stream, left == 0 ? Z_FINISH : Z_NO_FLUSH);
  }
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  ZipEntry entry;
  entry.name = name;
  entry.bytes = packed;
  entry.method = 8;
  entry.declared = unpacked;
  return entry;
}

}  // namespace phaseboard::test
