// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>

#include <QKeySequence>
#include <QPlainTextEdit>

#include "ui/bridge/image_codec.h"
#include "ui/study/reference_completer.h"

namespace phaseboard::ui {

class MarkdownHighlighter;

/// What can be done to the Markdown of an answer by a key or a button.
enum class Format {
  Bold,
  Italic,
  Heading,
  Bullets,
  Numbers,
  Table,
  Code,
  Formula,
  Reference,
  Picture,
};
inline constexpr std::array kFormats{
    Format::Bold,  Format::Italic, Format::Heading, Format::Bullets,   Format::Numbers,
    Format::Table, Format::Code,   Format::Formula, Format::Reference, Format::Picture};

/// The place to type Markdown. Undo belongs to the text while it has the focus. Enter goes on with
/// a list; Tab and Shift+Tab move its items in and out, and leave the field elsewhere, or after
/// Escape. Pastes plain text, and pictures where somebody takes them.
class AnswerEditor : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit AnswerEditor(QWidget* parent = nullptr);

  /// Words that are read: links count by their labels, images not at all.
  [[nodiscard]] int wordCount() const;

  /// Where '@' finds what it completes; without one it is a sign like others.
  void setReferences(ReferenceCompleter::Source source);

  /// Who takes pictures that are pasted, dropped or chosen, already read and checked; without
  /// anybody only text can be pasted.
  using PictureTaker = std::function<void(const TakenImage&)>;
  void setPictureTaker(PictureTaker taker) { m_takePicture = std::move(taker); }

  [[nodiscard]] static QString nameOf(Format format);
  [[nodiscard]] static QKeySequence keyOf(Format format);
  /// Puts a line of its own at the cursor, apart from what stands above: a table or a list would
  /// take it for one of its lines.
  void insertParagraph(const QString& line);
  /// Whether it can be done here.
  [[nodiscard]] bool offers(Format format) const;
  void apply(Format format);

 Q_SIGNALS:
  void focusLeft();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  QVariant loadResource(int type, const QUrl& name) override;
  [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;

 private:
  /// Does `edit` to the text at the cursor.
  template <class Edit>
  auto edit(Edit&& change);
  /// Takes files that were dropped or pasted: pictures, and text as it stands in them. Says what
  /// cannot be taken. False when there are none.
  bool takeFiles(const QList<QUrl>& urls);
  bool takePicture(const QMimeData& source);
  void choosePicture();
  void dress();

  MarkdownHighlighter* m_highlighter;
  ReferenceCompleter* m_completer = nullptr;
  PictureTaker m_takePicture;
  bool m_tabLeaves = false;  ///< Escape was the last key
};

}  // namespace phaseboard::ui
