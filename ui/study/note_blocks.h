// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QUrl>
#include <QWidget>

#include "app/content/model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/rich_document.h"

class QVBoxLayout;

namespace phaseboard::ui {

class TextBlock;

/// What the blocks of a note tell the page that holds them.
class NoteSignals : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

 Q_SIGNALS:
  void linkActivated(const QUrl& target);
  /// The pointer is over something that speaks of these parts; empty: no longer.
  void partsHinted(const std::vector<phaseboard::TargetId>& parts);
  void partsChosen(const std::vector<phaseboard::TargetId>& parts);
};

/// The object name of a block that holds an item ("item:q/name"), or a note or an opening as a
/// whole ("note:q#phase", "note:q"); by it the block is found and annotated.
[[nodiscard]] QString blockName(const TargetId& target);
/// What a block holds, by its name.
[[nodiscard]] std::optional<TargetId> targetOfBlock(const QObject* block);

/// What every block needs to be made.
struct BlockContext {
  FormulaSource formulas;
  NoteSignals* tell;
  std::function<QString(const ConceptId&)> conceptTitle;
};

[[nodiscard]] QString levelText(content::Level level);
[[nodiscard]] style::Role levelRole(content::Level level);

/// Typeset Markdown whose links are told to the page.
[[nodiscard]] TextBlock* makeText(const BlockContext& context, const QString& markdown,
                                  TextRole role = TextRole::Body);

/// A section's name, with how many there are.
[[nodiscard]] QWidget* makeSectionTitle(Glyph glyph, const QString& title, int count);

/// A piece of a handbook, whole.
[[nodiscard]] QWidget* makeChapterCard(const BlockContext& context,
                                       const content::Chapter& chapter);
[[nodiscard]] QWidget* makeKeyPointCard(const BlockContext& context, const content::KeyPoint& point,
                                        int number);
[[nodiscard]] QWidget* makeTradeOffCard(const BlockContext& context,
                                        const content::TradeOff& tradeOff);
[[nodiscard]] QWidget* makeNumberRow(const BlockContext& context, const content::Number& number);
[[nodiscard]] QWidget* makePitfallCard(const BlockContext& context,
                                       const content::Pitfall& pitfall);

/// The question; its answer unfolds on click.
[[nodiscard]] QWidget* makeFollowUpCard(const BlockContext& context,
                                        const content::FollowUp& followUp);
[[nodiscard]] QWidget* makeSourceRow(const content::Source& source);

/// One line of the clarification dialogue: the candidate asks, the interviewer answers.
[[nodiscard]] QWidget* makeDialogueCard(const BlockContext& context,
                                        const content::DialogueLine& line);

/// A list of sentences with a mark before each.
[[nodiscard]] QWidget* makeBulletCard(const BlockContext& context, const QString& title,
                                      Glyph glyph, style::Role role,
                                      const std::vector<std::string>& lines);

}  // namespace phaseboard::ui
