// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/note_marks.h"

#include <algorithm>
#include <map>

#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/annotations/annotation_dialog.h"
#include "ui/annotations/annotation_section.h"
#include "ui/annotations/annotation_words.h"
#include "ui/bridge/text.h"
#include "ui/study/note_blocks.h"
#include "ui/study/note_view.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

/// What a block says, character for character; formulas are spaces, as no pack's text has them.
std::string wordsIn(const TextBlock* text) {
  return fromQt(text->plainText().replace(QChar(u'□'), QChar(u' ')));
}

int characters(const std::string& text, std::size_t bytes) {
  return static_cast<int>(toQt(std::string_view(text).substr(0, bytes)).size());
}

/// The texts in a block of a note, but not those of annotations that stand in it.
std::vector<TextBlock*> textsIn(QWidget* block) {
  std::vector<TextBlock*> texts;
  if (auto* text = qobject_cast<TextBlock*>(block))
    texts.push_back(text);
  for (auto* text : block->findChildren<TextBlock*>()) {
    const QWidget* above = text;
    while (above != block && qobject_cast<const AnnotationSection*>(above) == nullptr)
      above = above->parentWidget();
    if (above == block)
      texts.push_back(text);
  }
  return texts;
}

/// The text that has most of a passage, and where.
struct FoundMark {
  TextBlock* text = nullptr;
  int from = 0;
  int to = 0;
  double likeness = 0;
};

FoundMark findMark(const std::vector<TextBlock*>& texts, const annotations::Anchor& anchor) {
  FoundMark best;
  for (TextBlock* text : texts) {
    const std::string words = wordsIn(text);
    const auto place = annotations::placeIn(words, anchor);
    if (place && place->likeness > best.likeness)
      best = {text, characters(words, place->from), characters(words, place->to), place->likeness};
  }
  return best;
}

}  // namespace

NoteMarks::NoteMarks(Session& session, NoteView* view)
    : QObject(view), m_session(session), m_view(view) {
  connect(view, &PageView::blockMade, this, &NoteMarks::dress);
  connect(&session, &Session::changed, this, [this](const ops::Changes& changes) {
    if (changes.touches(ops::Aspect::Annotations))
      refresh();
  });
  view->installEventFilter(this);
}

bool NoteMarks::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    refresh();  // the pens have other colours in another theme
  return QObject::eventFilter(watched, event);
}

void NoteMarks::dress(QWidget* block) {
  const auto target = targetOfBlock(block);
  if (!target || m_session.annotations() == nullptr)
    return;
  for (TextBlock* text : textsIn(block))
    listen(text, *target);
  auto* card = qobject_cast<Card*>(block);
  QWidget* page = block->parentWidget();
  const bool isFirst = page->findChild<QWidget*>(block->objectName()) == block;
  if (isFirst) {
    auto* section = new AnnotationSection(m_session, *target, AnnotationSection::Form::Strip);
    if (card)
      card->column()->addWidget(section);
    else if (auto* column = qobject_cast<QVBoxLayout*>(page->layout()))
      column->insertWidget(column->indexOf(block) + 1, section);
  }
  if (card)  // its body may have been unfolded, with texts that are new
    connect(card, &Card::activated, this, [this, card, id = *target] {
      for (TextBlock* text : textsIn(card))
        listen(text, id);
      markAll(id);
    });
  markAll(*target);
}

void NoteMarks::listen(TextBlock* text, const TargetId& target) {
  if (text->property("isAnnotatable").toBool())
    return;
  text->setProperty("isAnnotatable", true);
  connect(text, &TextBlock::menuOpening, this,
          [this, text, target](QMenu* menu) { fillMenu(text, target, menu); });
  connect(text, &TextBlock::markActivated, this, [this](const QString& key) {
    changeAnnotation(m_session, annotations::AnnotationId{fromQt(key)}, m_view->window());
  });
}

std::vector<TextBlock*> NoteMarks::textsOf(const TargetId& target) const {
  std::vector<TextBlock*> texts;
  if (!m_view->page())
    return texts;
  for (auto* block : m_view->page()->findChildren<QWidget*>(blockName(target))) {
    const std::vector<TextBlock*> here = textsIn(block);
    texts.insert(texts.end(), here.begin(), here.end());
  }
  return texts;
}

