// SPDX-License-Identifier: Apache-2.0
#include "app/board/kind_guess.h"

#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "app/base/ascii.h"

namespace phaseboard::board {
namespace {

struct TellingWords {
  PartKind kind;
  std::string_view words;  ///< each between spaces
};

// A word stands in one list only.
constexpr std::array kTelling{
    TellingWords{PartKind::Actor,
                 " user users client clients viewer buyer seller rider driver customer advertiser "
                 "creator analyst reviewer annotator labeler labeller moderator browser app human "
                 "interviewer member shopper guest host person people engineer "},
    TellingWords{PartKind::Store,
                 " store storage database db table cache redis cassandra postgres mysql s3 "
                 "warehouse lake index registry bucket archive dynamodb bigtable hdfs repository "
                 "memcached faiss hnsw blob kv lakehouse "},
    TellingWords{PartKind::Queue,
                 " queue stream kafka topic log pubsub kinesis bus broker logs events backlog "
                 "mailbox "},
    TellingWords{PartKind::Model,
                 " model ranker tower network classifier encoder decoder transformer bert gpt llm "
                 "cnn mlp gbdt xgboost dnn detector predictor embedder regressor scorer reranker "
                 "estimator dcn dlrm resnet vit ensemble yolo autoencoder vae gan diffusion head "
                 "backbone lstm rnn gnn tree trees forest heavy "},
    TellingWords{PartKind::Metric,
                 " metric metrics dashboard monitor monitoring alert alerts ndcg auc recall "
                 "precision kpi slo score accuracy evaluation experiment ab f1 calibration drift "
                 "loss latency report "},
    TellingWords{PartKind::Policy,
                 " policy rules rule filter guardrail guardrails auction threshold blocklist "
                 "allowlist moderation consent limiter gate decision limits budget compliance "
                 "privacy eligibility "},
    TellingWords{
        PartKind::Service,
        " service server servers gateway api proxy balancer frontend backend endpoint "
        "cdn orchestrator scheduler microservice router mixer web site website loadbalancer "
        "platform lb dispatcher coordinator "},
    TellingWords{PartKind::Tensor,
                 " embedding embeddings vector vectors tensor logits features feature "
                 "representation token tokens "},
    TellingWords{
        PartKind::Data,
        " data dataset datasets labels label sample samples images image video videos "
        "text csv file files candidates corpus documents posts ads items catalogue catalog "
        "impressions clicks request response query profile history json batch "
        "annotations "},
    TellingWords{PartKind::External,
                 " external vendor partner thirdparty provider payment bank internet "},
    TellingWords{PartKind::Note, " note remark todo assumption question idea "}};

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : lowered(name) + ' ') {
    if (std::isalnum(static_cast<unsigned char>(letter)) != 0) {
      word += letter;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

std::optional<PartKind> toldBy(const std::string& word) {
  for (const TellingWords& telling : kTelling)
    if (telling.words.find(' ' + word + ' ') != std::string_view::npos)
      return telling.kind;
  return std::nullopt;
}

std::optional<PartKind> byWords(std::string_view name) {
  const auto words = wordsOf(name);
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (const auto kind = toldBy(*word))
      return kind;
    if (word->size() > 3 && word->back() == 's')
      if (const auto kind = toldBy(word->substr(0, word->size() - 1)))
        return kind;
  }
  return std::nullopt;
}

}  // namespace

KindGuess::KindGuess(const std::vector<SameMeaning>& ideas) {
  for (const SameMeaning& idea : ideas) {
    std::optional<PartKind> kind;
    for (const std::string& name : idea)
      if (!kind)
        kind = byWords(name);
    if (!kind)
      continue;
    for (const std::string& name : idea)
      m_known.emplace(lowered(name), *kind);
  }
}

PartKind KindGuess::of(std::string_view name) const {
  if (const auto kind = byWords(name))
    return *kind;
  const auto known = m_known.find(lowered(name));
  return known == m_known.end() ? PartKind::Process : known->second;
}

}  // namespace phaseboard::board
