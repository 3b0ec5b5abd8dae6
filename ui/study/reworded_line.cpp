// SPDX-License-Identifier: Apache-2.0
#include "ui/study/reworded_line.h"

#include <algorithm>

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/study/reword_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

/// The originals of the fields that were reworded.
QWidget* makeOriginals(const Session& session, const std::vector<ops::RewordableText>& originals) {
  auto* box = new QWidget;
  box->setObjectName(u"originalWords"_s);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(12, 0, 0, 0);
  column->setSpacing(4);
  for (const ops::RewordableText& original : originals) {
    column->addWidget(new Label(fieldText(original.field), TextRole::Overline, Tone::Muted));
    auto* text = new TextBlock(session.formulas());
    text->setRole(TextRole::Small);
    text->setTone(Tone::Muted);
    text->setMarkdown(toQt(original.text));
    column->addWidget(text);
  }
  return box;
}

}  // namespace

QWidget* makeRewordedLine(Session& session, const std::string& target) {
  const auto words = session.wordings().of(target);
  if (words.empty())
    return nullptr;
  auto originals = session.read(ops::rewordableTexts(session.pack(), target))
                       .value_or(std::vector<ops::RewordableText>());
  bool isOutdated = false;
  std::erase_if(originals, [&](const ops::RewordableText& original) {
    const auto mine = std::find_if(words.begin(), words.end(), [&](const ports::Override* one) {
      return one->field == original.field;
    });
    if (mine == words.end())
      return true;
    isOutdated = isOutdated || (!(*mine)->original.empty() && (*mine)->original != original.text);
    return false;
  });
  auto* line = new QWidget;
  line->setObjectName(u"rewordedLine"_s);
  auto* column = new QVBoxLayout(line);
  column->setContentsMargins(0, 4, 0, 0);
  column->setSpacing(4);
  auto* row = new FlowLayout(kGrid);
  auto* chip = new Chip(
      isOutdated ? QObject::tr("Your words; the original changed") : QObject::tr("Your words"),
      isOutdated ? style::Role::Policy : style::Role::Note);
  chip->setGlyph(Glyph::Pencil);
  row->addWidget(chip);
  auto* see = makeButton(QObject::tr("See original"), ButtonKind::Quiet, line);
  see->setObjectName(u"seeOriginal"_s);
  see->setCheckable(true);
  row->addWidget(see);
  auto* change = makeButton(QObject::tr("Reword…"), ButtonKind::Quiet, line);
  QObject::connect(
      change, &QPushButton::clicked, line,
      [&session, target, line] { rewordTarget(session, target, line->window()); },
      Qt::QueuedConnection);
  row->addWidget(change);
  column->addLayout(row);
  QWidget* shipped = makeOriginals(session, originals);
  shipped->hide();
  column->addWidget(shipped);
  QObject::connect(see, &QPushButton::toggled, shipped, [see, shipped](bool shown) {
    shipped->setVisible(shown);
    see->setText(shown ? QObject::tr("Hide original") : QObject::tr("See original"));
  });
  return line;
}

}  // namespace phaseboard::ui
