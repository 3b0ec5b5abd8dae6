// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include <QCache>
#include <QImage>
#include <QObject>
#include <QString>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/ops/annotation_operations.h"
#include "app/ops/board_operations.h"
#include "app/ops/bookmark_operations.h"
#include "app/ops/changes.h"
#include "app/ops/desk.h"
#include "app/ops/image_operations.h"
#include "app/ops/mock_operations.h"
#include "app/ops/own_words.h"
#include "app/ops/placed_annotations.h"
#include "app/ops/prompt_table.h"
#include "app/ops/update_operations.h"
#include "app/ops/wordings.h"
#include "app/ports/notebook.h"
#include "app/ports/notebook_store.h"
#include "app/ports/pack_library.h"
#include "app/ports/text_index.h"
#include "ui/widgets/rich_document.h"

namespace phaseboard::ui {

/// What was changed on a worker, with the notebook lent (`ports::NotebookLender`).
struct ChangedElsewhere {
  ops::OpOutcome outcome;
  std::unique_ptr<ports::NotebookStore> loan;
  std::unique_ptr<ports::PackLibrary> pack;  ///< what `prompts` was read from
  std::optional<ops::PromptTable> prompts;   ///< as they are now
};

/// Where the screens meet the core: one pack, one notebook, one desk, one clock.
///
/// Screens read from `pack()` and `notebook()` and change things through `run` only. After every
/// successful change `changed` is emitted once; after every failure `failed`. Belongs to the GUI
/// thread. Everything that it refers to outlives it.
class Session : public QObject {
  Q_OBJECT

 public:
  Session(const ports::PackLibrary& pack, const ports::Notebook& notebook, ops::Desk& desk,
          const Clock& clock, QObject* parent = nullptr);

  /// The operations on annotations; before anything is shown.
  void setAnnotations(ops::AnnotationOperations& annotations);
  /// The annotations of the notebook, placed in the pack; empty in a session without any. What is
  /// handed out is good until the next change.
  [[nodiscard]] const ops::PlacedAnnotations* annotations();

  /// The operations on boards; before anything is shown.
  void setBoards(ops::BoardOperations& boards) { m_boards = &boards; }
  /// What boards there are; null in a session without any.
  [[nodiscard]] const ports::BoardStore* boards() const {
    return m_boards ? &m_boards->store() : nullptr;
  }
  /// The operations on the images of answers; before anything is shown.
  void setImages(ops::ImageOperations& images) { m_images = &images; }
  /// Gives text views the images of answers ("notebook:image/<id>"), and nothing else; lives as
  /// long as the session.
  [[nodiscard]] RichDocument::Provider pictures();

  /// The operations on bookmarks; before anything is shown.
  void setBookmarks(ops::BookmarkOperations& bookmarks) { m_bookmarks = &bookmarks; }
  /// The newest first, under their ids of today.
  [[nodiscard]] std::vector<bookmarks::Bookmark> bookmarks();

  /// What the user's answers say about parts, kept up with every change; null, after telling
  /// everybody, when answers cannot be read.
  [[nodiscard]] const ops::OwnWords* ownWords();

  /// The operations on what was seen of packs; before anything is shown.
  void setUpdates(ops::UpdateOperations& updates) { m_updates = &updates; }
  /// What the notebook last saw of the packs; null in a session that does not remember it.
  [[nodiscard]] const ports::SeenContentStore* seenContent() const {
    return m_updates ? &m_updates->store() : nullptr;
  }

  /// The user's words in the place of shipped ones; none, after telling everybody, when they cannot
  /// be read. Good until the next change.
  [[nodiscard]] const ops::Wordings& wordings();

  /// To be called when `pack()` reads other files than before: lets go what was read of it and
  /// tells everybody.
  void noticeNewPack();

  /// Where words are found; before anything is shown.
  void setTextIndex(const ports::TextIndex& index) { m_textIndex = &index; }
  /// Null in a session without one.
  [[nodiscard]] const ports::TextIndex* textIndex() const { return m_textIndex; }

  /// The operations on mock interviews; before anything is shown.
  void setMocks(ops::MockOperations& mocks) { m_mocks = &mocks; }
  /// What mock interviews there are; null in a session without any.
  [[nodiscard]] const ports::MockStore* mocks() const {
    return m_mocks ? &m_mocks->store() : nullptr;
  }

