// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/annotation_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/bridge/text.h"
#include "ui/models/plain_text.h"

namespace phaseboard::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Annotations", text);
}

}  // namespace

style::Pen penOf(annotations::Colour colour) {
  switch (colour) {
    case annotations::Colour::Yellow:
      return style::Pen::Yellow;
    case annotations::Colour::Green:
      return style::Pen::Green;
    case annotations::Colour::Blue:
      return style::Pen::Blue;
    case annotations::Colour::Pink:
      return style::Pen::Pink;
    case annotations::Colour::Violet:
      return style::Pen::Violet;
  }
  return style::Pen::Yellow;
}

QString colourText(annotations::Colour colour) {
  switch (colour) {
    case annotations::Colour::Yellow:
      return tr("Yellow");
    case annotations::Colour::Green:
      return tr("Green");
    case annotations::Colour::Blue:
      return tr("Blue");
    case annotations::Colour::Pink:
      return tr("Pink");
    case annotations::Colour::Violet:
      return tr("Violet");
  }
  return {};
}

QString standingText(annotations::Standing standing) {
  switch (standing) {
    case annotations::Standing::Exact:
      return {};
    case annotations::Standing::Reworded:
      return tr("The words have changed since");
    case annotations::Standing::WordsGone:
      return tr("The marked words are gone; what they stood in is still here");
    case annotations::Standing::Unplaced:
      return tr("Its place is gone");
  }
  return {};
}

QString targetKindText(annotations::TargetKind kind) {
  switch (kind) {
    case annotations::TargetKind::Part:
      return tr("Part");
    case annotations::TargetKind::KeyPoint:
      return tr("Key point");
    case annotations::TargetKind::Item:
      return tr("Item");
    case annotations::TargetKind::Note:
      return tr("Note");
    case annotations::TargetKind::Opening:
      return tr("Opening");
  }
  return {};
}

QString subjectText(const ops::PlacedAnnotation& annotation) {
  const std::string& quote = annotation.annotation.anchor.quote;
  return quote.empty() ? toQt(annotation.title) : u'“' + toQt(quote).simplified() + u'”';
}

QString annotationText(const ops::PlacedAnnotation& annotation) {
  const annotations::Content& content = annotation.annotation.content;
  QStringList words;
  if (!content.note.empty())
    words.push_back(plainText(toQt(content.note)));
  if (content.colour)
    words.push_back(tr("%1 highlight").arg(colourText(*content.colour)));
  if (content.isStarred)
    words.push_back(tr("starred"));
  for (const std::string& tag : content.tags)
    words.push_back(u'#' + toQt(tag));
  return words.join(QStringLiteral(" · "));
}

Place placeOf(const ops::PlacedAnnotation& annotation) {
  Place place;
  place.screen = ScreenName::Study;
  place.question = annotation.question;
  place.phase = annotation.phase;
  const std::string& id = annotation.target.value();
  const auto first = id.find('/');
  const auto last = id.rfind('/');
  if (id.find('#') != std::string::npos || first == std::string::npos)
    return place;
  if (first == last) {
    place.item = ItemId(id);
  } else {
    place.diagram = DiagramId(id.substr(0, last));
    place.part = PartId(id.substr(last + 1));
  }
  return place;
}

}  // namespace phaseboard::ui
