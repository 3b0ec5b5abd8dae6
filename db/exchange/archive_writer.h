// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/base/result.h"
#include "app/base/study_day.h"

struct archive;

namespace phaseboard::db {

class NewFile;

/// A zip file, written entry by entry. The same entries give the same bytes.
class ArchiveWriter {
 public:
  /// @param file  outlives the writer
  /// @param at    the time of every entry
  ArchiveWriter(NewFile& file, Instant at);
  ~ArchiveWriter();
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  /// @param packs  false for what is packed already, such as PNG
  [[nodiscard]] Status add(const std::string& name, std::string_view bytes, bool packs);

  /// Writes the list of entries; nothing can be added after it, and the file is still to be
  /// finished.
  [[nodiscard]] Status finish();

 private:
  struct Closer {
    void operator()(archive* open) const;
  };
  friend struct ArchiveSink;
  [[nodiscard]] tl::unexpected<Error> failed() const;

  NewFile& m_file;
  Status m_written;  ///< what the file said last
  std::int64_t m_seconds;
  std::unique_ptr<archive, Closer> m_archive;
};

}  // namespace phaseboard::db
