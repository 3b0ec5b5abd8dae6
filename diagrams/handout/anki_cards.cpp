// SPDX-License-Identifier: Apache-2.0
#include "diagrams/handout/anki_cards.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/base/hash.h"
#include "app/exchange/markdown_html.h"
#include "app/ops/asked_prompt.h"
#include "diagrams/handout/figure_files.h"

namespace phaseboard::handout {
namespace {

using exchange::escapedHtml;
using exchange::htmlOfMarkdown;

constexpr double kCardScale = 1.5;

/// Which parts of a figure are hidden, pointed at and shown to be right.
struct CardFigure {
  std::vector<PartId> covered;
  std::vector<PartId> marked;
  std::vector<PartId> right;
  bool coversEdgeLabels = false;

  [[nodiscard]] scene::Look look() const {
    scene::Look look;
    for (const PartId& part : covered)
      look.set(part, scene::Emphasis::Masked);
    for (const PartId& part : marked)
      look.set(part, scene::Emphasis::Selected);
    for (const PartId& part : right)
      look.set(part, scene::Emphasis::Revealed);
    look.setMaskedEdgeLabels(coversEdgeLabels);
    return look;
  }

  [[nodiscard]] std::uint64_t hash() const {
    Fnv64 hash;
    for (const auto* parts : {&covered, &marked, &right}) {
      for (const PartId& part : *parts)
        hash.addField(part.value());
      hash.addNumber(parts->size());
    }
    return hash.addNumber(coversEdgeLabels ? 1 : 0).value();
  }
};

std::string hexOf(std::uint64_t number) {
  std::string digits(16, '0');
  for (std::size_t at = 0; at < digits.size(); ++at)
    digits[at] = "0123456789abcdef"[(number >> (60 - 4 * at)) & 0xfU];
  return digits;
}

/// Makes the notes of one deck, and a list of the pictures that they name.
class DeckMaker {
 public:
  DeckMaker(const ports::Reading& reading, Instant now) : m_reading(reading) {
    m_deck.madeAt = now;
    for (const ports::QuestionCard& card : reading.pack().questions())
      m_titles[card.id] = card.title;
  }

  Status add(const PromptId& id) {
    PHASEBOARD_TRY_ASSIGN(const ops::AskedPrompt asked,
                          ops::readAskedPrompt(m_reading.pack(), m_reading.notebook(), id));
    exchange::AnkiNote note;
    note.guid = id.value();
    note.front = front(asked);
    note.back = back(asked);
    const std::string& title = titleOf(asked.prompt.question);
    note.deck = "Phaseboard::" + (title.empty() ? asked.prompt.question.value() : title);
    note.tags = {"phaseboard::question::" + asked.prompt.question.value(),
                 "phaseboard::phase::" + asked.prompt.phase.value(),
                 "phaseboard::kind::" + std::string(review::kindName(asked.prompt.kind))};
    std::erase_if(note.tags,
                  [](const std::string& tag) { return tag.find(' ') != std::string::npos; });
    m_deck.notes.push_back(std::move(note));
    return {};
  }

  exchange::AnkiDeck take() { return std::move(m_deck); }

 private:
  std::string front(const ops::AskedPrompt& asked) {
    const review::PromptSheet& sheet = asked.sheet;
    std::string html;
    // The user's own words go out as they are, so that they come home as they are.
    if (sheet.tellsPlace && asked.prompt.kind != review::PromptKind::Own)
      html += "<p><small>" + escapedHtml(placeOf(asked.prompt)) + "</small></p>";
    html += htmlOfMarkdown(asked.prompt.ask);
    if (!sheet.options.empty()) {
      html += "<ul>";
      for (const review::SheetOption& option : sheet.options)
        html += "<li>" + escapedHtml(option.text) + "</li>";
      html += "</ul>";
    }
    if (asked.diagram && sheet.way != review::AnswerWay::Draw)
      html += picture(*asked.diagram, {sheet.covered, sheet.marked, {}, sheet.coversEdgeLabels});
    return html;
  }

