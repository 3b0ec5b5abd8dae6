// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/sheet_document.h"

#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <QAbstractTextDocumentLayout>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QTextDocument>

#include "tests/support/exchange_session.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

const QSizeF kSheetPage(657, 958);

/// Keeps what text is painted, and nothing else.
class TextEngine : public QPaintEngine {
 public:
  TextEngine() : QPaintEngine(QPaintEngine::AllFeatures) {}
  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  void updateState(const QPaintEngineState&) override {}
  void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
  using QPaintEngine::drawPolygon;
  void drawPath(const QPainterPath&) override {}
  void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
  void drawTextItem(const QPointF&, const QTextItem& item) override { ++painted[item.text()]; }
  [[nodiscard]] Type type() const override { return QPaintEngine::User; }

  std::map<QString, int> painted;
};

class TextDevice : public QPaintDevice {
 public:
  [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
  [[nodiscard]] const std::map<QString, int>& painted() const { return m_engine.painted; }

 protected:
  [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
    switch (metric) {
      case PdmWidth:
      case PdmHeight:
        return 1000;
      case PdmDpiX:
      case PdmDpiY:
      case PdmPhysicalDpiX:
      case PdmPhysicalDpiY:
        return 96;
      case PdmDepth:
        return 32;
      case PdmNumColors:
        return 1 << 24;
      case PdmDevicePixelRatio:
        return 1;
      default:
        return 0;
    }
  }

 private:
  mutable TextEngine m_engine;
};

class SheetDocumentTest : public testing::Test {
 protected:
  void SetUp() override {
    auto reading = m_open.files.openReading();
    ASSERT_THAT(reading, IsOk());
    m_reading = std::move(*reading);
  }
  void read(const QuestionId& question) {
    auto sheet = ui::SheetDocument::read(*m_reading, question, kSheetPage, {});
    ASSERT_THAT(sheet, IsOk());
    m_sheet = std::move(*sheet);
  }
  /// The one that is quick; all with PHASEBOARD_ALL_SHEETS.
  [[nodiscard]] std::vector<QuestionId> questions() const {
    if (std::getenv("PHASEBOARD_ALL_SHEETS") == nullptr)
      return {kShippedQuestion};
    std::vector<QuestionId> all;
    for (const ports::QuestionCard& card : m_open.shipped.pack->questions())
      all.push_back(card.id);
    return all;
  }
  [[nodiscard]] std::map<QString, int> paintedAsAWhole() const {
    TextDevice whole;
    QPainter painter(&whole);
    m_sheet->document().documentLayout()->draw(&painter, {});
    painter.end();
    return whole.painted();
  }
  [[nodiscard]] std::map<QString, int> paintedByPages() {
    TextDevice pages;
    for (int page = 0; page < m_sheet->pages(); ++page) {
      QPainter painter(&pages);
      m_sheet->paintPage(painter, page);
    }
    return pages.painted();
  }

  ExchangeSession m_open;
  std::unique_ptr<ports::Reading> m_reading;
  std::unique_ptr<ui::SheetDocument> m_sheet;
};

TEST_F(SheetDocumentTest, NoLineIsMissingAndNoneIsPaintedTwice) {
  for (const QuestionId& question : questions()) {
    SCOPED_TRACE(question.value());
    read(question);

    const auto whole = paintedAsAWhole();
    const auto pages = paintedByPages();

    ASSERT_GT(whole.size(), 100U);
    for (const auto& [text, count] : whole) {
      const auto found = pages.find(text);
      ASSERT_NE(found, pages.end()) << text.toStdString();
      EXPECT_EQ(found->second, count) << text.toStdString();
    }
  }
}

}  // namespace
}  // namespace phaseboard::test
