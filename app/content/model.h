// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/base/ids.h"
#include "app/framework/framework.h"

/// What a pack holds, as plain values. All text is Markdown unless a field says otherwise; `$...$`
/// inside it is TeX whose outlines are in `Pack::formulas`.
namespace phaseboard::content {

/// What is expected of a candidate who knows this.
enum class Level { Mid, Senior, Staff };

struct KeyPoint {
  ItemId id;
  std::string statement;    ///< one checkable sentence
  std::string why;          ///< the reason for this question
  std::string alternative;  ///< what one would do instead, and when
  Level level = Level::Mid;
  std::vector<TargetId> parts;  ///< parts that it names, "question/diagram/part"
  std::vector<ConceptId> concepts;
};

struct TradeOffOption {
  std::string option;
  std::string buys;
  std::string costs;
};

struct TradeOff {
  ItemId id;
  std::string choice;                   ///< what is to be decided
  std::vector<TradeOffOption> options;  ///< two or more
  std::string decides;                  ///< the fact that settles it
};

/// A number whose arithmetic the compiler evaluated and found to agree with `shown`.
struct Number {
  ItemId id;
  std::string statement;
  std::string expression;  ///< muParser syntax
  std::string shown;       ///< as printed, with its rounding: "350 k", "0.31 %"
  std::string unit;
  std::string assumptions;
  double value = 0;  ///< the expression, evaluated
};

/// A titled piece of a handbook inside a note: a metric, a pattern, a way of working.
struct Chapter {
  ItemId id;
  std::string title;  ///< plain text
  std::string text;   ///< paragraphs, lists, tables, formulas; links to figures as `figure:name`
  std::vector<ConceptId> concepts;
};

struct Pitfall {
  ItemId id;
  std::string statement;  ///< the mistake
  std::string how;        ///< how it happens
  std::string fix;
};

struct FollowUp {
  ItemId id;
  std::string question;  ///< the interviewer's
  std::string answer;
  Level level = Level::Senior;
};

struct Source {
  std::string author;
  std::string title;
  int year = 0;
  std::string venue;
};

/// One question in one phase.
struct Note {
  QuestionId question;
  PhaseId phase;
  std::string summary;
  std::vector<Chapter> chapters;  ///< may be empty
  std::vector<KeyPoint> keyPoints;
  std::vector<TradeOff> tradeOffs;
  std::vector<Number> numbers;
  std::vector<Pitfall> pitfalls;
  std::vector<FollowUp> followUps;
  std::vector<Source> sources;
  std::vector<DiagramId> diagrams;  ///< the figures that belong here, in reading order
  std::uint64_t hash = 0;
};

enum class PartKind { Node, Edge, Group };

struct Part {
  PartId id;
  PartKind kind = PartKind::Node;
  std::string shape;        ///< role: "service", "model", "flow", "online", ...; see diagrams/style
  std::string title;        ///< plain text; never empty
  std::string label;        ///< what the figure prints for it, plain text; may be empty for an edge
  std::string explanation;  ///< one to three sentences
  std::optional<ConceptId> conceptId;
  std::optional<PhaseId> phase;  ///< when it differs from the phase of the figure
  std::optional<PartId> parent;  ///< the group that holds a node or a group
  std::optional<PartId> from;    ///< edges only
  std::optional<PartId> to;      ///< edges only
  std::optional<int> step;       ///< number on the request path, 1..n
  std::uint64_t hash = 0;  ///< of what people are asked about: title, label, explanation, ends
};

/// A figure. `svg` is in the strict subset of diagrams/compiler/svg_subset.h.
struct Diagram {
  DiagramId id;
  QuestionId question;
  PhaseId phase;     ///< set from the note that lists it
  std::string kind;  ///< "flow", "plot", "matrix", "funnel", ...
  std::string title;
  std::string description;
  double width = 0;  ///< in units; one unit is one pixel at 100 %
  double height = 0;
  std::vector<Part> parts;  ///< in reading order
  std::string svg;
  std::string drawing;     ///< what diagrams/scene made of `svg` beforehand; empty when nobody did
  std::uint64_t hash = 0;  ///< of the source
};

struct DialogueLine {
  ItemId id;
  std::string ask;     ///< what the candidate asks
  std::string answer;  ///< what the interviewer says
  std::string why;     ///< what it decides
};

/// A prompt written by an author, for reasoning.
struct AuthoredPrompt {
  ItemId id;
  PhaseId phase;
  std::string question;
  std::string answer;
  std::vector<ConceptId> concepts;
};

/// An interview question, or the primer: the framework itself, in the same seven notes.
enum class QuestionKind { Interview, Primer };

struct Question {
  QuestionId id;
  QuestionKind kind = QuestionKind::Interview;
  std::string title;
  std::string subtitle;     ///< one line for the library
  std::string interviewer;  ///< the interviewer's opening words
  std::vector<DialogueLine> dialogue;
  std::vector<std::string> inScope;
  std::vector<std::string> outOfScope;
  std::vector<std::string> assumptions;
  std::optional<DiagramId> cover;
  std::vector<Note> notes;        ///< in the order of the phases
  std::vector<Diagram> diagrams;  ///< in the order of the notes
  std::vector<AuthoredPrompt> prompts;
};

struct Concept {
  ConceptId id;
  std::string title;
  std::vector<std::string> synonyms;
  std::string summary;      ///< one sentence
  std::string explanation;  ///< what it is, when to use it, what it costs
  std::vector<ConceptId> related;
};

/// The outlines of one TeX formula in 1/1000 em, y down, origin on the baseline.
struct Formula {
  double width = 0;
  double ascent = 0;
  double descent = 0;
  std::string path;  ///< SVG path data, M L Q C Z only
};

struct Pack {
  PackId id;
  std::string version;
  std::string title;
  std::string licence;
  framework::Framework framework;
  std::vector<Concept> concepts;
  std::vector<Question> questions;
  std::map<std::string, std::string> renames;  ///< old id -> new id, resolved to its end
  std::map<std::string, Formula> formulas;     ///< by TeX source, without dollars
};

/// "<question>/<diagram>/<part>".
[[nodiscard]] TargetId partTarget(const DiagramId& diagram, const PartId& part);

/// "<question>#<phase>".
[[nodiscard]] TargetId noteTarget(const QuestionId& question, const PhaseId& phase);

}  // namespace phaseboard::content
