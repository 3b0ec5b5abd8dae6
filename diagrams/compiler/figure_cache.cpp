// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/figure_cache.h"

#include <array>
#include <charconv>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>
#include <utility>

#include <nlohmann/json.hpp>

#include <QtGlobal>

#include "app/base/hash.h"

#include "compiler_stamp.h"

namespace phaseboard::compiler {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr auto kEnding = ".figure";

std::string hexText(std::uint64_t number) {
  std::array<char, 16> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16);
  const std::string text(digits.data(), end);
  return std::string(16 - text.size(), '0') + text;
}

template <class Id>
json optionalId(const std::optional<Id>& id) {
  return id ? json(id->value()) : json();
}

template <class Id>
std::optional<Id> idFrom(const json& value) {
  return value.is_null() ? std::nullopt : std::optional<Id>(Id(value.get<std::string>()));
}

json jsonOf(const content::Part& part) {
  return {{"id", part.id.value()},
          {"kind", static_cast<int>(part.kind)},
          {"shape", part.shape},
          {"title", part.title},
          {"label", part.label},
          {"explanation", part.explanation},
          {"concept", optionalId(part.conceptId)},
          {"phase", optionalId(part.phase)},
          {"parent", optionalId(part.parent)},
          {"from", optionalId(part.from)},
          {"to", optionalId(part.to)},
          {"step", part.step ? json(*part.step) : json()},
          {"hash", part.hash}};
}

content::Part partFrom(const json& value) {
  content::Part part;
  part.id = PartId(value.at("id").get<std::string>());
  part.kind = static_cast<content::PartKind>(value.at("kind").get<int>());
  part.shape = value.at("shape").get<std::string>();
  part.title = value.at("title").get<std::string>();
  part.label = value.at("label").get<std::string>();
  part.explanation = value.at("explanation").get<std::string>();
  part.conceptId = idFrom<ConceptId>(value.at("concept"));
  part.phase = idFrom<PhaseId>(value.at("phase"));
  part.parent = idFrom<PartId>(value.at("parent"));
  part.from = idFrom<PartId>(value.at("from"));
  part.to = idFrom<PartId>(value.at("to"));
  if (!value.at("step").is_null())
    part.step = value.at("step").get<int>();
  part.hash = value.at("hash").get<std::uint64_t>();
  return part;
}

std::optional<std::string> contentsOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf()))
    return std::nullopt;
  return text.str();
}

/// Under another name first, so that nobody ever reads half of it.
void keep(const fs::path& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  fs::path half = file;
  half += ".half" + std::to_string(std::hash<std::thread::id>{}(std::this_thread::get_id()));
  {
    std::ofstream out(half, std::ios::binary);
    out << text;
    out.flush();
    if (!out)
      error = std::make_error_code(std::errc::io_error);
  }
  if (!error)
    fs::rename(half, file, error);
  if (error)
    fs::remove(half, error);
}

}  // namespace

std::uint64_t compilerVersion() {
  return Fnv64{}.addField(PHASEBOARD_COMPILER_STAMP).addField(qVersion()).value();
}

std::string keptFigure(const content::Diagram& figure) {
  json parts = json::array();
  for (const content::Part& part : figure.parts)
    parts.push_back(jsonOf(part));
  const json all{{"id", figure.id.value()},
                 {"question", figure.question.value()},
                 {"kind", figure.kind},
                 {"title", figure.title},
                 {"description", figure.description},
                 {"width", figure.width},
                 {"height", figure.height},
                 {"svg", figure.svg},
                 {"hash", figure.hash},
                 {"parts", parts}};
  const std::string text = all.dump();
  return hexText(fnv64(text)) + text;
}

std::optional<content::Diagram> readKeptFigure(const std::string& text) {
  if (text.size() < 16 || text.substr(0, 16) != hexText(fnv64(text.substr(16))))
    return std::nullopt;
  try {
    const json all = json::parse(text.substr(16));
    content::Diagram figure;
    figure.id = DiagramId(all.at("id").get<std::string>());
    figure.question = QuestionId(all.at("question").get<std::string>());
    figure.kind = all.at("kind").get<std::string>();
    figure.title = all.at("title").get<std::string>();
    figure.description = all.at("description").get<std::string>();
    figure.width = all.at("width").get<double>();
    figure.height = all.at("height").get<double>();
    figure.svg = all.at("svg").get<std::string>();
    figure.hash = all.at("hash").get<std::uint64_t>();
    for (const json& part : all.at("parts"))
      figure.parts.push_back(partFrom(part));
    return figure;
  } catch (const json::exception&) {
    return std::nullopt;  // written by another version that had the same hash
  }
}

CachedFigureCompiler::CachedFigureCompiler(const ports::FigureCompiler& compiler, fs::path folder,
                                           std::uint64_t version)
    : m_compiler(compiler), m_folder(std::move(folder)), m_version(version) {}

ports::FigureResult CachedFigureCompiler::compile(
    const ports::FigureSource& source,
    const std::map<std::string, content::Formula>& formulas) const {
  const std::uint64_t key = Fnv64{}
                                .addNumber(m_version)
                                .addNumber(formulasHash(formulas))
                                .addField(source.id.value())
                                .addField(source.file)
                                .addField(source.text)
                                .value();
  const std::string name = hexText(key) + kEnding;
  {
    const std::lock_guard lock(m_mutex);
    m_used.insert(name);
  }
  if (const auto text = contentsOf(m_folder / name)) {
    if (auto figure = readKeptFigure(*text); figure && figure->id == source.id)
      return {std::move(figure), {}};
  }
  ++m_compiled;
  ports::FigureResult result = m_compiler.compile(source, formulas);
  if (result.figure && result.problems.empty())
    keep(m_folder / name, keptFigure(*result.figure));
  return result;
}

std::uint64_t CachedFigureCompiler::formulasHash(
    const std::map<std::string, content::Formula>& formulas) const {
  const std::lock_guard lock(m_mutex);
  if (m_hashedFormulas == &formulas)
    return m_formulasHash;
  Fnv64 hash;
  for (const auto& [tex, formula] : formulas)
    hash.addField(tex)
        .addField(formula.path)
        .addField(std::to_string(formula.width) + " " + std::to_string(formula.ascent) + " " +
                  std::to_string(formula.descent));
  m_hashedFormulas = &formulas;
  m_formulasHash = hash.value();
  return m_formulasHash;
}

void CachedFigureCompiler::forgetOthers() const {
  const std::lock_guard lock(m_mutex);
  std::error_code error;
  std::vector<fs::path> others;
  for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, error)) {
    if (entry.path().extension() == kEnding && !m_used.contains(entry.path().filename().string()))
      others.push_back(entry.path());
  }
  for (const fs::path& file : others)
    fs::remove(file, error);
}

}  // namespace phaseboard::compiler
