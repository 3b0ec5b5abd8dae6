// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/archive_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include "db/exchange/new_file.h"

namespace phaseboard::db {

/// Where libarchive's bytes go.
struct ArchiveSink {
  static la_ssize_t take(archive*, void* self, const void* block, std::size_t size) {
    auto& writer = *static_cast<ArchiveWriter*>(self);
    writer.m_written = writer.m_file.write({static_cast<const char*>(block), size});
    return writer.m_written ? static_cast<la_ssize_t>(size) : -1;
  }
};

namespace {

struct EntryFreer {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

}  // namespace

void ArchiveWriter::Closer::operator()(archive* open) const {
  archive_write_free(open);
}

ArchiveWriter::ArchiveWriter(NewFile& file, Instant at)
    : m_file(file), m_seconds(at.value() / kMillisPerSecond), m_archive(archive_write_new()) {
  archive_write_set_format_zip(m_archive.get());
  archive_write_open(m_archive.get(), this, nullptr, ArchiveSink::take, nullptr);
}

ArchiveWriter::~ArchiveWriter() = default;

tl::unexpected<Error> ArchiveWriter::failed() const {
  if (!m_written)
    return passOn(m_written);
  const char* why = archive_error_string(m_archive.get());
  return fail(ErrorKind::Internal, "archive", why == nullptr ? "cannot be written" : why);
}

Status ArchiveWriter::add(const std::string& name, std::string_view bytes, bool packs) {
  archive* out = m_archive.get();
  const int method = packs ? archive_write_zip_set_compression_deflate(out)
                           : archive_write_zip_set_compression_store(out);
  if (method != ARCHIVE_OK)
    return failed();
  const std::unique_ptr<archive_entry, EntryFreer> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), m_seconds, 0);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  if (archive_write_header(out, entry.get()) != ARCHIVE_OK)
    return failed();
  if (archive_write_data(out, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size()))
    return failed();
  return {};
}

Status ArchiveWriter::finish() {
  return archive_write_close(m_archive.get()) == ARCHIVE_OK ? Status{} : failed();
}

}  // namespace phaseboard::db
