// SPDX-License-Identifier: Apache-2.0
#include "app/mock/clarification.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "app/mock/words.h"
#include "app/review/answer_words.h"

namespace phaseboard::mock {
namespace {

using Words = std::vector<std::u32string>;

// What a word of the asked question is worth where it is found.
constexpr double kInQuestion = 1.0;
constexpr double kInAnswer = 0.6;
constexpr double kInReason = 0.3;
constexpr double kOfTopic = 0.9;    // by the name of the line
constexpr double kNearTopic = 0.6;  // by its words
/// What nobody knows the word for tells less than what is known.
constexpr double kUnknownWord = 0.5;
/// What has to be found, of the telling words that were asked.
constexpr double kEnoughInDialogue = 0.48;
constexpr double kEnoughInScope = 0.55;

/// Words that a question is made of, whatever it is about.
constexpr auto kAskingWords = std::to_array<std::u32string_view>(
    {U"what",    U"how",      U"which",   U"who",  U"whom",   U"when",  U"where",  U"why",
     U"do",      U"doe",      U"does",    U"did",  U"should", U"would", U"could",  U"can",
     U"may",     U"might",    U"must",    U"will", U"shall",  U"we",    U"you",    U"i",
     U"me",      U"my",       U"our",     U"us",   U"your",   U"there", U"any",    U"some",
     U"have",    U"has",      U"had",     U"want", U"need",   U"know",  U"tell",   U"about",
     U"please",  U"it",       U"its",     U"they", U"them",   U"this",  U"thi",    U"that",
     U"these",   U"those",    U"is",      U"are",  U"was",    U"were",  U"be",     U"been",
     U"if",      U"also",     U"so",      U"just", U"get",    U"got",   U"part",   U"belong",
     U"include", U"included", U"use",     U"used", U"assume", U"say",   U"give",   U"kind",
     U"sort",    U"really",   U"exactly", U"one",  U"two",    U"first", U"second", U"another",
     U"more",    U"thing",    U"ok",      U"time"});

struct TopicWords {
  Topic topic;
  std::vector<std::u32string_view> words;
};

const std::vector<TopicWords>& topics() {
  static const std::vector<TopicWords> all{
      {Topic::Scale, {U"many",  U"much", U"number",     U"user",  U"people",  U"scale",   U"size",
                      U"large", U"big",  U"qps",        U"rps",   U"traffic", U"load",    U"volume",
                      U"dau",   U"mau",  U"throughput", U"daily", U"million", U"billion", U"peak"}},
      {Topic::Latency,
       {U"latency", U"fast", U"slow", U"quick", U"long", U"time", U"deadline", U"millisecond",
        U"ms", U"p99", U"p95", U"percentile", U"sla", U"slo", U"response", U"budget", U"timeout",
        U"wait", U"late"}},
      {Topic::Objective,
       {U"objective", U"goal", U"metric", U"improve", U"better", U"optimise", U"optimize",
        U"success", U"business", U"kpi", U"aim", U"target", U"purpose", U"measure", U"matter",
        U"maximise", U"maximize", U"revenue", U"engagement"}},
      {Topic::Feedback,
       {U"label", U"data", U"feedback", U"log", U"logged", U"ground", U"truth", U"signal",
        U"annotation", U"annotated", U"outcome", U"positive", U"negative", U"dataset", U"training",
        U"history"}},
      {Topic::Privacy,
       {U"privacy", U"private", U"personal", U"consent", U"gdpr", U"pii", U"delete", U"deletion",
        U"sensitive", U"demographic", U"age", U"gender", U"retention"}},
      {Topic::Freshness,
       {U"fresh", U"freshness", U"soon", U"quickly", U"new", U"recent", U"update", U"updated",
        U"stale", U"retrain", U"often", U"frequently", U"cold", U"start", U"react"}},
      {Topic::Experiment,
       {U"experiment", U"ab", U"test", U"rollout", U"online", U"control", U"holdout"}},
      {Topic::Existing,
       {U"exist", U"existing", U"today", U"current", U"currently", U"baseline", U"already",
        U"present", U"legacy", U"run", U"place", U"now"}},
      {Topic::Surface,
       {U"surface", U"platform", U"mobile", U"device", U"web", U"app", U"page", U"screen", U"phone",
        U"desktop", U"client"}},
      {Topic::Region,
       {U"language", U"region", U"country", U"market", U"locale", U"global", U"international",
        U"worldwide"}},
      {Topic::Cost,
       {U"cost", U"budget", U"money", U"hardware", U"gpu", U"cpu", U"machine", U"infrastructure",
        U"expensive", U"compute", U"reviewer", U"staff", U"limit"}},
      {Topic::Safety,
       {U"harm", U"harmful", U"abuse", U"fraud", U"spam", U"law", U"legal", U"regulation",
        U"regulated", U"policy", U"child", U"children", U"adversarial", U"attack", U"fair",
        U"fairness", U"biased", U"bias"}}};
  return all;
}

bool isIn(const Words& words, std::u32string_view sought) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::u32string& word) { return areAlike(word, sought); });
}

