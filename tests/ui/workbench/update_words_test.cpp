// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/update_words.h"

#include <gmock/gmock.h>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using content::ContentChange;
using content::ContentKind;

TEST(UpdateWords, CountWhatCameWentAndChanged) {
  const content::QuestionUpdate update{
      QuestionId{"ads"},
      false,
      {{ContentChange::Added, ContentKind::Part, "ads/path/cache"},
       {ContentChange::Removed, ContentKind::KeyPoint, "ads/old"},
       {ContentChange::Changed, ContentKind::Explanation, "ads/path/a"},
       {ContentChange::Changed, ContentKind::Explanation, "ads/path/b"}}};

  const QString words = summaryOf(update);

  EXPECT_TRUE(words.startsWith(u"+1 part"_s)) << words.toStdString();
  EXPECT_TRUE(words.contains(u"1 key point"_s)) << words.toStdString();
  EXPECT_TRUE(words.contains(u"removed"_s)) << words.toStdString();
  EXPECT_TRUE(words.endsWith(u"2 explanations reworded"_s) ||
              words.endsWith(u"2 explanation(s) reworded"_s))
      << words.toStdString();
}

TEST(UpdateWords, CallAThingByTheEndOfItsId) {
  EXPECT_EQ(changeText({ContentChange::Changed, ContentKind::Explanation, "ads/path/cache"}),
            u"Reworded: explanation cache"_s);
}

}  // namespace
}  // namespace phaseboard::ui
