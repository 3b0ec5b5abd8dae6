// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include "app/annotations/passage.h"
#include "app/answers/reference.h"
#include "app/base/bytes.h"
#include "app/board/document.h"
#include "app/board/edit_codec.h"
#include "app/content/checks/markdown_scan.h"
#include "app/content/source/source_tree.h"
#include "app/exchange/markdown_html.h"
#include "app/memory/replay_csv.h"
#include "app/review/typed_answer.h"
#include "app/search/query.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/settings_rows.h"
#include "db/pack/match_text.h"
#include "db/pack/pack_reader.h"

/// As targets.h, for what is typed, for what is kept in files of ours that may be damaged, and for
/// the sources and packs of others. Each returns false when a promise was broken.
namespace phaseboard::fuzz {

/// What is typed into the search, up to the expression that SQLite gets.
[[nodiscard]] inline bool searchQuery(std::string_view typed) {
  const search::Query query = search::parseQuery(typed);
  const std::string match = db::matchText(query.terms);
  for (const search::Term& term : query.terms)
    if (term.text.empty())
      return false;
  return query.terms.empty() || match.empty() || match.find('"') != std::string::npos;
}

/// Markdown of notes and answers: checked, searched for references and formulas, made HTML.
[[nodiscard]] inline bool markdown(std::string_view text) {
  const content::MarkdownScan scan = content::scanMarkdown(text);
  const auto references = answers::referencesIn(text);
  std::size_t end = 0;
  for (const answers::Reference& reference : references) {
    if (reference.from < end || reference.to <= reference.from || reference.to > text.size())
      return false;
    end = reference.to;
  }
  static_cast<void>(answers::withReferences(text, [](const auto& one) { return one.label; }));
  const std::string html = exchange::htmlOfMarkdown(text);
  return html.find("<script") == std::string::npos && scan.words.size() <= 4 * text.size() + 4;
}

/// What is typed as an answer, and words looked for in a text.
[[nodiscard]] inline bool typedAnswer(std::string_view text) {
  const std::size_t half = text.size() / 2;
  const std::string_view typed = text.substr(0, half);
  const std::string_view expected = text.substr(half);
  const review::ExpectedAnswer answer{review::formsOfTitle(std::string(expected)),
                                      review::readQuantity(expected, half % 2 == 0)};
  static_cast<void>(review::compareTyped(typed, answer));
  if (answer.quantity &&
      (!std::isfinite(answer.quantity->least) || !std::isfinite(answer.quantity->most)))
    return false;
  for (const annotations::Word& word : annotations::wordsOf(text))
    if (word.from >= word.to || word.to > text.size())
      return false;
  constexpr std::size_t kLongestPassage = 400;
  const auto place = annotations::findPassage(expected, {typed.substr(0, kLongestPassage), {}, {}});
  return !place || (place->from <= place->to && place->to <= expected.size());
}

/// The journal beside a notebook: what it gives back is what it would write.
[[nodiscard]] inline bool answerJournal(std::string_view bytes) {
  const db::JournalContents contents = db::readJournal(bytes);
  std::string again = db::journalHead(contents.from.value_or(Instant{0}));
  for (const db::JournalEntry& entry : contents.entries)
    again += db::journalRecord(entry);
  return contents.wholeBytes <= bytes.size() && db::readJournal(again).entries == contents.entries;
}

/// Edits of a board, from the notebook or the clipboard.
[[nodiscard]] inline bool boardEdit(std::string_view bytes) {
  if (const auto elements = board::decodeElements(bytes)) {
    const auto again = board::decodeElements(board::encodeElements(*elements));
    if (!again || *again != *elements)
      return false;
  }
  const auto edit = board::decodeEdit(bytes);
  if (!edit)
    return true;
  board::Document document;
  if (document.apply(*edit) && !document.apply(board::inverseOf(*edit)))
    return false;
  const auto again = board::decodeEdit(board::encodeEdit(*edit));
  return again && *again == *edit;
}

/// Sources of a pack: YAML and JSON.
[[nodiscard]] inline bool sourceTree(std::string_view text) {
  Diagnostics problems;
  const auto tree = content::readSourceTree("f.yaml", text, problems);
  return tree.has_value() || !problems.empty();
}

/// Settings as a notebook holds them: "name=value" lines.
[[nodiscard]] inline bool settingRows(std::string_view text) {
  db::SettingRows rows;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const std::size_t middle = line.find('=');
    if (middle != std::string::npos)
      rows[line.substr(0, middle)] = line.substr(middle + 1);
  }
  const auto settings = db::settingsFrom(rows);
  if (!settings)
    return true;
  const auto again = db::settingsFrom(db::rowsFrom(*settings));
  return again && *again == *settings;
}

/// Tables of reviews for `phaseboard-cli fsrs`.
[[nodiscard]] inline bool reviewTable(std::string_view text) {
  std::istringstream evaluated{std::string(text)};
  static_cast<void>(memory::readReviews(evaluated, memory::ReviewColumns::Evaluate));
  std::istringstream in{std::string(text)};
  std::ostringstream out;
  const auto error = memory::replayCsv(in, out, memory::AnyModel{}, 0.9);
  const std::string written = out.str();
  const auto occurs = [](std::string_view where, const char* word) {
    return where.find(word) != std::string_view::npos;
  };
  // A prompt may be called so, or will be when its quotation marks are gone.
  const bool mayBeNames = occurs(text, "nan") || occurs(text, "inf") || occurs(text, "\"");
  const bool areNumbers = mayBeNames || (!occurs(written, "nan") && !occurs(written, "inf"));
  return areNumbers && error.has_value() == written.empty();
}

/// A pack, from a file that lives in memory: opened, listed, searched.
[[nodiscard]] inline bool packFile(std::string_view bytes) {
  const int file = memfd_create("pack", 0);
  if (file < 0 || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    return true;
  const auto pack = db::PackReader::open("/proc/self/fd/" + std::to_string(file));
  if (pack) {
    for (const ports::QuestionCard& card : (*pack)->questions())
      static_cast<void>((*pack)->question(card.id).has_value());
    static_cast<void>((*pack)->search(search::parseQuery("a"), 5).has_value());
    static_cast<void>((*pack)->concepts().has_value());
  }
  ::close(file);
  return pack || !describe(pack.error()).empty();
}

}  // namespace phaseboard::fuzz
