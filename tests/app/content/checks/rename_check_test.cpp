// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/rename_check.h"

#include <gmock/gmock.h>

namespace phaseboard::content {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

KnownIds known() {
  KnownIds ids;
  ids.concepts = {"now"};
  ids.items = {"q/now"};
  return ids;
}

Rename rename(const std::string& from, const std::string& to) {
  return {from, to, {"renames.yaml", 1}};
}

TEST(Renames, AreFollowedToTheirEnd) {
  Ledger ledger;

  const auto resolved =
      resolveRenames({rename("a", "b"), rename("b", "c"), rename("c", "now")}, known(), ledger);

  EXPECT_THAT(ledger.problems, IsEmpty());
  EXPECT_EQ(resolved.at("a"), "now");
  EXPECT_EQ(resolved.at("b"), "now");
}

TEST(Renames, ThatGoRoundAreReportedEach) {
  Ledger ledger;

  const auto resolved = resolveRenames(
      {rename("a", "b"), rename("b", "a"), rename("c", "a"), rename("d", "d")}, known(), ledger);

  EXPECT_THAT(resolved, IsEmpty());
  EXPECT_THAT(ledger.problems, SizeIs(4));
}

TEST(Renames, KeepTheFormOfAnId) {
  Ledger ledger;

  static_cast<void>(resolveRenames({rename("q/a", "now")}, known(), ledger));

  EXPECT_THAT(ledger.problems, SizeIs(1));
}

}  // namespace
}  // namespace phaseboard::content
