// SPDX-License-Identifier: Apache-2.0
#include "ui/review/own_prompt_dialog.h"

#include <algorithm>
#include <utility>

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

/// The texts of an own prompt and what it is about.
class OwnPromptDialog : public QDialog {
 public:
  OwnPromptDialog(Session& session, review::Prompt prompt, QWidget* parent)
      : QDialog(parent), m_session(session), m_prompt(std::move(prompt)) {
    setObjectName(QStringLiteral("ownPromptDialog"));
    setWindowTitle(isNew() ? tr("New prompt") : tr("Your prompt"));
    resize(scaled(640), scaled(520));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    makePlace(column);
    m_ask = addField(column, tr("Question"), QStringLiteral("ownAsk"), m_prompt.ask);
    m_answer = addField(column, tr("Answer"), QStringLiteral("ownAnswer"), m_prompt.answer);
    column->addWidget(new Label(tr("Markdown, with $TeX$ between dollars."), TextRole::Caption,
                                Tone::Muted, this));
    makeButtons(column);
    (m_prompt.ask.empty() ? m_ask : m_answer)->setFocus();
    updateSave();
  }

  [[nodiscard]] const review::Prompt& prompt() const { return m_prompt; }

 private:
  [[nodiscard]] bool isNew() const { return m_prompt.kind != review::PromptKind::Own; }

  void makePlace(QVBoxLayout* column) {
    m_question = new QComboBox(this);
    m_question->setAccessibleName(tr("Interview question"));
    for (const ports::QuestionCard& card : m_session.pack().questions())
      m_question->addItem(toQt(card.title), toQt(card.id.value()));
    m_phase = new QComboBox(this);
    m_phase->setAccessibleName(tr("Phase"));
    for (const framework::Phase& phase : m_session.pack().framework().phases)
      m_phase->addItem(QStringLiteral("%1 %2").arg(phase.number).arg(toQt(phase.title)),
                       toQt(phase.id.value()));
    m_question->setCurrentIndex(std::max(0, m_question->findData(toQt(m_prompt.question.value()))));
    m_phase->setCurrentIndex(std::max(0, m_phase->findData(toQt(m_prompt.phase.value()))));
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_question, 1);
    row->addWidget(m_phase, 1);
    column->addLayout(row);
    m_withFigure = new QCheckBox(this);
    m_withFigure->setObjectName(QStringLiteral("ownWithFigure"));
    m_withFigure->setVisible(m_prompt.diagram.has_value());
    m_withFigure->setChecked(m_prompt.diagram.has_value());
    m_withFigure->setText(m_prompt.part ? tr("Show the figure and point at its part")
                                        : tr("Show the figure"));
    column->addWidget(m_withFigure);
  }

  QPlainTextEdit* addField(QVBoxLayout* column, const QString& name, const QString& object,
                           const std::string& text) {
    column->addWidget(new Label(name, TextRole::Strong, Tone::Normal, this));
    auto* field = new QPlainTextEdit(toQt(text), this);
    field->setObjectName(object);
    field->setAccessibleName(name);
    field->setTabChangesFocus(true);
    column->addWidget(field, 1);
    connect(field, &QPlainTextEdit::textChanged, this, &OwnPromptDialog::updateSave);
    return field;
  }

  void makeButtons(QVBoxLayout* column) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    makeMain(m_save);
    connect(buttons, &QDialogButtonBox::accepted, this, &OwnPromptDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (!isNew()) {
      auto* remove = buttons->addButton(tr("Delete"), QDialogButtonBox::DestructiveRole);
      remove->setObjectName(QStringLiteral("ownDelete"));
      setKind(remove, ButtonKind::Danger);
      connect(remove, &QPushButton::clicked, this, [this] {
        if (m_session.perform([this](ops::Desk& desk) { return desk.deletePrompt(m_prompt.id); }))
          accept();
      });
    }
    column->addWidget(buttons);
  }

  void updateSave() {
    if (m_save != nullptr)
      m_save->setEnabled(!m_ask->toPlainText().trimmed().isEmpty() &&
                         !m_answer->toPlainText().trimmed().isEmpty());
  }

  void save() {
    review::Prompt prompt = m_prompt;
    prompt.ask = fromQt(m_ask->toPlainText().trimmed());
    prompt.answer = fromQt(m_answer->toPlainText().trimmed());
    prompt.question = QuestionId(fromQt(m_question->currentData().toString()));
    prompt.phase = PhaseId(fromQt(m_phase->currentData().toString()));
    if (!m_withFigure->isChecked()) {
      prompt.diagram.reset();
      prompt.part.reset();
    }
    if (isNew() ? create(prompt)
                : m_session.perform([&prompt](ops::Desk& desk) { return desk.editPrompt(prompt); }))
      accept();
  }

  bool create(const review::Prompt& prompt) {
    const auto made =
        m_session.run([&prompt](ops::Desk& desk) { return desk.createPrompt(prompt); });
    if (!made)
      return false;
    m_prompt = made->prompt;
    return true;
  }

  Session& m_session;
  review::Prompt m_prompt;
  QComboBox* m_question = nullptr;
  QComboBox* m_phase = nullptr;
  QCheckBox* m_withFigure = nullptr;
  QPlainTextEdit* m_ask = nullptr;
  QPlainTextEdit* m_answer = nullptr;
  QPushButton* m_save = nullptr;
};

}  // namespace

std::optional<review::Prompt> writeOwnPrompt(Session& session, const review::Prompt& draft,
                                             QWidget* parent) {
  review::Prompt fresh = draft;
  fresh.kind = review::PromptKind::Authored;  // until it was made
  OwnPromptDialog dialog(session, std::move(fresh), parent);
  if (dialog.exec() != QDialog::Accepted)
    return std::nullopt;
  return dialog.prompt();
}

void editOwnPrompt(Session& session, const review::Prompt& prompt, QWidget* parent) {
  OwnPromptDialog(session, prompt, parent).exec();
}

}  // namespace phaseboard::ui
