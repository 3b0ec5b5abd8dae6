// SPDX-License-Identifier: Apache-2.0
#include "ui/study/answer_editor.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QStringDecoder>
#include <QTextBlock>
#include <QUrl>

#include "app/answers/target.h"
#include "ui/bridge/text.h"
#include "ui/study/markdown_edits.h"
#include "ui/study/markdown_highlighter.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMostDropped = 20;
constexpr qint64 kMostTextBytes = 100'000;

QString suffixOf(const QUrl& url) {
  return QFileInfo(url.toLocalFile()).suffix().toLower();
}

bool isTextFile(const QUrl& url) {
  const QString suffix = suffixOf(url);
  return suffix == "md"_L1 || suffix == "markdown"_L1 || suffix == "txt"_L1;
}

/// The text of a file, or nothing when it is none or too long.
std::optional<QString> textOf(const QUrl& url) {
  QFile file(url.toLocalFile());
  if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
    return std::nullopt;
  const QByteArray bytes = file.read(kMostTextBytes + 1);
  QStringDecoder decoder(QStringDecoder::Utf8);
  const QString text = decoder(bytes);
  const bool isText = !decoder.hasError() && !text.contains(QChar::Null);
  return isText && bytes.size() <= kMostTextBytes ? std::optional(text) : std::nullopt;
}

}  // namespace

AnswerEditor::AnswerEditor(QWidget* parent)
    : QPlainTextEdit(parent), m_highlighter(new MarkdownHighlighter(document())) {
  setObjectName(u"answerEditor"_s);
  setAccessibleName(tr("My answer"));
  setAccessibleDescription(
      tr("Tab moves the items of a list; Escape and then Tab leaves the field."));
  setPlaceholderText(
      tr("Write what you would say in this phase.\n\nMarkdown works: # headings, - lists, "
         "**strong**, $formulas$."));
  setTabChangesFocus(true);
  document()->setDocumentMargin(6);
  dress();
}

int AnswerEditor::wordCount() const {
  return answers::lengthInWords(fromQt(toPlainText()));
}

void AnswerEditor::setReferences(ReferenceCompleter::Source source) {
  delete m_completer;
  m_completer = new ReferenceCompleter(this, std::move(source));
  setPlaceholderText(
      tr("Write what you would say in this phase.\n\nMarkdown works: # headings, - lists, "
         "**strong**, $formulas$. Type @ to refer to a part, a concept, a phase or a key point."));
}

QString AnswerEditor::nameOf(Format format) {
  switch (format) {
    case Format::Bold:
      return tr("Bold");
    case Format::Italic:
      return tr("Italic");
    case Format::Heading:
      return tr("Heading");
    case Format::Bullets:
      return tr("Bulleted list");
    case Format::Numbers:
      return tr("Numbered list");
    case Format::Table:
      return tr("Table");
    case Format::Code:
      return tr("Code");
    case Format::Formula:
      return tr("Formula");
    case Format::Reference:
      return tr("Refer to a part, concept, phase or key point");
    case Format::Picture:
      return tr("Picture…");
  }
  return {};
}

QKeySequence AnswerEditor::keyOf(Format format) {
  switch (format) {
    case Format::Bold:
      return QKeySequence(Qt::CTRL | Qt::Key_B);
    case Format::Italic:
      return QKeySequence(Qt::CTRL | Qt::Key_I);
    case Format::Heading:
      return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H);
    case Format::Bullets:
      return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L);
    case Format::Numbers:
      return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N);
    case Format::Table:
      return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_G);
    case Format::Code:
      return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C);
    case Format::Formula:
      return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F);
    case Format::Reference:
      return QKeySequence(Qt::CTRL | Qt::Key_Space);
    case Format::Picture:
      return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P);
  }
  return {};
}

bool AnswerEditor::offers(Format format) const {
  if (format == Format::Reference)
    return m_completer != nullptr;
  return format != Format::Picture || m_takePicture;
}

template <class Edit>
auto AnswerEditor::edit(Edit&& change) {
  QTextCursor cursor = textCursor();
  if constexpr (std::is_void_v<decltype(change(cursor))>) {
    change(cursor);
    setTextCursor(cursor);
    ensureCursorVisible();
  } else {
    const bool isDone = change(cursor);
    if (isDone) {
      setTextCursor(cursor);
      ensureCursorVisible();
    }
    return isDone;
  }
}

void AnswerEditor::insertParagraph(const QString& line) {
  edit([&](QTextCursor& cursor) {
    const auto isBlank = [](const QTextBlock& block) { return block.text().trimmed().isEmpty(); };
    const QTextBlock block = cursor.block();
    QString before;
    if (!isBlank(block))
      before = u"\n\n"_s;
    else if (block.previous().isValid() && !isBlank(block.previous()))
      before = u"\n"_s;
    cursor.insertText(before + line + u'\n');
  });
}

