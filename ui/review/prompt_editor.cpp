// SPDX-License-Identifier: Apache-2.0
#include "ui/review/prompt_editor.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/ops/asked_prompt.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

/// A dialog with the two texts of a prompt.
class PromptEditor : public QDialog {
 public:
  PromptEditor(Session& session, const review::Prompt& prompt, QWidget* parent)
      : QDialog(parent),
        m_session(session),
        m_prompt(prompt),
        m_original(ops::readPrompt(session.pack(), session.notebook(), prompt.id).value_or(prompt)),
        m_ask(addField(tr("Question"), toQt(prompt.ask))),
        m_answer(addField(tr("Answer"), toQt(prompt.answer))) {
    setWindowTitle(tr("Edit prompt"));
    resize(scaled(620), scaled(460));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    makeMain(buttons->button(QDialogButtonBox::Save));
    auto* original = buttons->addButton(tr("Bring the original back"), QDialogButtonBox::ResetRole);
    m_column->addWidget(
        new Label(tr("Markdown, with $TeX$ between dollars. Your words stay when the pack "
                     "is updated."),
                  TextRole::Caption, Tone::Muted, this));
    m_column->addWidget(buttons);
    original->setEnabled(m_original.ask != prompt.ask || m_original.answer != prompt.answer);
    connect(buttons, &QDialogButtonBox::accepted, this,
            [this] { save(text(m_ask), text(m_answer)); });
    connect(original, &QPushButton::clicked, this, [this] { save({}, {}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  }

 private:
  QPlainTextEdit* addField(const QString& name, const QString& text) {
    if (m_column == nullptr)
      m_column = new QVBoxLayout(this);
    m_column->addWidget(new Label(name, TextRole::Strong, Tone::Normal, this));
    auto* field = new QPlainTextEdit(text, this);
    field->setAccessibleName(name);
    field->setTabChangesFocus(true);
    m_column->addWidget(field, 1);
    return field;
  }

  static std::string text(const QPlainTextEdit* field) {
    return fromQt(field->toPlainText().trimmed());
  }

  void save(const std::string& ask, const std::string& answer) {
    if (put("ask", ask, m_prompt.ask, m_original.ask) &&
        put("answer", answer, m_prompt.answer, m_original.answer))
      accept();
  }

  bool put(const char* field, const std::string& text, const std::string& shown,
           const std::string& original) {
    if (text == shown)
      return true;
    return m_session
        .run([&](ops::Desk& desk) {
          return desk.overrideText(m_prompt.id.value(), field, text == original ? "" : text,
                                   original);
        })
        .has_value();
  }

  Session& m_session;
  review::Prompt m_prompt;    ///< as it is shown
  review::Prompt m_original;  ///< as the pack has it
  QVBoxLayout* m_column = nullptr;
  QPlainTextEdit* m_ask;
  QPlainTextEdit* m_answer;
};

}  // namespace

void editPrompt(Session& session, const review::Prompt& prompt, QWidget* parent) {
  PromptEditor(session, prompt, parent).exec();
}

}  // namespace phaseboard::ui