  [[nodiscard]] const ports::PackLibrary& pack() const { return m_pack; }
  [[nodiscard]] const ports::Notebook& notebook() const { return m_notebook; }
  [[nodiscard]] const Clock& clock() const { return m_clock; }
  [[nodiscard]] const ports::Settings& settings() const { return m_settings; }

  /// Every prompt with where it stands, kept up with every change; null, after telling everybody,
  /// when it cannot be read. Valid until the next change.
  [[nodiscard]] const ops::PromptTable* prompts();

  [[nodiscard]] Instant now() const { return m_clock.now(); }
  [[nodiscard]] StudyDay today() const;

  /// Outlines of formulas for text views; lives as long as the session.
  [[nodiscard]] FormulaSource formulas() const;

  /// Runs an operation, e.g. `run([&](ops::Desk& desk) { return desk.undo(); })`, and tells
  /// everybody. The result is handed back for callers that need to know.
  template <class Operation>
  auto run(Operation&& operation) -> decltype(operation(std::declval<ops::Desk&>()));

  /// The same for operations on annotations. `Internal` in a session without annotations.
  template <class Operation>
  auto runOnAnnotations(Operation&& operation)
      -> decltype(operation(std::declval<ops::AnnotationOperations&>()));

  /// The same for operations on boards. `Internal` in a session without boards.
  template <class Operation>
  auto runOnBoards(Operation&& operation)
      -> decltype(operation(std::declval<ops::BoardOperations&>()));

  /// The same for operations on mock interviews.
  template <class Operation>
  auto runOnMocks(Operation&& operation)
      -> decltype(operation(std::declval<ops::MockOperations&>()));
  /// The same for operations on images and on bookmarks. `Internal` in a session without them.
  template <class Operation>
  auto runOnImages(Operation&& operation)
      -> decltype(operation(std::declval<ops::ImageOperations&>()));
  template <class Operation>
  auto runOnBookmarks(Operation&& operation)
      -> decltype(operation(std::declval<ops::BookmarkOperations&>()));
  template <class Operation>
  auto runOnUpdates(Operation&& operation)
      -> decltype(operation(std::declval<ops::UpdateOperations&>()));

  /// Tells everybody what was done on a worker, as though it had been done here. Takes over the
  /// table of prompts that was read there, so that the window need not read it; then gives the
  /// notebook back.
  void takeOver(ChangedElsewhere changed);

  /// `run` for callers that need not know more than whether it went well.
  template <class Operation>
  bool perform(Operation&& operation) {
    return run(std::forward<Operation>(operation)).has_value();
  }

  /// The value, or nothing after telling everybody that it could not be read.
  template <class T>
  [[nodiscard]] std::optional<T> read(Result<T> result);

  /// What each answer given now would lead to; nothing, after telling everybody, when it cannot be
  /// said.
  [[nodiscard]] std::optional<memory::ForEachRating<review::Answered>> previewAnswers(
      const PromptId& prompt) {
    return read(m_desk.previewAnswers(prompt));
  }

  /// Tells the user something that no operation tells by itself.
  void say(const QString& words) { Q_EMIT said(words); }

  void undo();
  void redo();
  /// Says that the step of these words was taken back, or done again.
  void sayUndone(const QString& step) { Q_EMIT undone(tr("Undone: %1").arg(step)); }
  void sayRedone(const QString& step) { Q_EMIT undone(tr("Done again: %1").arg(step)); }
  /// What undo and redo would take back, in the user's words; empty when there is nothing.
  [[nodiscard]] QString undoText() const;
  [[nodiscard]] QString redoText() const;

 Q_SIGNALS:
  void changed(const phaseboard::ops::Changes& changes);
  /// `operation` is the stable name of an operation that can be undone and changed something.
  void done(const QString& operation);
  void undone(const QString& words);
  void said(const QString& words);
  /// `pack()` holds something else than before; whatever shows it has to be made anew.
  void packChanged();
  void failed(const phaseboard::Error& error);

 private:
  template <class Door, class Operation>
  auto runThrough(Door& door, Operation&& operation) -> decltype(operation(door));
  /// The same for operations that a session may be without.
  template <class Door, class Operation>
  auto runThroughOptional(Door* door, const char* name, Operation&& operation)
      -> decltype(operation(*door));
  void keepUpOwnWords(const ops::Changes& changes);
  void report(const ops::OpOutcome& outcome);
  /// Lets go what `outcome` made old, and tells everybody.
  void tell(const ops::OpOutcome& outcome);
  /// Somebody may have written without telling this session.
  void dropOldPrompts();

