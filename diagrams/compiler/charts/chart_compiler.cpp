// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/chart_compiler.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <QStringDecoder>

#include "app/base/hash.h"
#include "diagrams/compiler/charts/bars.h"
#include "diagrams/compiler/charts/funnel.h"
#include "diagrams/compiler/charts/matrix.h"
#include "diagrams/compiler/charts/plot.h"
#include "diagrams/compiler/charts/sample.h"
#include "diagrams/compiler/charts/sequence.h"
#include "diagrams/compiler/charts/stack.h"
#include "diagrams/compiler/charts/table.h"
#include "diagrams/compiler/charts/timeline.h"
#include "diagrams/compiler/charts/tree.h"

namespace phaseboard::compiler {
namespace {

constexpr std::size_t kMostBytes = 256UL * 1024;

using Draw = void (*)(ChartFields& figure, ChartCanvas& canvas);

struct Kind {
  std::string_view name;
  Draw draw;
};

/// Reads a figure of one kind and, if nothing is wrong with it, draws it.
template <auto read, auto paint>
void draw(ChartFields& figure, ChartCanvas& canvas) {
  auto chart = read(figure);
  if (canvas.problems().isEmpty())
    paint(std::move(chart), canvas);
}

constexpr std::array kKinds{
    Kind{"plot", draw<readPlot, drawPlot>},
    Kind{"matrix", draw<readMatrix, drawMatrix>},
    Kind{"funnel", draw<readFunnel, drawFunnel>},
    Kind{"timeline", draw<readTimeline, drawTimeline>},
    Kind{"sequence", draw<readSequence, drawSequence>},
    Kind{"table", draw<readTable, drawTable>},
    Kind{"tree", draw<readTree, drawTree>},
    Kind{"stack", draw<readStack, drawStack>},
    Kind{"bars", draw<readBars, drawBars>},
    Kind{"sample", draw<readSample, drawSample>},
};

std::string nameOf(const DiagramId& id) {
  const std::string& path = id.value();
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

/// Mistakes of the text itself, before it is YAML.
void checkText(const std::string& text, ChartProblems& problems) {
  if (text.size() > kMostBytes)
    problems.add(0, "the source is longer than 256 KiB");
  QStringDecoder decoder(QStringDecoder::Utf8);
  int line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view piece(text.data() + begin, end - begin);
    decoder.resetState();
    const QString decoded =
        decoder.decode(QByteArrayView(piece.data(), static_cast<qsizetype>(piece.size())));
    if (decoder.hasError() || decoded.contains(QChar::ReplacementCharacter))
      problems.add(line, "this is not valid UTF-8");
    if (piece.find('\t') != std::string_view::npos)
      problems.add(line, "there is a tab; YAML is indented with spaces");
    begin = end + 1;
  }
}

std::optional<YAML::Node> parse(const std::string& text, ChartProblems& problems) try {
  return YAML::Load(text);
} catch (const YAML::Exception& exception) {
  problems.add(exception.mark.line + 1, "this is not YAML: " + exception.msg);
  return std::nullopt;
}

const Kind* kindNamed(ChartFields& figure) {
  const std::string name = figure.requiredText("kind");
  const auto* const kind = std::find_if(kKinds.begin(), kKinds.end(),
                                        [&](const Kind& each) { return each.name == name; });
  if (kind != kKinds.end())
    return kind;
  std::string known;
  for (const Kind& each : kKinds)
    known += (known.empty() ? "" : ", ") + std::string(each.name);
  if (!name.empty())
    figure.complain("has the kind '" + name + "'; there are " + known);
  return nullptr;
}

using Formulas = std::map<std::string, content::Formula>;

std::optional<content::Diagram> compile(const ports::FigureSource& source,
                                        const YAML::Node& document, const Formulas& formulas,
                                        ChartProblems& problems) {
  ChartFields figure(document, "the figure", problems);
  const std::string id = figure.requiredText("id");
  if (!id.empty() && id != nameOf(source.id))
    figure.complain("has the id '" + id + "', but its file says '" + nameOf(source.id) + "'");
  const std::string title = figure.requiredText("title");
  const std::string description = figure.requiredText("description");
  const std::string tex = figure.text("formula");
  const auto formula = formulas.find(tex);
  if (!tex.empty() && formula == formulas.end())
    figure.complain("has a formula without outlines: " + tex);
  const Kind* const kind = kindNamed(figure);
  if (kind == nullptr || !problems.isEmpty())
    return std::nullopt;

  ChartCanvas canvas(title, description, problems);
  if (formula != formulas.end())
    canvas.setFormula(formula->second);
  kind->draw(figure, canvas);
  if (!problems.isEmpty())
    return std::nullopt;
  content::Diagram diagram = canvas.finish();
  diagram.id = source.id;
  const std::size_t slash = source.id.value().find('/');
  if (slash != std::string::npos)
    diagram.question = QuestionId(source.id.value().substr(0, slash));
  diagram.kind = kind->name;
  diagram.hash = fnv64(source.text);
  return diagram;
}

}  // namespace

ports::FigureResult compileChart(const ports::FigureSource& source,
                                 const std::map<std::string, content::Formula>& formulas) {
  ChartProblems problems(source.file);
  ports::FigureResult result;
  checkText(source.text, problems);
  if (problems.isEmpty()) {
    if (const std::optional<YAML::Node> document = parse(source.text, problems)) {
      try {
        result.figure = compile(source, *document, formulas, problems);
      } catch (const YAML::Exception& exception) {
        problems.add(exception.mark.line + 1, "this cannot be read: " + exception.msg);
      }
    }
  }
  if (!problems.isEmpty())
    result.figure.reset();
  result.problems = problems.take();
  return result;
}

}  // namespace phaseboard::compiler
