// SPDX-License-Identifier: Apache-2.0
#include "tests/support/hostile_texts.h"

#include <array>

namespace phaseboard::test {
namespace {

constexpr std::size_t kLongestHostileText = 100'000;  ///< as much as an import lets in

std::string repeated(const std::string& part, std::size_t bytes = kLongestHostileText) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() + part.size() <= bytes)
    text += part;
  return text;
}

std::string withBait(std::string recipe, const std::string& target) {
  for (std::size_t at = recipe.find("BAIT"); at != std::string::npos; at = recipe.find("BAIT", at))
    recipe.replace(at, 4, target);
  return recipe;
}

/// Everything that makes some program fetch, times everything that it could fetch.
void addLeadingOut(std::vector<HostileText>& texts, const std::string& bait) {
  const std::array<std::string, 12> targets{bait,
                                            "file://" + bait,
                                            "FILE://" + bait,
                                            "file:" + bait,
                                            "qrc:" + bait,
                                            "../../../../../../../.." + bait,
                                            "http://127.0.0.1:9/" + bait,
                                            "https://127.0.0.1:9/" + bait,
                                            "//127.0.0.1:9/" + bait,
                                            "ftp://127.0.0.1:9/" + bait,
                                            "pack:../.." + bait,
                                            "notebook:" + bait};
  constexpr std::array<const char*, 15> kRecipes{
      "![a](BAIT)",
      "![a](<BAIT> \"t\")",
      "![a][r]\n\n[r]: BAIT",
      "<img src=\"BAIT\">",
      "<img src='BAIT' width=1>",
      "<body background=\"BAIT\">b</body>",
      "<table background=\"BAIT\"><tr><td background=\"BAIT\">c</td></tr></table>",
      "<style>p { background-image: url(BAIT) }</style><p>d</p>",
      "<p style=\"background-image: url('BAIT')\">e</p>",
      "<link rel=\"stylesheet\" href=\"BAIT\"><p>f</p>",
      "<iframe src=\"BAIT\"></iframe><object data=\"BAIT\"></object><embed src=\"BAIT\">",
      "<ul style=\"list-style-image: url(BAIT)\"><li>g</li></ul>",
      "<script src=\"BAIT\"></script>",
      "[a](BAIT) <a href=\"BAIT\">h</a> [sound:BAIT]",
      "<svg><image href=\"BAIT\"/></svg><video poster=\"BAIT\"></video>"};
  int number = 0;
  for (const char* recipe : kRecipes)
    for (const std::string& target : targets)
      texts.push_back({"leads out " + std::to_string(number++), withBait(recipe, target)});
}

/// What takes some readers time or room out of all proportion.
void addHoldingUp(std::vector<HostileText>& texts) {
  for (const char* part : {"*",
                           "**a",
                           "_a ",
                           "`",
                           "``` \n",
                           "[",
                           "![",
                           "[a](",
                           "](",
                           "> ",
                           "- ",
                           "1. ",
                           "  - a\n",
                           "#",
                           "|",
                           "| a ",
                           "|-",
                           "\\",
                           "$",
                           "$$\n",
                           "$a$ ",
                           "<",
                           "<b>",
                           "<div>",
                           "<!--",
                           "<ul><li>",
                           "<table><tr><td>",
                           "&",
                           "&amp",
                           "&#x41;",
                           "&lt;",
                           "\t",
                           "\n",
                           " \n",
                           "a\n",
                           "\r",
                           "\x01",
                           "\xc3",
                           "\xff\xfe",
                           "\xf0\x9f\x98\x80",
                           "\xe2\x80\xae",
                           "a\xcc\x81",
                           "~~",
                           "==",
                           "--- \n",
                           "***\n",
                           "[a]: b\n",
                           "{{c1::",
                           "\\(",
                           "\\[",
                           "[$]",
                           "www.a.b ",
                           "a@b.c ",
                           "<![CDATA[",
                           "<?"})
    texts.push_back({std::string("again and again ") + part, repeated(part)});
  std::string deep;
  for (int level = 0; level < 400; ++level)
    deep += std::string(static_cast<std::size_t>(level), ' ') + "- a\n";
  texts.push_back({"a deep list", deep.substr(0, kLongestHostileText)});
  texts.push_back({"a wide table", "|" + repeated("a|", 40'000) + "\n|" + repeated("-|", 40'000) +
                                       "\n|" + repeated("b|", 20'000)});
  texts.push_back({"a long table", "|a|b|\n|-|-|\n" + repeated("|c|d|\n")});
  texts.push_back({"one long word", std::string(kLongestHostileText, 'w')});
}

}  // namespace

std::vector<HostileText> hostileTexts(const std::string& bait) {
  std::vector<HostileText> texts;
  addLeadingOut(texts, bait);
  addHoldingUp(texts);
  return texts;
}

std::vector<HostileText> hostileTables() {
  std::vector<HostileText> tables;
  for (const char* head :
       {"ask,answer\n", "ask;answer\n", "ask\tanswer\n", "", "question,phase,ask,answer\n"})
    for (const char* part : {",",         ";",   "\"",    "\"\"",         "a,b\n",
                             "\"a\nb\",", "\r",  "\n",    "\x01,",        "\xff,",
                             "=1+1,",     "\"a", "a\"b,", "\xef\xbb\xbf", "9999999999999999999999,",
                             "-1,",       "\t",  "' ,",   "\\,",          "a,b,c,d,e,f,g\n"})
      tables.push_back({std::string(head) + "again and again " + part, head + repeated(part)});
  return tables;
}

}  // namespace phaseboard::test