  const ports::PackLibrary& m_pack;
  const ports::Notebook& m_notebook;
  ops::Desk& m_desk;
  ops::AnnotationOperations* m_annotations = nullptr;
  std::optional<ops::PlacedAnnotations> m_placed;
  bool m_isPlacedOld = true;
  ops::BoardOperations* m_boards = nullptr;
  ops::ImageOperations* m_images = nullptr;
  QCache<QString, QImage> m_pictures;  ///< by id; the cost is kilobytes
  ops::BookmarkOperations* m_bookmarks = nullptr;
  ops::UpdateOperations* m_updates = nullptr;
  std::optional<ops::OwnWords> m_ownWords;
  std::optional<ops::Wordings> m_wordings;
  const ports::TextIndex* m_textIndex = nullptr;
  ops::MockOperations* m_mocks = nullptr;
  const Clock& m_clock;
  ports::Settings m_settings;
  std::unique_ptr<ports::PackLibrary> m_promptPack;  ///< of a table that was taken over
  std::optional<ops::PromptTable> m_prompts;
  std::int64_t m_promptsAsOf = 0;  ///< `changeCount` of the notebook when they were read
};

template <class Operation>
auto Session::run(Operation&& operation) -> decltype(operation(std::declval<ops::Desk&>())) {
  return runThrough(m_desk, std::forward<Operation>(operation));
}

template <class Operation>
auto Session::runOnAnnotations(Operation&& operation)
    -> decltype(operation(std::declval<ops::AnnotationOperations&>())) {
  return runThroughOptional(m_annotations, "annotations", std::forward<Operation>(operation));
}

template <class Operation>
auto Session::runOnBoards(Operation&& operation)
    -> decltype(operation(std::declval<ops::BoardOperations&>())) {
  return runThroughOptional(m_boards, "boards", std::forward<Operation>(operation));
}

template <class Operation>
auto Session::runOnImages(Operation&& operation)
    -> decltype(operation(std::declval<ops::ImageOperations&>())) {
  return runThroughOptional(m_images, "images", std::forward<Operation>(operation));
}

template <class Operation>
auto Session::runOnBookmarks(Operation&& operation)
    -> decltype(operation(std::declval<ops::BookmarkOperations&>())) {
  return runThroughOptional(m_bookmarks, "bookmarks", std::forward<Operation>(operation));
}

template <class Operation>
auto Session::runOnUpdates(Operation&& operation)
    -> decltype(operation(std::declval<ops::UpdateOperations&>())) {
  return runThroughOptional(m_updates, "updates", std::forward<Operation>(operation));
}

template <class Door, class Operation>
auto Session::runThroughOptional(Door* door, const char* name, Operation&& operation)
    -> decltype(operation(*door)) {
  if (door)
    return runThrough(*door, std::forward<Operation>(operation));
  const Error error{ErrorKind::Internal, name, "the session has none"};
  Q_EMIT failed(error);
  return tl::unexpected<Error>(error);
}

template <class Operation>
auto Session::runOnMocks(Operation&& operation)
    -> decltype(operation(std::declval<ops::MockOperations&>())) {
  if (m_mocks)
    return runThrough(*m_mocks, std::forward<Operation>(operation));
  const Error error{ErrorKind::Internal, "mocks", "the session has none"};
  Q_EMIT failed(error);
  return tl::unexpected<Error>(error);
}

template <class Door, class Operation>
auto Session::runThrough(Door& door, Operation&& operation) -> decltype(operation(door)) {
  dropOldPrompts();
  try {
    auto result = operation(door);
    if (result)
      report(*result);
    else
      Q_EMIT failed(result.error());
    return result;
  } catch (const std::exception& exception) {
    const Error error{ErrorKind::Internal, "operation", exception.what()};
    Q_EMIT failed(error);
    return tl::unexpected<Error>(error);
  }
}

template <class T>
std::optional<T> Session::read(Result<T> result) {
  if (result)
    return std::move(*result);
  Q_EMIT failed(result.error());
  return std::nullopt;
}

}  // namespace phaseboard::ui
