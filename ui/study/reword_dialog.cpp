// SPDX-License-Identifier: Apache-2.0
#include "ui/study/reword_dialog.h"

#include <array>
#include <utility>
#include <vector>

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWordsHeight = 96;
constexpr int kListHeight = 192;
constexpr int kHeightOfOne = 400;
constexpr int kHeightOfMany = 560;

/// The fields of one target, each with a place to write and the original below it.
class RewordDialog : public QDialog {
 public:
  RewordDialog(Session& session, std::string target,
               const std::vector<ops::RewordableText>& originals, QWidget* parent)
      : QDialog(parent), m_session(session), m_target(std::move(target)) {
    setObjectName(u"rewordDialog"_s);
    setWindowTitle(tr("Reword"));
    auto* page = new QWidget;
    auto* fields = new QVBoxLayout(page);
    fields->setContentsMargins(0, 0, kGrid, 0);
    fields->setSpacing(kGrid);
    for (const ops::RewordableText& original : originals)
      addField(fields, original);
    fields->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    area->setFocusPolicy(Qt::NoFocus);  // what lies on it is reached by Tab, and scrolls it
    auto* hint = new Label(tr("Markdown, with $TeX$ between dollars. Your words stand in the place "
                              "of the original until you bring it back, also after an update."),
                           TextRole::Caption, Tone::Muted, this);
    hint->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    makeMain(buttons->button(QDialogButtonBox::Save));
    connect(buttons, &QDialogButtonBox::accepted, this, &RewordDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(area, 1);
    column->addWidget(hint);
    column->addWidget(buttons);
    resize(scaled(640), scaled(m_fields.size() == 1 ? kHeightOfOne : kHeightOfMany));
    m_fields.front().words->setFocus();
    m_fields.front().words->moveCursor(QTextCursor::End);
  }

 private:
  struct Field {
    std::string name;
    std::string original;
    QPlainTextEdit* words;
  };

  void addField(QVBoxLayout* column, const ops::RewordableText& original) {
    const ports::Override* known = m_session.wordings().find(m_target, original.field);
    column->addWidget(new Label(fieldText(original.field), TextRole::Strong, Tone::Normal));
    auto* words = new QPlainTextEdit(toQt(known ? known->text : original.text));
    words->setObjectName(u"reword:"_s + toQt(original.field));
    words->setAccessibleName(fieldText(original.field));
    words->setTabChangesFocus(true);
    const int height = original.field == "options" ? kListHeight : kWordsHeight;
    atTextSize(words, [words, height] { words->setFixedHeight(scaled(height)); });
    column->addWidget(words);
    m_fields.push_back({original.field, original.text, words});
    if (known == nullptr)
      return;
    if (!known->original.empty() && known->original != original.text)
      column->addWidget(
          new Label(tr("The original changed since you wrote this."), TextRole::Small, Tone::Warn));
    auto* card = new Card;
    card->column()->addWidget(new Label(tr("ORIGINAL"), TextRole::Overline, Tone::Muted));
    auto* text = new TextBlock(m_session.formulas());
    text->setRole(TextRole::Small);
    text->setMarkdown(toQt(original.text));
    card->column()->addWidget(text);
    auto* back = makeButton(tr("Back to the original"), ButtonKind::Quiet, card);
    back->setObjectName(u"original:"_s + toQt(original.field));
    connect(back, &QPushButton::clicked, words,
            [words, shipped = toQt(original.text)] { words->setPlainText(shipped); });
    card->column()->addWidget(back, 0, Qt::AlignLeft);
    column->addWidget(card);
  }

  /// What was left empty, or says what the original says, is no wording of the user's.
  void save() {
    for (const Field& field : m_fields) {
      std::string words = fromQt(field.words->toPlainText().trimmed());
      if (words == fromQt(toQt(field.original).trimmed()))
        words.clear();
      const bool isSaved = m_session.perform([&](ops::Desk& desk) {
        return desk.overrideText(m_target, field.name, words, field.original);
      });
      if (!isSaved)
        return;
    }
    accept();
  }

  Session& m_session;
  std::string m_target;
  std::vector<Field> m_fields;
};

}  // namespace

QString fieldText(const std::string& field) {
  const std::array<std::pair<const char*, QString>, 15> names{
      {{"summary", QObject::tr("Summary")},
       {"text", QObject::tr("Text")},
       {"statement", QObject::tr("Statement")},
       {"why", QObject::tr("Why")},
       {"alternative", QObject::tr("Alternative")},
       {"choice", QObject::tr("Choice")},
       {"options", QObject::tr("Options, and what each buys and costs")},
       {"decides", QObject::tr("What decides")},
       {"assumptions", QObject::tr("Assumptions")},
       {"how", QObject::tr("How it happens")},
       {"fix", QObject::tr("Fix")},
       {"question", QObject::tr("Question")},
       {"answer", QObject::tr("Answer")},
       {"ask", QObject::tr("Question")},
       {"explanation", QObject::tr("Explanation")}}};
  for (const auto& [name, words] : names)
    if (field == name)
      return words;
  return field == "interviewer" ? QObject::tr("The interviewer's words") : toQt(field);
}

bool canReword(const Session& session, const std::string& target) {
  const auto texts = ops::rewordableTexts(session.pack(), target);
  return texts && !texts->empty();
}

void rewordTarget(Session& session, const std::string& target, QWidget* parent) {
  const auto originals = session.read(ops::rewordableTexts(session.pack(), target));
  if (originals && !originals->empty())
    RewordDialog(session, target, *originals, parent).exec();
}

}  // namespace phaseboard::ui
