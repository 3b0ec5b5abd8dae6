// SPDX-License-Identifier: Apache-2.0
#include "ui/models/outline_model.h"

#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/models/plain_text.h"

namespace phaseboard::ui {
namespace {

/// The internal id of a phase; leaves carry the row of their phase instead.
constexpr quintptr kTopLevel = ~quintptr{0};

}  // namespace

OutlineModel::OutlineModel(const ports::PackLibrary& pack, QObject* parent)
    : QAbstractItemModel(parent), m_pack(pack) {}

void OutlineModel::setQuestion(const QuestionId& question) {
  beginResetModel();
  m_question = question;
  m_branches.clear();
  for (const ports::QuestionCard& card : m_pack.questions())
    if (card.id == question)
      addPhases(card);
  endResetModel();
}

void OutlineModel::addPhases(const ports::QuestionCard& card) {
  Branch brief;
  brief.title = tr("The question");
  brief.fetched = true;
  m_branches.push_back(std::move(brief));
  for (const framework::Phase& phase : m_pack.framework().phases) {
    Branch branch;
    branch.phase = phase.id;
    branch.title = toQt(phase.title);
    branch.purpose = toQt(phase.purpose);
    branch.number = phase.number;
    for (const ports::DiagramCard& figure : card.diagrams)
      if (figure.phase == phase.id)
        branch.leaves.push_back(
            {Kind::Figure, figure.id.value(), toQt(figure.title), toQt(figure.kind), 0});
    m_branches.push_back(std::move(branch));
  }
}

void OutlineModel::setAnswered(const std::vector<PhaseId>& phases) {
  for (std::size_t i = 0; i < m_branches.size(); ++i) {
    const bool answered =
        std::find(phases.begin(), phases.end(), m_branches[i].phase) != phases.end();
    if (m_branches[i].answered == answered)
      continue;
    m_branches[i].answered = answered;
    const QModelIndex at = index(static_cast<int>(i), 0);
    Q_EMIT dataChanged(at, at, {kAnsweredRole});
  }
}

QModelIndex OutlineModel::phaseIndex(const PhaseId& phase) const {
  for (std::size_t i = 1; i < m_branches.size(); ++i)
    if (m_branches[i].phase == phase)
      return index(static_cast<int>(i), 0);
  return {};
}

QModelIndex OutlineModel::figureIndex(const DiagramId& diagram) const {
  for (std::size_t i = 0; i < m_branches.size(); ++i)
    for (std::size_t j = 0; j < m_branches[i].leaves.size(); ++j)
      if (m_branches[i].leaves[j].id == diagram.value())
        return index(static_cast<int>(j), 0, index(static_cast<int>(i), 0));
  return {};
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
  if (column != 0 || row < 0 || row >= rowCount(parent))
    return {};
  return createIndex(row, 0, parent.isValid() ? static_cast<quintptr>(parent.row()) : kTopLevel);
}

QModelIndex OutlineModel::parent(const QModelIndex& child) const {
  if (!child.isValid() || child.internalId() == kTopLevel)
    return {};
  return createIndex(static_cast<int>(child.internalId()), 0, kTopLevel);
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid())
    return static_cast<int>(m_branches.size());
  if (parent.internalId() != kTopLevel)
    return 0;
  return static_cast<int>(m_branches[static_cast<std::size_t>(parent.row())].leaves.size());
}

int OutlineModel::columnCount(const QModelIndex&) const {
  return 1;
}

bool OutlineModel::hasChildren(const QModelIndex& parent) const {
  return !parent.isValid() ? !m_branches.empty() : rowCount(parent) > 0 || canFetchMore(parent);
}

bool OutlineModel::canFetchMore(const QModelIndex& parent) const {
  return parent.isValid() && parent.internalId() == kTopLevel &&
         !m_branches[static_cast<std::size_t>(parent.row())].fetched;
}

void OutlineModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent))
    return;
  Branch& branch = m_branches[static_cast<std::size_t>(parent.row())];
  branch.fetched = true;
  const auto note = wordedNote(branch.phase);
  if (!note || (note->keyPoints.empty() && note->chapters.empty()))
    return;
  const int before = rowCount(parent);
  const auto count = static_cast<int>(note->chapters.size() + note->keyPoints.size());
  beginInsertRows(parent, before, before + count - 1);
  for (const content::Chapter& chapter : note->chapters)
    branch.leaves.push_back({Kind::Chapter, chapter.id.value(), toQt(chapter.title), {}, 0});
  int number = 0;
  for (const content::KeyPoint& point : note->keyPoints)
    branch.leaves.push_back(
        {Kind::KeyPoint, point.id.value(), plainText(toQt(point.statement)), {}, ++number});
  endInsertRows();
}

std::optional<content::Note> OutlineModel::wordedNote(const PhaseId& phase) const {
  auto note = m_pack.note(m_question, phase);
  if (!note)
    return std::nullopt;
  m_wordings.apply(*note);
  return std::move(*note);
}

void OutlineModel::setWordings(ops::Wordings wordings) {
  m_wordings = std::move(wordings);
  for (std::size_t row = 0; row < m_branches.size(); ++row) {
    Branch& branch = m_branches[row];
    const auto note = branch.fetched ? wordedNote(branch.phase) : std::nullopt;
    if (!note)
      continue;
    for (Leaf& leaf : branch.leaves)
      for (const content::KeyPoint& point : note->keyPoints)
        if (leaf.kind == Kind::KeyPoint && leaf.id == point.id.value())
          leaf.title = plainText(toQt(point.statement));
    const QModelIndex parent = index(static_cast<int>(row), 0);
    Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, 0, parent));
  }
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid())
    return {};
  if (index.internalId() == kTopLevel)
    return branchData(m_branches[static_cast<std::size_t>(index.row())], role);
  const Branch& branch = m_branches[static_cast<std::size_t>(index.internalId())];
  return leafData(branch.leaves[static_cast<std::size_t>(index.row())], role);
}

QVariant OutlineModel::branchData(const Branch& branch, int role) const {
  switch (role) {
    case Qt::DisplayRole:
      return branch.title;
    case Qt::ToolTipRole:
      return branch.purpose;
    case Qt::AccessibleTextRole:
      return branch.answered ? tr("%1, answered").arg(branch.title) : branch.title;
    case kKindRole:
      return static_cast<int>(branch.number == 0 ? Kind::Brief : Kind::Phase);
    case kNumberRole:
      return branch.number;
    case kAnsweredRole:
      return branch.answered;
    case kIdRole:
      return toQt(branch.phase.value());
    default:
      return {};
  }
}

QVariant OutlineModel::leafData(const Leaf& leaf, int role) const {
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return leaf.title;
    case kKindRole:
      return static_cast<int>(leaf.kind);
    case kNumberRole:
      return leaf.number;
    case kIdRole:
      return toQt(leaf.id);
    case kKindNameRole:
      return leaf.detail;
    default:
      return {};
  }
}

}  // namespace phaseboard::ui
