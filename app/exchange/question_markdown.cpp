// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/question_markdown.h"

#include <algorithm>
#include <string_view>

#include "app/answers/reference.h"

namespace phaseboard::exchange {
namespace {

using LinkOf = std::function<std::string(const DiagramId&)>;

/// A text of the user's that stands below a heading of this level: its own headings are further
/// down, and a fence that was left open is closed, so that what follows is not taken for code.
std::string belowHeading(std::string_view markdown, int level) {
  constexpr std::size_t kDeepest = 6;
  constexpr std::string_view kFence = "```";
  std::string out;
  bool isInFence = false;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size() - 1) + 1;
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(end);
    if (line.starts_with(kFence))
      isInFence = !isInFence;
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    const bool isHeading = marks > 0 && marks <= kDeepest && line.substr(marks).starts_with(' ');
    if (isHeading && !isInFence)
      out.append(std::min(kDeepest - marks, static_cast<std::size_t>(level)), '#');
    out += line;
  }
  if (isInFence)
    out += (out.ends_with('\n') ? "" : "\n") + std::string(kFence);
  return out;
}

std::string quoted(const std::string& text) {
  std::string out = "> ";
  for (const char c : text) {
    out += c;
    if (c == '\n')
      out += "> ";
  }
  return out;
}

/// Puts the pieces of one question together.
class QuestionWriter {
 public:
  QuestionWriter(const QuestionPaper& paper, const FigureMark& figure, const LinkOf& linkOf)
      : m_paper(paper), m_figure(figure), m_linkOf(linkOf) {}

  std::string write() {
    writeOpening();
    for (const PaperNote& note : m_paper.notes)
      writeNote(note);
    return std::move(m_out);
  }

 private:
  void writeOpening() {
    const content::Question& question = m_paper.question;
    heading(1, question.title);
    if (!question.subtitle.empty())
      paragraph("*" + question.subtitle + "*");
    if (!question.interviewer.empty())
      paragraph(quoted(text(question.interviewer)));
    if (!question.dialogue.empty())
      heading(2, "What to ask");
    for (const content::DialogueLine& line : question.dialogue)
      bullet(strong(line.ask) + " " + text(line.answer) +
             (line.why.empty() ? "" : " *" + text(line.why) + "*"));
    endList();
    writeLines("In scope", question.inScope);
    writeLines("Out of scope", question.outOfScope);
    writeLines("Assumptions", question.assumptions);
    writeAnnotations(m_paper.annotations);
  }

  void writeNote(const PaperNote& paper) {
    const content::Note& note = paper.note;
    heading(2, std::to_string(paper.phase.number) + ". " + paper.phase.title);
    paragraph(text(note.summary));
    for (const PaperFigure& figure : paper.figures)
      paragraph(m_figure(figure));
    for (const content::Chapter& chapter : note.chapters) {
      heading(3, chapter.title);
      paragraph(text(chapter.text));
    }
    writeKeyPoints(note);
    writeTradeOffs(note);
    writeNumbers(note);
    writePitfalls(note);
    writeFollowUps(note);
    writeSources(note);
    if (!paper.answer.empty()) {
      heading(3, "My answer");
      paragraph(belowHeading(withOwnLinks(paper.answer), 3));
    }
    writeAnnotations(paper.annotations);
  }

  void writeKeyPoints(const content::Note& note) {
    if (note.keyPoints.empty())
      return;
    heading(3, "Key points");
    for (const content::KeyPoint& point : note.keyPoints)
      bullet(strong(point.statement) + " " + text(point.why) +
             (point.alternative.empty() ? "" : " Instead: " + text(point.alternative)));
    endList();
  }

  void writeTradeOffs(const content::Note& note) {
    for (const content::TradeOff& tradeOff : note.tradeOffs) {
      heading(3, "Trade-off: " + text(tradeOff.choice));
      m_out += "| Option | Buys | Costs |\n| --- | --- | --- |\n";
      for (const content::TradeOffOption& option : tradeOff.options)
        m_out += "| " + text(option.option) + " | " + text(option.buys) + " | " +
                 text(option.costs) + " |\n";
      m_out += "\n";
      if (!tradeOff.decides.empty())
        paragraph("What decides: " + text(tradeOff.decides));
    }
  }

  void writeNumbers(const content::Note& note) {
    if (note.numbers.empty())
      return;
    heading(3, "Numbers");
    for (const content::Number& number : note.numbers)
      bullet(text(number.statement) + ": **" + number.shown +
             (number.unit.empty() ? "" : " " + number.unit) + "** (`" + number.expression + "`)" +
             (number.assumptions.empty() ? "" : " " + text(number.assumptions)));
    endList();
  }

  void writePitfalls(const content::Note& note) {
    if (note.pitfalls.empty())
      return;
    heading(3, "Pitfalls");
    for (const content::Pitfall& pitfall : note.pitfalls)
      bullet(strong(pitfall.statement) + " " + text(pitfall.how) + " " + text(pitfall.fix));
    endList();
  }

