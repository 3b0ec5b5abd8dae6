// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "app/base/bytes.h"
#include "app/content/source/source_tree.h"

namespace phaseboard::content {
namespace {

/// Builds the tree from the parser's events, so that lines, anchors and repeated keys are seen.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& file, Diagnostics& problems)
      : m_file(file), m_problems(problems) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuseAnchor(mark, anchor);
    add({SourceNode::Kind::Nothing, lineOf(mark), {}, {}, {}});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    problem(mark, "aliases (*name) are not understood; write the text again");
    add({SourceNode::Kind::Nothing, lineOf(mark), {}, {}, {}});
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuseAnchor(mark, anchor);
    refuseTag(mark, tag);
    add({SourceNode::Kind::Text, lineOf(mark), value, {}, {}});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, SourceNode::Kind::List);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, SourceNode::Kind::Map);
  }
  void OnMapEnd() override { close(); }

  [[nodiscard]] std::optional<SourceNode> root() && { return std::move(m_root); }

 private:
  /// A list or mapping that is still being read; `expectsKey` alternates inside a mapping.
  struct Open {
    SourceNode node;
    bool expectsKey = false;
    bool skipsValue = false;  ///< the key stood there before, or is not a text
  };

  static int lineOf(const YAML::Mark& mark) { return mark.line + 1; }

  void problem(const YAML::Mark& mark, std::string message) {
    m_problems.push_back({m_file, lineOf(mark), std::move(message)});
  }

  void refuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      problem(mark, "anchors (&name) are not understood; write the text again");
  }

  void refuseTag(const YAML::Mark& mark, const std::string& tag) {
    // "?" stands for a plain text and "!" for a quoted one, neither was written.
    if (!tag.empty() && tag != "?" && tag != "!")
      problem(mark, "tags (" + tag + ") are not understood");
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            SourceNode::Kind kind) {
    refuseAnchor(mark, anchor);
    refuseTag(mark, tag);
    m_open.push_back({{kind, lineOf(mark), {}, {}, {}}, kind == SourceNode::Kind::Map, false});
  }

  void close() {
    SourceNode node = std::move(m_open.back().node);
    m_open.pop_back();
    add(std::move(node));
  }

  void add(SourceNode node) {
    if (m_open.empty()) {
      m_root = std::move(node);
      return;
    }
    Open& parent = m_open.back();
    if (parent.node.kind == SourceNode::Kind::List) {
      parent.node.items.push_back(std::move(node));
    } else if (parent.expectsKey) {
      addKey(parent, node);
    } else {
      if (!parent.skipsValue)
        parent.node.items.push_back(std::move(node));
      parent.expectsKey = true;
    }
  }

  void addKey(Open& map, const SourceNode& key) {
    map.expectsKey = false;
    map.skipsValue = true;
    if (key.kind != SourceNode::Kind::Text) {
      m_problems.push_back({m_file, key.line, "a key must be a text"});
      return;
    }
    const auto& keys = map.node.keys;
    const auto first = std::find_if(keys.begin(), keys.end(), [&key](const SourceNode::Key& known) {
      return known.text == key.text;
    });
    if (first != keys.end()) {
      m_problems.push_back(
          {m_file, key.line,
           "\"" + key.text + "\" is written twice; first in line " + std::to_string(first->line)});
      return;
    }
    map.skipsValue = false;
    map.node.keys.push_back({key.text, key.line});
  }

  const std::string& m_file;
  Diagnostics& m_problems;
  std::vector<Open> m_open;
  std::optional<SourceNode> m_root;
};

/// Reports what must not stand in any source text, line by line.
void checkBytes(const std::string& file, std::string_view text, Diagnostics& problems) {
  int line = 1;
  for (std::size_t start = 0; start <= text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view content = text.substr(start, end - start);
    if (!isUtf8(content))
      problems.push_back({file, line, "the bytes of this line are not UTF-8"});
    else if (content.find('\t') != std::string_view::npos)
      problems.push_back({file, line, "a tab; indent and align with spaces"});
    else if (std::any_of(content.begin(), content.end(),
                         [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
      problems.push_back({file, line, "a control character; lines end with a line feed alone"});
    start = end + 1;
  }
}

}  // namespace

std::optional<SourceNode> readSourceTree(const std::string& file, std::string_view text,
                                         Diagnostics& problems) {
  if (text.size() > kLargestSourceBytes) {
    problems.push_back(
        {file, 0,
         "larger than the limit of " + std::to_string(kLargestSourceBytes / 1024) + " KB"});
    return std::nullopt;
  }
  const std::size_t before = problems.size();
  checkBytes(file, text, problems);
  if (problems.size() != before)
    return std::nullopt;
  TreeBuilder builder(file, problems);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      problems.push_back({file, 0, "the file is empty"});
      return std::nullopt;
    }
    std::optional<SourceNode> root = std::move(builder).root();
    TreeBuilder rest(file, problems);
    if (parser.HandleNextDocument(rest))
      problems.push_back({file, 0, "holds more than one document"});
    return root;
  } catch (const YAML::Exception& error) {
    problems.push_back({file, error.mark.line + 1, "not YAML: " + error.msg});
    return std::nullopt;
  }
}

}  // namespace phaseboard::content