void NoteMarks::refresh() {
  std::map<TargetId, bool> targets;
  if (m_view->page())
    for (auto* block : m_view->page()->findChildren<QWidget*>())
      if (const auto target = targetOfBlock(block))
        targets[*target] = true;
  for (const auto& [target, known] : targets)
    markAll(target);
}

void NoteMarks::markAll(const TargetId& target) {
  const auto* placed = m_session.annotations();
  const std::vector<TextBlock*> texts = textsOf(target);
  std::map<TextBlock*, std::vector<TextMark>> marks;
  for (const auto* one : placed->at(target)) {
    const annotations::Content& content = one->annotation.content;
    FoundMark found;
    if (one->annotation.anchor.isPassage())
      found = findMark(texts, one->annotation.anchor);
    else if (content.colour && !texts.empty())
      found = {texts.front(), 0, static_cast<int>(texts.front()->plainText().size()), 1};
    if (!found.text)
      continue;
    TextMark mark;
    mark.from = found.from;
    mark.to = found.to;
    if (content.colour)
      mark.colour = style::colours(themeOf(m_view), penOf(*content.colour)).paper;
    mark.isUnderlined = !content.colour || !content.note.empty();
    mark.key = toQt(one->annotation.id.value());
    mark.toolTip = annotationText(*one);
    marks[found.text].push_back(std::move(mark));
  }
  for (TextBlock* text : texts)
    text->setMarks(marks[text]);
}

std::optional<annotations::Anchor> NoteMarks::passageIn(const TextBlock* text,
                                                        const TargetId& target) const {
  const auto* placed = m_session.annotations();
  const auto* known = placed ? placed->text(target) : nullptr;
  const auto [from, to] = text->selection();
  if (!known || from == to)
    return std::nullopt;
  const QString words = text->plainText().replace(QChar(u'□'), QChar(u' '));
  const auto bytes = [&words](int position) { return fromQt(words.left(position)).size(); };
  annotations::Anchor anchor = annotations::anchorTo(*known, fromQt(words), bytes(from), bytes(to));
  return anchor.isPassage() ? std::optional(std::move(anchor)) : std::nullopt;
}

std::optional<annotations::Anchor> NoteMarks::selectedPassage() const {
  if (!m_view->page())
    return std::nullopt;
  std::optional<annotations::Anchor> first;
  for (auto* block : m_view->page()->findChildren<QWidget*>())
    if (const auto target = targetOfBlock(block))
      for (const TextBlock* text : textsIn(block))
        if (auto anchor = passageIn(text, *target)) {
          if (text->hasFocus())  // what was selected last
            return anchor;
          if (!first)
            first = std::move(anchor);
        }
  return first;
}

bool NoteMarks::highlightSelection(std::optional<annotations::Colour> colour) {
  const auto anchor = selectedPassage();
  if (!anchor)
    return false;
  m_pen = colour.value_or(m_pen);
  annotations::Content content;
  content.colour = m_pen;
  return m_session
      .runOnAnnotations([&](ops::AnnotationOperations& annotations) {
        return annotations.annotate(*anchor, content);
      })
      .has_value();
}

void NoteMarks::fillMenu(TextBlock* text, const TargetId& target, QMenu* menu) {
  menu->addSeparator();
  const auto passage = passageIn(text, target);
  QMenu* pens = menu->addMenu(tr("Highlight"));
  pens->setEnabled(passage.has_value());
  for (const annotations::Colour colour : annotations::kColours)
    pens->addAction(colourText(colour), this, [this, colour] { highlightSelection(colour); });
  const auto* known = m_session.annotations()->text(target);
  QAction* note = menu->addAction(passage ? tr("Note on the selection…") : tr("Note on this…"));
  note->setEnabled(known != nullptr);
  connect(note, &QAction::triggered, this, [this, passage, known] {
    annotations::Content first;
    if (passage)
      first.colour = m_pen;
    writeAnnotation(m_session, passage ? *passage : annotations::anchorTo(*known), first,
                    m_view->window());
  });
}

}  // namespace phaseboard::ui
