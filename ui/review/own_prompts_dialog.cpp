// SPDX-License-Identifier: Apache-2.0
#include <QDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/models/plain_text.h"
#include "ui/review/own_prompt_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

/// The user's own prompts, oldest first.
class OwnPromptsDialog : public QDialog {
 public:
  OwnPromptsDialog(Session& session, QWidget* parent)
      : QDialog(parent),
        m_session(session),
        m_list(new QListWidget(this)),
        m_empty(new Label(tr("You have written none yet. Select words in a note, in your answer or "
                             "a part of a figure, and choose “New prompt from selection”."),
                          TextRole::Body, Tone::Muted, this)) {
    setObjectName(QStringLiteral("ownPromptsDialog"));
    setWindowTitle(tr("Your own prompts"));
    resize(scaled(560), scaled(420));
    m_list->setAccessibleName(tr("Your own prompts"));
    m_empty->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(makeButtons());
    connect(m_list, &QListWidget::itemActivated, this, &OwnPromptsDialog::edit);
    connect(m_list, &QListWidget::currentRowChanged, this, &OwnPromptsDialog::updateButtons);
    load();
  }

 private:
  QHBoxLayout* makeButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* add = makeButton(tr("New…"), ButtonKind::Plain, this);
    m_edit = makeButton(tr("Edit…"), ButtonKind::Plain, this);
    m_delete = makeButton(tr("Delete"), ButtonKind::Danger, this);
    auto* close = makeButton(tr("Close"), ButtonKind::Primary, this);
    row->addWidget(add);
    row->addWidget(m_edit);
    row->addWidget(m_delete);
    row->addStretch();
    row->addWidget(close);
    connect(add, &QPushButton::clicked, this, [this] {
      writeOwnPrompt(m_session, {}, this);
      load();
    });
    connect(m_edit, &QPushButton::clicked, this, &OwnPromptsDialog::edit);
    connect(m_delete, &QPushButton::clicked, this, [this] {
      const PromptId id = m_prompts[static_cast<std::size_t>(m_list->currentRow())].id;
      if (m_session.perform([&id](ops::Desk& desk) { return desk.deletePrompt(id); }))
        load();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return row;
  }

  void load() {
    m_prompts =
        m_session.read(m_session.notebook().ownPrompts()).value_or(std::vector<review::Prompt>());
    m_list->clear();
    for (const review::Prompt& prompt : m_prompts)
      m_list->addItem(plainText(toQt(prompt.ask)).simplified());
    m_list->setVisible(!m_prompts.empty());
    m_empty->setVisible(m_prompts.empty());
    m_list->setCurrentRow(m_prompts.empty() ? -1 : 0);
    updateButtons();
  }

  void edit() {
    if (m_list->currentRow() < 0)
      return;
    editOwnPrompt(m_session, m_prompts[static_cast<std::size_t>(m_list->currentRow())], this);
    load();
  }

  void updateButtons() {
    m_edit->setEnabled(m_list->currentRow() >= 0);
    m_delete->setEnabled(m_list->currentRow() >= 0);
  }

  Session& m_session;
  std::vector<review::Prompt> m_prompts;
  QListWidget* m_list;
  Label* m_empty;
  QPushButton* m_edit = nullptr;
  QPushButton* m_delete = nullptr;
};

}  // namespace

void manageOwnPrompts(Session& session, QWidget* parent) {
  OwnPromptsDialog(session, parent).exec();
}

}  // namespace phaseboard::ui
