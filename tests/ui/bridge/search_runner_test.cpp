// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/search_runner.h"

#include <condition_variable>
#include <mutex>

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QSignalSpy>

namespace phaseboard::ui {
namespace {

using testing::ElementsAre;

/// Finds the query's own words, and does not come back with "slow" before it is interrupted.
class FakeIndex : public ports::TextIndex {
 public:
  [[nodiscard]] bool isConcurrent() const override { return m_isConcurrent; }
  [[nodiscard]] Result<std::vector<search::Hit>> search(const search::Query& query,
                                                        int) const override {
    const std::string words = query.terms.front().text;
    if (words == "slow") {
      std::unique_lock lock(m_mutex);
      m_isSlow = true;
      m_news.notify_all();
      m_news.wait(lock, [this] { return m_isInterrupted; });
      return fail(ErrorKind::InputOutput, "interrupted");
    }
    search::Hit hit;
    hit.title = words;
    return std::vector{hit};
  }
  void interrupt() const override {
    const std::lock_guard lock(m_mutex);
    m_isInterrupted = true;
    m_news.notify_all();
  }
  void waitForTheSlowOne() const {
    std::unique_lock lock(m_mutex);
    m_news.wait(lock, [this] { return m_isSlow; });
  }

  bool m_isConcurrent = true;

 private:
  mutable std::mutex m_mutex;
  mutable std::condition_variable m_news;
  mutable bool m_isSlow = false;
  mutable bool m_isInterrupted = false;
};

class SearchRunnerTest : public testing::Test {
 protected:
  SearchRunnerTest() {
    QObject::connect(&m_runner, &SearchRunner::found, &m_runner,
                     [this](const std::vector<search::Hit>& hits) {
                       m_told.push_back(hits.empty() ? "nothing" : hits.front().title);
                     });
  }

  std::vector<std::string> m_told;
  FakeIndex m_index;
  SearchRunner m_runner{m_index};
};

TEST_F(SearchRunnerTest, TellsWhatWasFoundFromTheEventLoop) {
  QSignalSpy found(&m_runner, &SearchRunner::found);
  m_runner.start(search::parseQuery("store"), 10);
  EXPECT_TRUE(m_runner.isRunning());
  EXPECT_TRUE(m_told.empty());

  ASSERT_TRUE(found.wait());

  EXPECT_THAT(m_told, ElementsAre("store"));
  EXPECT_FALSE(m_runner.isRunning());
}

TEST_F(SearchRunnerTest, EndsTheOneUnderWayWhenTypingGoesOn) {
  QSignalSpy found(&m_runner, &SearchRunner::found);
  m_runner.start(search::parseQuery("slow"), 10);
  m_index.waitForTheSlowOne();

  m_runner.start(search::parseQuery("store"), 10);

  ASSERT_TRUE(found.wait());
  QCoreApplication::processEvents();
  EXPECT_THAT(m_told, ElementsAre("store")) << "nothing of the one that was ended";
}

TEST_F(SearchRunnerTest, TellsNothingAfterItWasCancelled) {
  m_runner.start(search::parseQuery("slow"), 10);
  m_index.waitForTheSlowOne();

  m_runner.cancel();

  EXPECT_FALSE(m_runner.isRunning());
  QCoreApplication::processEvents();
  EXPECT_TRUE(m_told.empty());
}

TEST_F(SearchRunnerTest, AnswersAtOnceWhereNothingRunsBeside) {
  m_index.m_isConcurrent = false;

  m_runner.start(search::parseQuery("store"), 10);

  EXPECT_THAT(m_told, ElementsAre("store"));
}

}  // namespace
}  // namespace phaseboard::ui
