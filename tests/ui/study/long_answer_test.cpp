// SPDX-License-Identifier: Apache-2.0
// An answer as long as the chapter of a book.
#include "tests/ui/study/writing_window.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPieces = 1'500;

class LongAnswer : public testing::Test {
 protected:
  LongAnswer() {
    QString text;
    for (int i = 0; i < kPieces; ++i)
      text += u"Piece %1 of **many**.\n\n"_s.arg(i);
    m_program.editor()->setPlainText(text);
  }
  [[nodiscard]] bool shows(const QString& words) {
    for (const TextBlock* block : m_program.preview()->blocks())
      if (block->plainText().startsWith(words))
        return true;
    return false;
  }

  test::TemporaryFolder m_folder;
  WritingWindow m_program{m_folder};
};

TEST_F(LongAnswer, IsPreviewedAroundTheCursor) {
  m_program.command("writeAndPreviewCommand");
  EXPECT_EQ(m_program.preview()->blocks().size(),
            static_cast<std::size_t>(AnswerPreview::kMostPieces));
  EXPECT_TRUE(shows(u"Piece 0 of"_s));
  EXPECT_FALSE(shows(u"Piece 1200 of"_s));

  m_program.editor()->moveCursor(QTextCursor::End);
  m_program.type(u"The end."_s);

  EXPECT_TRUE(shows(u"The end."_s));
  EXPECT_FALSE(shows(u"Piece 0 of"_s));
  QStringList told;
  for (const auto* label : m_program.preview()->findChildren<Label*>())
    if (!label->isHidden())
      told += label->text();
  EXPECT_EQ(told.size(), 1);
  EXPECT_TRUE(told.join(u' ').contains(QString::number(kPieces + 1 - AnswerPreview::kMostPieces)))
      << fromQt(told.join(u' '));
}

TEST_F(LongAnswer, KeepsTheSamePiecesWhileOneWritesOn) {
  QTextCursor cursor = m_program.editor()->textCursor();
  cursor.setPosition(
      static_cast<int>(m_program.editor()->toPlainText().indexOf(u"Piece 700 of"_s)));
  m_program.editor()->setTextCursor(cursor);
  m_program.command("writeAndPreviewCommand");
  const auto before = m_program.preview()->blocks();
  ASSERT_TRUE(shows(u"Piece 700 of"_s));

  m_program.type(u"x"_s);

  EXPECT_EQ(m_program.preview()->blocks(), before);
  EXPECT_TRUE(shows(u"xPiece 700 of"_s));
}

}  // namespace
}  // namespace phaseboard::ui
