// SPDX-License-Identifier: Apache-2.0
#include "ui/study/note_blocks.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/study/fold_card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/glyph_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

QString tr(const char* text) {
  return NoteSignals::tr(text);
}

/// "**Why.** ..." on one piece of text; nothing when there is nothing to say.
void addRunIn(QVBoxLayout* column, const BlockContext& context, const QString& word,
              const std::string& text) {
  if (text.empty())
    return;
  TextBlock* block = makeText(context, QStringLiteral("**%1.** %2").arg(word, toQt(text).trimmed()),
                              TextRole::Small);
  block->setTone(Tone::Muted);
  column->addWidget(block);
}

QWidget* makeChips(const BlockContext& context, const std::vector<ConceptId>& concepts) {
  auto* row = new QWidget;
  auto* flow = new FlowLayout(6, row);
  for (const ConceptId& id : concepts) {
    auto* chip = new Chip(context.conceptTitle(id), style::Role::Data);
    chip->setInteractive(true);
    QObject::connect(chip, &Chip::clicked, context.tell, [tell = context.tell, id] {
      Q_EMIT tell->linkActivated(QUrl(QStringLiteral("concept:") + toQt(id.value())));
    });
    flow->addWidget(chip);
  }
  return row;
}

QHBoxLayout* makeTagRow(const QString& left, content::Level level) {
  auto* row = new QHBoxLayout;
  row->setSpacing(kGrid);
  row->addWidget(new Label(left, TextRole::Overline, Tone::Muted));
  row->addStretch(1);
  row->addWidget(new Chip(levelText(level), levelRole(level)));
  return row;
}

}  // namespace

QString blockName(const TargetId& target) {
  const bool isItem = target.value().find('/') != std::string::npos;
  return (isItem ? QStringLiteral("item:") : QStringLiteral("note:")) + toQt(target.value());
}

std::optional<TargetId> targetOfBlock(const QObject* block) {
  const QString name = block->objectName();
  if (!name.startsWith(QLatin1String("item:")) && !name.startsWith(QLatin1String("note:")))
    return std::nullopt;
  return TargetId{fromQt(name.mid(5))};
}

QString levelText(content::Level level) {
  switch (level) {
    case content::Level::Mid:
      return tr("Mid");
    case content::Level::Senior:
      return tr("Senior");
    case content::Level::Staff:
      return tr("Staff");
  }
  return {};
}

style::Role levelRole(content::Level level) {
  switch (level) {
    case content::Level::Mid:
      return style::Role::Metric;
    case content::Level::Senior:
      return style::Role::Service;
    case content::Level::Staff:
      return style::Role::Model;
  }
  return style::Role::Data;
}

TextBlock* makeText(const BlockContext& context, const QString& markdown, TextRole role) {
  auto* block = new TextBlock(context.formulas);
  block->setRole(role);
  block->setMarkdown(markdown);
  QObject::connect(block, &TextBlock::linkActivated, context.tell, &NoteSignals::linkActivated);
  return block;
}

QWidget* makeSectionTitle(Glyph glyph, const QString& title, int count) {
  auto* line = new QWidget;
  line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 2 * kGrid, 0, 0);
  row->setSpacing(kGrid);
  row->addWidget(new GlyphLabel(glyph, Tone::Accent, 18));
  row->addWidget(new Label(title, TextRole::Heading));
  if (count > 0)
    row->addWidget(new Label(QString::number(count), TextRole::Small, Tone::Muted));
  row->addStretch(1);
  return line;
}

QWidget* makeChapterCard(const BlockContext& context, const content::Chapter& chapter) {
  auto* card = new Card;
  card->setObjectName(QStringLiteral("item:") + toQt(chapter.id.value()));
  auto* title = new Label(toQt(chapter.title), TextRole::Heading);
  title->setWordWrap(true);
  card->column()->addWidget(title);
  card->column()->addWidget(makeText(context, toQt(chapter.text)));
  if (!chapter.concepts.empty())
    card->column()->addWidget(makeChips(context, chapter.concepts));
  return card;
}

QWidget* makeKeyPointCard(const BlockContext& context, const content::KeyPoint& point, int number) {
  auto* card = new Card;
  card->setObjectName(QStringLiteral("item:") + toQt(point.id.value()));
  card->column()->addLayout(makeTagRow(tr("KEY POINT %1").arg(number), point.level));
  card->column()->addWidget(makeText(context, toQt(point.statement), TextRole::Strong));
  addRunIn(card->column(), context, tr("Why"), point.why);
  addRunIn(card->column(), context, tr("Alternative"), point.alternative);
  if (!point.concepts.empty())
    card->column()->addWidget(makeChips(context, point.concepts));
  if (!point.parts.empty()) {
    card->setInteractive(true);
    card->setToolTip(tr("Click to show its parts in the figure"));
    QObject::connect(card, &Card::hovered, context.tell,
                     [tell = context.tell, parts = point.parts](bool over) {
                       Q_EMIT tell->partsHinted(over ? parts : std::vector<TargetId>());
                     });
    QObject::connect(
        card, &Card::activated, context.tell,
        [tell = context.tell, parts = point.parts] { Q_EMIT tell->partsChosen(parts); });
  }
  return card;
}