  std::string back(const ops::AskedPrompt& asked) {
    std::string html = htmlOfMarkdown(asked.prompt.answer);
    if (!asked.keyPoints.empty()) {
      html += "<ul>";
      for (const content::KeyPoint& point : asked.keyPoints)
        html += "<li>" + htmlOfMarkdown(point.statement) + "</li>";
      html += "</ul>";
    }
    const bool isOtherThanFront =
        !asked.sheet.covered.empty() || asked.sheet.way == review::AnswerWay::Draw;
    if (asked.diagram && isOtherThanFront)
      html += picture(*asked.diagram, {{}, asked.sheet.marked, asked.sheet.right, false});
    if (html.empty())
      html = "<p>" + escapedHtml(asked.diagram ? asked.diagram->title : placeOf(asked.prompt)) +
             "</p>";
    return html;
  }

  std::string picture(const content::Diagram& diagram, const CardFigure& shown) {
    std::string name = "phaseboard-" + diagram.id.value() + "-" +
                       hexOf(Fnv64{}.addField(diagram.svg).addNumber(shown.hash()).value()) +
                       ".png";
    std::replace(name.begin(), name.end(), '/', '-');
    if (m_pictures.insert(name).second)
      m_deck.pictures.push_back(
          {name, [&pack = m_reading.pack(), id = diagram.id, shown]() -> Result<std::string> {
             PHASEBOARD_TRY_ASSIGN(const content::Diagram figure, pack.diagram(id));
             return pngBytes(figure, shown.look(), kCardScale);
           }});
    return "<p><img src=\"" + escapedHtml(name) + "\"></p>";
  }

  [[nodiscard]] const std::string& titleOf(const QuestionId& question) {
    return m_titles[question];
  }

  [[nodiscard]] std::string placeOf(const review::Prompt& prompt) {
    const framework::Phase* phase = m_reading.pack().framework().phase(prompt.phase);
    const std::string& title = titleOf(prompt.question);
    return (title.empty() ? prompt.question.value() : title) + " \xC2\xB7 " +
           (phase == nullptr ? prompt.phase.value() : phase->title);
  }

  const ports::Reading& m_reading;
  exchange::AnkiDeck m_deck;
  std::map<QuestionId, std::string> m_titles;
  std::set<std::string> m_pictures;
};

}  // namespace

Result<std::vector<PromptId>> chosenPrompts(const ports::Reading& reading, const PromptWish& wish) {
  const auto isWanted = [&wish](const review::Prompt& prompt) {
    const auto& questions = wish.questions;
    const bool isOfQuestion = questions.empty() || std::find(questions.begin(), questions.end(),
                                                             prompt.question) != questions.end();
    return isOfQuestion && (wish.kinds.empty() || wish.kinds.contains(prompt.kind));
  };
  std::vector<PromptId> chosen;
  if (!wish.onlyOwn)
    for (const review::Prompt& prompt : reading.pack().prompts())
      if (isWanted(prompt))
        chosen.push_back(prompt.id);
  PHASEBOARD_TRY_ASSIGN(const auto own, reading.notebook().ownPrompts());
  for (const review::Prompt& prompt : own)
    if (isWanted(prompt))
      chosen.push_back(prompt.id);
  return chosen;
}

Result<exchange::AnkiDeck> ankiDeckOf(const ports::Reading& reading,
                                      const std::vector<PromptId>& prompts, Instant now,
                                      const exchange::Progress& progress) {
  DeckMaker maker(reading, now);
  const auto total = static_cast<std::int64_t>(prompts.size());
  std::int64_t at = 0;
  for (const PromptId& id : prompts) {
    if (!exchange::goesOn(progress, at++, total))
      return exchange::stopped();
    PHASEBOARD_TRY(maker.add(id));
  }
  return maker.take();
}

}  // namespace phaseboard::handout
