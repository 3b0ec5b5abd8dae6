// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/incoming.h"

#include <algorithm>

#include "app/base/bytes.h"
#include "app/base/hash.h"
#include "app/review/prompt.h"

namespace phaseboard::exchange {
namespace {

constexpr std::int64_t kFirstImportMoment = 946'684'800'000;  // 2000-01-01: ids begin there
constexpr std::size_t kLongestOrigin = 400;

Uuid uuidOf(Instant moment, std::string_view kind, std::string_view text) {
  return Uuid::version7(moment, Fnv64{}.addField(kind).addField(text).addNumber(1).value(),
                        Fnv64{}.addField(text).addField(kind).addNumber(2).value());
}

bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool hasControls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return (byte < 0x20 && letter != '\n' && letter != '\t') || byte == 0x7f;
  });
}

Status checkImportedText(const std::string& text, const std::string& what,
                         const std::string& file) {
  if (text.size() > kLongestImportedText)
    return fail(ErrorKind::InvalidInput, file, what + " is longer than 100,000 bytes");
  if (!isUtf8(text))
    return fail(ErrorKind::InvalidInput, file, what + " is not UTF-8 text");
  if (hasControls(text))
    return fail(ErrorKind::InvalidInput, file, what + " has control characters");
  if (isBlank(text))
    return fail(ErrorKind::InvalidInput, file, what + " is empty");
  return {};
}

}  // namespace

PromptId promptFor(const std::string& origin) {
  if (review::splitPromptId(PromptId{origin}))
    return PromptId{origin};
  return review::promptId(review::PromptKind::Own,
                          TargetId{uuidOf(Instant{kFirstImportMoment}, "prompt", origin).text()});
}

Uuid eventFor(const std::string& origin, const IncomingReview& review) {
  return uuidOf(review.at, "review",
                origin + '\n' + std::to_string(review.at.value()) + '\n' +
                    std::to_string(static_cast<int>(review.rating)));
}

std::string originOf(std::string_view question, std::string_view phase, std::string_view ask) {
  const std::uint64_t hash = Fnv64{}.addField(question).addField(phase).addField(ask).value();
  return "text:" + std::to_string(hash) + ":" + std::to_string(fnv64(ask));
}

Status checkIncoming(const Incoming& incoming, const std::string& file) {
  if (incoming.prompts.size() > kMostImported)
    return fail(ErrorKind::InvalidInput, file, "more than 200,000 prompts");
  std::size_t reviews = 0;
  int number = 0;
  for (const IncomingPrompt& prompt : incoming.prompts) {
    const std::string which = " of prompt " + std::to_string(++number);
    PHASEBOARD_TRY(checkImportedText(prompt.ask, "the question" + which, file));
    PHASEBOARD_TRY(checkImportedText(prompt.answer, "the answer" + which, file));
    PHASEBOARD_TRY(checkImportedText(prompt.origin, "the id" + which, file));
    if (prompt.origin.size() > kLongestOrigin)
      return fail(ErrorKind::InvalidInput, file, "the id" + which + " is longer than 400 bytes");
    reviews += prompt.reviews.size();
  }
  if (reviews > kMostImportedReviews)
    return fail(ErrorKind::InvalidInput, file, "more than 5,000,000 reviews");
  return {};
}

}  // namespace phaseboard::exchange