std::vector<Topic> topicsOf(std::u32string_view word) {
  std::vector<Topic> found;
  for (const TopicWords& topic : topics())
    if (std::find(topic.words.begin(), topic.words.end(), word) != topic.words.end())
      found.push_back(topic.topic);
  return found;
}

std::vector<Topic> topicsOf(const Words& words) {
  std::vector<Topic> found;
  for (const std::u32string& word : words)
    for (const Topic topic : topicsOf(word))
      found.push_back(topic);
  return found;
}

bool contains(const std::vector<Topic>& topics, Topic topic) {
  return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

/// The words that say what is asked about.
Words askedWords(std::string_view asked) {
  Words telling;
  for (const std::u32string& word : review::answerWords(asked))
    if (std::find(kAskingWords.begin(), kAskingWords.end(), word) == kAskingWords.end() &&
        std::find(telling.begin(), telling.end(), word) == telling.end())
      telling.push_back(word);
  return telling;
}

/// Something that could be the answer.
struct Candidate {
  Clarification clarification;
  Words question;  ///< the words that it is asked by
  Words answer;
  Words reason;
  std::vector<Topic> topics;  ///< by its name
  std::vector<Topic> near;    ///< by its words
};

Words wordsOf(const std::string& markdown) {
  return review::answerWords(withoutMarks(markdown));
}

Candidate candidateFor(const content::DialogueLine& line) {
  Candidate candidate;
  candidate.clarification = {Answered::InDialogue, line.id, line.answer, line.why, Topic::None};
  candidate.question = wordsOf(line.ask);
  // The name that the author gave the line says what it is about: "ask-latency".
  const std::string& id = line.id.value();
  const Words name = review::answerWords(id.substr(id.rfind('/') + 1));
  candidate.topics = topicsOf(name);
  candidate.near = topicsOf(candidate.question);
  candidate.question.insert(candidate.question.end(), name.begin(), name.end());
  candidate.answer = wordsOf(line.answer);
  candidate.reason = wordsOf(line.why);
  return candidate;
}

void addLines(const std::vector<std::string>& lines, Answered answered,
              std::vector<Candidate>& candidates) {
  for (const std::string& line : lines) {
    Candidate candidate;
    candidate.clarification = {answered, std::nullopt, line, {}, Topic::None};
    candidate.question = wordsOf(line);
    candidates.push_back(std::move(candidate));
  }
}

double worthOf(const std::u32string& word, const Candidate& candidate) {
  double worth = 0;
  if (isIn(candidate.question, word))
    worth = kInQuestion;
  else if (isIn(candidate.answer, word))
    worth = kInAnswer;
  else if (isIn(candidate.reason, word))
    worth = kInReason;
  for (const Topic topic : topicsOf(word)) {
    if (contains(candidate.topics, topic))
      worth = std::max(worth, kOfTopic);
    else if (contains(candidate.near, topic))
      worth = std::max(worth, kNearTopic);
  }
  return worth;
}

/// How well each candidate answers, 0 to 1; words that fit many of them tell little.
std::vector<double> scores(const Words& asked, const std::vector<Candidate>& candidates) {
  std::vector<double> sums(candidates.size(), 0);
  double all = 0;
  for (const std::u32string& word : asked) {
    std::vector<double> worth;
    double hits = 0;
    for (const Candidate& candidate : candidates) {
      worth.push_back(worthOf(word, candidate));
      hits += worth.back() > 0 ? 1 : 0;
    }
    const double rarity =
        std::log(1 + static_cast<double>(candidates.size()) / std::max(1.0, hits));
    const double weight = hits > 0 ? rarity : rarity * kUnknownWord;
    all += weight;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      sums[i] += weight * worth[i];
  }
  for (double& sum : sums)
    sum = all > 0 ? sum / all : 0;
  return sums;
}

std::optional<Clarification> bestOf(const Words& asked, const std::vector<Candidate>& candidates,
                                    double enough) {
  const std::vector<double> all = scores(asked, candidates);
  const auto best = std::max_element(all.begin(), all.end());
  if (best == all.end() || *best < enough)
    return std::nullopt;
  return candidates[static_cast<std::size_t>(best - all.begin())].clarification;
}

}  // namespace

Clarification clarify(std::string_view asked, const content::Question& question) {
  const Words words = askedWords(asked);
  const std::vector<Topic> about = topicsOf(words);
  std::vector<Candidate> dialogue;
  for (const content::DialogueLine& line : question.dialogue)
    dialogue.push_back(candidateFor(line));
  std::vector<Candidate> scope;
  addLines(question.outOfScope, Answered::OutOfScope, scope);
  addLines(question.inScope, Answered::InScope, scope);
  addLines(question.assumptions, Answered::Assumption, scope);
  Clarification found;
  if (const auto told = bestOf(words, dialogue, kEnoughInDialogue))
    found = *told;
  else if (const auto drawn = bestOf(words, scope, kEnoughInScope))
    found = *drawn;
  found.topic = about.empty() ? Topic::None : about.front();
  return found;
}

}  // namespace phaseboard::mock
