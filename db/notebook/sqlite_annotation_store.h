// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/annotation_store.h"

namespace phaseboard::db {

class SqliteNotebookStore;

/// The annotations in the notebook's file, over its connection and in its units of work.
class SqliteAnnotationStore : public ports::AnnotationStore {
 public:
  /// The notebook outlives it.
  explicit SqliteAnnotationStore(SqliteNotebookStore& notebook) : m_notebook(notebook) {}

  [[nodiscard]] Result<std::vector<annotations::Annotation>> annotations() const override;
  [[nodiscard]] Result<std::optional<annotations::Annotation>> annotation(
      const annotations::AnnotationId& id) const override;

  [[nodiscard]] Status writeAnnotation(const annotations::Annotation& annotation) override;
  [[nodiscard]] Status removeAnnotation(const annotations::AnnotationId& id) override;

 private:
  template <class Work>
  [[nodiscard]] Status write(Work&& work);

  SqliteNotebookStore& m_notebook;
};

}  // namespace phaseboard::db
