// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/error_text.h"

#include <array>
#include <set>

#include <gmock/gmock.h>

#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

constexpr std::array kKinds{
    ErrorKind::InvalidInput, ErrorKind::NotFound,    ErrorKind::AlreadyExists,
    ErrorKind::FileTooNew,   ErrorKind::ForeignFile, ErrorKind::Damaged,
    ErrorKind::Busy,         ErrorKind::DiskFull,    ErrorKind::ReadOnly,
    ErrorKind::InputOutput,  ErrorKind::Internal};

TEST(ErrorText, HasItsOwnSentenceAndAdviceForEachKind) {
  std::set<QString> sentences;
  for (const ErrorKind kind : kKinds) {
    const ErrorWords words = errorWords({kind, "notebook.db", "for the log"});
    EXPECT_TRUE(words.sentence.contains(QStringLiteral("notebook.db"))) << kind;
    EXPECT_FALSE(words.sentence.contains(QStringLiteral("for the log"))) << kind;
    EXPECT_FALSE(words.advice.isEmpty()) << kind;
    sentences.insert(words.sentence);
  }
  EXPECT_EQ(sentences.size(), kKinds.size());
}

TEST(ErrorText, EndsBeforeTheColonWithoutASubject) {
  EXPECT_EQ(errorWords({ErrorKind::DiskFull, "", ""}).sentence, QStringLiteral("The disk is full"));
}

TEST(Text, SurvivesTheWayToQtAndBack) {
  const std::string text = "Größe \xE2\x89\xA4 3 \xF0\x9F\x99\x82";
  EXPECT_EQ(fromQt(toQt(text)), text);
}

}  // namespace
}  // namespace phaseboard::ui