  void writeFollowUps(const content::Note& note) {
    if (note.followUps.empty())
      return;
    heading(3, "Follow-up questions");
    for (const content::FollowUp& followUp : note.followUps)
      bullet(strong(followUp.question) + " " + text(followUp.answer));
    endList();
  }

  void writeSources(const content::Note& note) {
    if (note.sources.empty())
      return;
    heading(3, "Sources");
    for (const content::Source& source : note.sources)
      bullet(source.author + ": *" + source.title + "*" +
             (source.venue.empty() ? "" : ", " + source.venue) +
             (source.year == 0 ? "" : ", " + std::to_string(source.year)));
    endList();
  }

  void writeAnnotations(const std::vector<PaperAnnotation>& annotations) {
    if (annotations.empty())
      return;
    heading(3, "My annotations");
    for (const PaperAnnotation& annotation : annotations) {
      std::string line =
          (annotation.isStarred ? "\xE2\x98\x85 **" : "**") + annotation.place + "**";
      if (!annotation.quote.empty())
        line += ": \xE2\x80\x9C" + annotation.quote + "\xE2\x80\x9D";
      if (!annotation.note.empty())
        line += " \xE2\x80\x94 " + annotation.note;
      for (const std::string& tag : annotation.tags)
        line += " #" + tag;
      bullet(line);
    }
    endList();
  }

  void writeLines(const char* title, const std::vector<std::string>& lines) {
    if (lines.empty())
      return;
    heading(3, title);
    for (const std::string& line : lines)
      bullet(text(line));
    endList();
  }

  void heading(int level, const std::string& title) {
    m_out += std::string(static_cast<std::size_t>(level), '#') + " " + title + "\n\n";
  }
  void paragraph(const std::string& words) {
    if (!words.empty())
      m_out += words + "\n\n";
  }
  void bullet(const std::string& words) {
    m_out += "- ";
    for (const char letter : words) {
      m_out += letter;
      if (letter == '\n')
        m_out += "  ";
    }
    m_out += "\n";
  }
  void endList() {
    if (!m_out.ends_with("\n\n"))
      m_out += "\n";
  }

  /// A sentence that stands out; a formula on a line of its own would end the mark.
  [[nodiscard]] std::string strong(std::string_view markdown) const {
    const bool isOneLine = markdown.find("$$") == std::string_view::npos &&
                           markdown.find("\n\n") == std::string_view::npos;
    return isOneLine ? "**" + text(markdown) + "**" : text(markdown);
  }

  /// A field of the pack with its links as they are outside.
  [[nodiscard]] std::string text(std::string_view markdown) const {
    std::string out;
    while (!markdown.empty()) {
      const std::size_t open = markdown.find('[');
      const std::size_t middle = open == std::string_view::npos ? open : markdown.find("](", open);
      const std::size_t end =
          middle == std::string_view::npos ? middle : markdown.find(')', middle);
      if (end == std::string_view::npos)
        break;
      out += markdown.substr(0, open);
      out += link(markdown.substr(open + 1, middle - open - 1),
                  markdown.substr(middle + 2, end - middle - 2));
      markdown.remove_prefix(end + 1);
    }
    out += markdown;
    while (out.ends_with('\n'))
      out.pop_back();
    return out;
  }

  /// References of an answer: to a part they lead to its figure, else they become their words.
  [[nodiscard]] std::string withOwnLinks(const std::string& answer) const {
    return answers::withReferences(answer, [this](const answers::Reference& reference) {
      const std::string figure = reference.kind == answers::ReferenceKind::Part
                                     ? reference.id.substr(0, reference.id.rfind('/'))
                                     : std::string();
      const std::string address = figure.empty() ? std::string() : m_linkOf(DiagramId{figure});
      return address.empty() ? reference.label : "[" + reference.label + "](" + address + ")";
    });
  }

  [[nodiscard]] std::string link(std::string_view shown, std::string_view target) const {
    std::string address(target);
    if (target.starts_with("figure:"))
      address =
          m_linkOf(DiagramId{m_paper.question.id.value() + "/" + std::string(target.substr(7))});
    else if (!target.starts_with("https://"))
      address.clear();
    if (address.empty())
      return std::string(shown);
    return "[" + std::string(shown) + "](" + address + ")";
  }

  const QuestionPaper& m_paper;
  const FigureMark& m_figure;
  const LinkOf& m_linkOf;
  std::string m_out;
};

}  // namespace

std::string markdownOf(const QuestionPaper& paper, const FigureMark& figure,
                       const std::function<std::string(const DiagramId&)>& linkOf) {
  return QuestionWriter(paper, figure, linkOf).write();
}

}  // namespace phaseboard::exchange
