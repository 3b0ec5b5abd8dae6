// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/image_store.h"

namespace phaseboard::db {

class SqliteNotebookStore;

/// The images in the notebook's file, over its connection and in its units of work.
class SqliteImageStore : public ports::ImageStore {
 public:
  /// The notebook outlives it.
  explicit SqliteImageStore(SqliteNotebookStore& notebook) : m_notebook(notebook) {}

  [[nodiscard]] Result<std::optional<answers::Image>> image(
      const answers::ImageId& id) const override;
  [[nodiscard]] Result<int> imageCount(const answers::AnswerKey& key) const override;
  [[nodiscard]] Result<int> imageCount() const override;

  [[nodiscard]] Status insertImage(const answers::Image& image, const answers::AnswerKey& key,
                                   Instant at) override;

 private:
  SqliteNotebookStore& m_notebook;
};

}  // namespace phaseboard::db
