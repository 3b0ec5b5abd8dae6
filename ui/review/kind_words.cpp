// SPDX-License-Identifier: Apache-2.0
#include "ui/review/kind_words.h"

#include <array>

#include <QCoreApplication>

namespace phaseboard::ui {
namespace {

using review::PromptKind;

struct KindWords {
  const char* title;
  const char* purpose;
};

// In the order of `review::PromptKind`.
constexpr std::array<KindWords, review::kPromptKinds.size()> kWords{{
    {QT_TRANSLATE_NOOP("KindWords", "Name the part"),
     QT_TRANSLATE_NOOP("KindWords", "One part of a figure is covered; say what it is.")},
    {QT_TRANSLATE_NOOP("KindWords", "Find the part"),
     QT_TRANSLATE_NOOP("KindWords", "All parts are covered; click the one that is named.")},
    {QT_TRANSLATE_NOOP("KindWords", "What flows here"),
     QT_TRANSLATE_NOOP("KindWords", "The label of a connection is covered; say what flows.")},
    {QT_TRANSLATE_NOOP("KindWords", "What is missing"),
     QT_TRANSLATE_NOOP("KindWords", "A part and its labels are covered; say what belongs there.")},
    {QT_TRANSLATE_NOOP("KindWords", "Next step"),
     QT_TRANSLATE_NOOP("KindWords", "Choose the part to which the flow goes on.")},
    {QT_TRANSLATE_NOOP("KindWords", "Why it is here"),
     QT_TRANSLATE_NOOP("KindWords", "Say what a part does and what breaks without it.")},
    {QT_TRANSLATE_NOOP("KindWords", "Which phase"),
     QT_TRANSLATE_NOOP("KindWords", "Choose the phase to which a part belongs.")},
    {QT_TRANSLATE_NOOP("KindWords", "Key points"),
     QT_TRANSLATE_NOOP("KindWords", "State all key points of a phase.")},
    {QT_TRANSLATE_NOOP("KindWords", "Key point"),
     QT_TRANSLATE_NOOP("KindWords", "Give the reason for one key point, and its alternative.")},
    {QT_TRANSLATE_NOOP("KindWords", "Trade-off"),
     QT_TRANSLATE_NOOP("KindWords", "Name the options, what each buys and costs.")},
    {QT_TRANSLATE_NOOP("KindWords", "Number"),
     QT_TRANSLATE_NOOP("KindWords", "Estimate a number from its assumptions.")},
    {QT_TRANSLATE_NOOP("KindWords", "Pitfall"),
     QT_TRANSLATE_NOOP("KindWords", "Say how a mistake happens and how it is fixed.")},
    {QT_TRANSLATE_NOOP("KindWords", "Follow-up"),
     QT_TRANSLATE_NOOP("KindWords", "Answer what an interviewer asks next.")},
    {QT_TRANSLATE_NOOP("KindWords", "Reasoning"),
     QT_TRANSLATE_NOOP("KindWords", "Questions that an author wrote.")},
    {QT_TRANSLATE_NOOP("KindWords", "Your prompt"),
     QT_TRANSLATE_NOOP("KindWords", "Questions that you wrote.")},
    {QT_TRANSLATE_NOOP("KindWords", "Answer the phase"),
     QT_TRANSLATE_NOOP("KindWords", "Write a whole answer, then tick what you covered.")},
    {QT_TRANSLATE_NOOP("KindWords", "Rebuild the figure"),
     QT_TRANSLATE_NOOP("KindWords", "Draw a whole figure from memory on an empty board.")},
}};
static_assert(kWords.back().title != nullptr, "each kind has words");

QString kindText(const char* text) {
  return QCoreApplication::translate("KindWords", text);
}

}  // namespace

QString kindTitle(PromptKind kind) {
  return kindText(kWords[static_cast<std::size_t>(kind)].title);
}

QString kindPurpose(PromptKind kind) {
  return kindText(kWords[static_cast<std::size_t>(kind)].purpose);
}

Glyph kindGlyph(PromptKind kind) {
  if (kind <= PromptKind::PartPhase)
    return Glyph::Figure;
  return kind == PromptKind::Own || kind == PromptKind::AnswerPhase ? Glyph::Pencil : Glyph::Note;
}

}  // namespace phaseboard::ui