void AnswerEditor::apply(Format format) {
  if (!offers(format))
    return;
  switch (format) {
    case Format::Bold:
      return edit([](QTextCursor& cursor) { toggleMark(cursor, u"**"_s); });
    case Format::Italic:
      return edit([](QTextCursor& cursor) { toggleMark(cursor, u"*"_s); });
    case Format::Heading:
      return edit(cycleHeading);
    case Format::Bullets:
      return edit([](QTextCursor& cursor) { toggleList(cursor, ListKind::Bullets); });
    case Format::Numbers:
      return edit([](QTextCursor& cursor) { toggleList(cursor, ListKind::Numbers); });
    case Format::Table:
      return edit(insertTable);
    case Format::Code:
      return edit(insertCode);
    case Format::Formula:
      return edit(insertFormula);
    case Format::Reference:
      return m_completer->begin();
    case Format::Picture:
      return choosePicture();
  }
}

void AnswerEditor::keyPressEvent(QKeyEvent* event) {
  if (m_completer && m_completer->takeKey(event))
    return;
  m_tabLeaves = event->key() == Qt::Key_Escape;
  const QKeySequence key(event->keyCombination());
  for (const Format format : kFormats)
    if (offers(format) && key == keyOf(format))
      return apply(format);
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers() == Qt::NoModifier && edit(continueList))
    return;
  QPlainTextEdit::keyPressEvent(event);
}

bool AnswerEditor::focusNextPrevChild(bool next) {
  if (m_completer && m_completer->isOpen()) {
    const QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
    return m_completer->takeKey(&tab);
  }
  // Who walks by keys must get out of a list, too.
  const bool leaves = std::exchange(m_tabLeaves, false);
  return (!leaves && edit([next](QTextCursor& cursor) { return indentLines(cursor, !next); })) ||
         QPlainTextEdit::focusNextPrevChild(next);
}

void AnswerEditor::focusOutEvent(QFocusEvent* event) {
  QPlainTextEdit::focusOutEvent(event);
  if (event->reason() != Qt::PopupFocusReason)
    Q_EMIT focusLeft();
}

void AnswerEditor::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (isLookChange(*event))
    dress();
}

void AnswerEditor::dress() {
  m_highlighter->setColours(coloursOf(this));
}

QVariant AnswerEditor::loadResource(int, const QUrl&) {
  return {};
}

bool AnswerEditor::canInsertFromMimeData(const QMimeData* source) const {
  if (m_takePicture && (source->hasImage() || source->hasUrls()))
    return true;
  return QPlainTextEdit::canInsertFromMimeData(source);
}

void AnswerEditor::insertFromMimeData(const QMimeData* source) {
  if (!m_takePicture || (!takeFiles(source->urls()) && !takePicture(*source)))
    QPlainTextEdit::insertFromMimeData(source);
}

bool AnswerEditor::takeFiles(const QList<QUrl>& urls) {
  const auto isFile = [](const QUrl& url) { return url.isLocalFile(); };
  if (urls.isEmpty() || !std::all_of(urls.begin(), urls.end(), isFile))
    return false;  // the address of a page is text
  for (const QUrl& url : urls.first(std::min(urls.size(), kMostDropped))) {
    if (!isTextFile(url))
      m_takePicture(takeImageFile(url.toLocalFile()));
    else if (const auto text = textOf(url))
      textCursor().insertText(*text);
    else
      m_takePicture({std::nullopt, tr("%1 cannot be read as text of at most 100 KB.")
                                       .arg(QFileInfo(url.toLocalFile()).fileName())});
  }
  if (urls.size() > kMostDropped)
    m_takePicture(
        {std::nullopt, tr("Of the files only the first %1 were taken.").arg(kMostDropped)});
  return true;
}

bool AnswerEditor::takePicture(const QMimeData& source) {
  if (!source.text().isEmpty())  // a copied table is text and a picture of it: the text is meant
    return false;
  for (const QString& type : {u"image/png"_s, u"image/jpeg"_s})
    if (source.hasFormat(type)) {
      m_takePicture(takeImage(source.data(type)));
      return true;
    }
  if (!source.hasImage())
    return false;
  m_takePicture(takeImage(source.imageData().value<QImage>()));
  return true;
}

void AnswerEditor::choosePicture() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Put a picture into the answer"), {},
                                                    tr("Pictures (*.png *.jpg *.jpeg)"));
  if (!file.isEmpty())
    m_takePicture(takeImageFile(file));
}

}  // namespace phaseboard::ui