QWidget* makeTradeOffCard(const BlockContext& context, const content::TradeOff& tradeOff) {
  auto* card = new Card;
  card->setObjectName(QStringLiteral("item:") + toQt(tradeOff.id.value()));
  card->column()->addWidget(makeText(context, toQt(tradeOff.choice), TextRole::Strong));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(2 * kGrid);
  grid->setVerticalSpacing(10);
  grid->setColumnStretch(0, 3);
  grid->setColumnStretch(1, 4);
  grid->setColumnStretch(2, 4);
  const QStringList heads{tr("OPTION"), tr("BUYS"), tr("COSTS")};
  for (int column = 0; column < 3; ++column)
    grid->addWidget(new Label(heads[column], TextRole::Overline, Tone::Muted), 0, column);
  int row = 1;
  for (const content::TradeOffOption& option : tradeOff.options) {
    grid->addWidget(new Rule, row++, 0, 1, 3);
    TextBlock* name =
        makeText(context, QStringLiteral("**%1**").arg(toQt(option.option)), TextRole::Small);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(makeText(context, toQt(option.buys), TextRole::Small), row, 1, Qt::AlignTop);
    grid->addWidget(makeText(context, toQt(option.costs), TextRole::Small), row, 2, Qt::AlignTop);
    ++row;
  }
  card->column()->addLayout(grid);
  auto* decision = new Card;
  decision->setRole(style::Role::Service);
  decision->column()->setContentsMargins(12, 8, 12, 10);
  decision->column()->addWidget(
      makeText(context, QStringLiteral("**%1** %2").arg(tr("Decides."), toQt(tradeOff.decides)),
               TextRole::Small));
  card->column()->addWidget(decision);
  return card;
}

QWidget* makeNumberRow(const BlockContext& context, const content::Number& number) {
  auto* card = new Card;
  card->setObjectName(QStringLiteral("item:") + toQt(number.id.value()));
  auto* row = new QHBoxLayout;
  row->setSpacing(2 * kGrid);
  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  words->addWidget(makeText(context, toQt(number.statement)));
  auto* expression = new Label(toQt(number.expression), TextRole::Mono, Tone::Muted);
  expression->setElided(true);
  words->addWidget(expression);
  if (!number.assumptions.empty()) {
    TextBlock* assumptions = makeText(context, toQt(number.assumptions), TextRole::Small);
    assumptions->setTone(Tone::Muted);
    words->addWidget(assumptions);
  }
  row->addLayout(words, 1);
  auto* value = new QVBoxLayout;
  value->setSpacing(0);
  value->addWidget(new Label(toQt(number.shown), TextRole::Title, Tone::Accent), 0, Qt::AlignRight);
  if (!number.unit.empty()) {
    auto* unit = new Label(toQt(number.unit), TextRole::Caption, Tone::Muted);
    unit->setWordWrap(true);
    unit->setAlignment(Qt::AlignRight | Qt::AlignTop);
    atTextSize(unit, [unit] { unit->setFixedWidth(scaled(96)); });
    value->addWidget(unit, 0, Qt::AlignRight);
  }
  value->addStretch(1);
  row->addLayout(value);
  card->column()->addLayout(row);
  return card;
}

QWidget* makePitfallCard(const BlockContext& context, const content::Pitfall& pitfall) {
  auto* card = new Card;
  card->setObjectName(QStringLiteral("item:") + toQt(pitfall.id.value()));
  card->setRole(style::Role::Policy);
  card->column()->addWidget(makeText(context, toQt(pitfall.statement), TextRole::Strong));
  addRunIn(card->column(), context, tr("How it happens"), pitfall.how);
  addRunIn(card->column(), context, tr("Fix"), pitfall.fix);
  return card;
}

QWidget* makeFollowUpCard(const BlockContext& context, const content::FollowUp& followUp) {
  auto* card = new FoldCard;
  card->setObjectName(QStringLiteral("item:") + toQt(followUp.id.value()));
  card->head()->addLayout(makeTagRow(tr("THE INTERVIEWER ASKS"), followUp.level));
  card->head()->addWidget(makeText(context, toQt(followUp.question), TextRole::Strong));
  card->setBody([context, answer = followUp.answer] { return makeText(context, toQt(answer)); });
  return card;
}

QWidget* makeSourceRow(const content::Source& source) {
  auto* row = new Label(QStringLiteral("%1 (%2). %3. %4.")
                            .arg(toQt(source.author))
                            .arg(source.year)
                            .arg(toQt(source.title), toQt(source.venue)),
                        TextRole::Small, Tone::Muted);
  row->setWordWrap(true);
  return row;
}

QWidget* makeDialogueCard(const BlockContext& context, const content::DialogueLine& line) {
  auto* card = new FoldCard;
  card->setObjectName(QStringLiteral("item:") + toQt(line.id.value()));
  card->head()->addWidget(new Label(tr("YOU ASK"), TextRole::Overline, Tone::Muted));
  card->head()->addWidget(makeText(context, toQt(line.ask), TextRole::Strong));
  card->setBody([context, line] {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(makeText(context, toQt(line.answer)));
    addRunIn(column, context, tr("What it decides"), line.why);
    return body;
  });
  return card;
}

QWidget* makeBulletCard(const BlockContext& context, const QString& title, Glyph glyph,
                        style::Role role, const std::vector<std::string>& lines) {
  auto* card = new Card;
  card->setRole(role);
  auto* head = new QHBoxLayout;
  head->setSpacing(kGrid);
  head->addWidget(new GlyphLabel(glyph, Tone::Muted, 16));
  head->addWidget(new Label(title, TextRole::Strong));
  head->addStretch(1);
  card->column()->addLayout(head);
  QStringList bullets;
  for (const std::string& line : lines)
    bullets.push_back(QStringLiteral("- ") + toQt(line).trimmed());
  card->column()->addWidget(makeText(context, bullets.join(u'\n'), TextRole::Body));
  return card;
}

}  // namespace phaseboard::ui
