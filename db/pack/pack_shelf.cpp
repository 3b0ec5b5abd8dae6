// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_shelf.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <utility>

#include "app/search/ranking.h"
#include "db/pack/pack_reader.h"

namespace phaseboard::db {
namespace {

/// The question that an id is about: all of it up to the first '/' or '#', without a prompt's kind.
QuestionId questionIn(const std::string& id) {
  const auto parts = review::splitPromptId(PromptId{id});
  const std::string target = parts ? parts->target.value() : id;
  return QuestionId{target.substr(0, target.find_first_of("/#"))};
}

bool isBefore(const content::Concept& a, const content::Concept& b) {
  const auto lower = [](unsigned char left, unsigned char right) {
    return std::tolower(left) < std::tolower(right);
  };
  return std::lexicographical_compare(a.title.begin(), a.title.end(), b.title.begin(),
                                      b.title.end(), lower);
}

}  // namespace

PackShelf::PackShelf() = default;
PackShelf::~PackShelf() = default;

Result<std::unique_ptr<PackShelf>> PackShelf::open(
    const std::vector<std::filesystem::path>& files) {
  if (files.empty())
    return fail(ErrorKind::InvalidInput, "pack", "none was named");
  std::unique_ptr<PackShelf> shelf(new PackShelf);
  for (const std::filesystem::path& file : files)
    PHASEBOARD_TRY(shelf->add(file));
  return shelf;
}

Status PackShelf::add(const std::filesystem::path& file) {
  PHASEBOARD_TRY_ASSIGN(std::unique_ptr<PackReader> pack, PackReader::open(file));
  PHASEBOARD_TRY(checkPhases(*pack, file.string()));
  for (const ports::QuestionCard& card : pack->questions()) {
    const auto [home, isNew] = m_homes.emplace(card.id, m_packs.size());
    if (!isNew)
      return fail(ErrorKind::AlreadyExists,
                  "question " + card.id.value() + " in " + m_files[home->second] + " and in " +
                      file.string(),
                  "two packs opened together may not have a question of the same id");
    m_questions.push_back(card);
  }
  if (m_packs.size() == 1)
    m_prompts = m_packs.front()->prompts();
  if (!m_packs.empty())
    m_prompts.insert(m_prompts.end(), pack->prompts().begin(), pack->prompts().end());
  m_renames.insert(pack->renames().begin(), pack->renames().end());
  m_infos.push_back(pack->info());
  m_files.push_back(file.string());
  m_packs.push_back(std::move(pack));
  return {};
}

Status PackShelf::reopen(const std::vector<std::filesystem::path>& files) {
  PHASEBOARD_TRY_ASSIGN(std::unique_ptr<PackShelf> other, open(files));
  m_before.reset();
  m_packs.swap(other->m_packs);
  m_files.swap(other->m_files);
  m_homes.swap(other->m_homes);
  m_infos.swap(other->m_infos);
  m_questions.swap(other->m_questions);
  m_prompts.swap(other->m_prompts);
  m_renames.swap(other->m_renames);
  m_before = std::move(other);
  return {};
}

const std::vector<review::Prompt>& PackShelf::prompts() const {
  return m_packs.size() == 1 ? m_packs.front()->prompts() : m_prompts;
}

Status PackShelf::checkPhases(const PackReader& pack, const std::string& file) const {
  if (m_packs.empty())
    return {};
  const auto& mine = framework().phases;
  const auto& its = pack.framework().phases;
  const bool areEqual =
      std::equal(mine.begin(), mine.end(), its.begin(), its.end(),
                 [](const framework::Phase& a, const framework::Phase& b) { return a.id == b.id; });
  if (areEqual)
    return {};
  return fail(ErrorKind::InvalidInput, m_files.front() + " together with " + file,
              "their frameworks have different phases");
}

const framework::Framework& PackShelf::framework() const {
  return m_packs.front()->framework();
}

Result<const PackReader*> PackShelf::packOf(const QuestionId& question,
                                            const std::string& wanted) const {
  const auto home = m_homes.find(question);
  if (home == m_homes.end())
    return fail(ErrorKind::NotFound, wanted);
  return m_packs[home->second].get();
}

Result<content::Question> PackShelf::question(const QuestionId& id) const {
  PHASEBOARD_TRY_ASSIGN(const PackReader* pack, packOf(id, id.value()));
  return pack->question(id);
}

Result<content::Note> PackShelf::note(const QuestionId& question, const PhaseId& phase) const {
  PHASEBOARD_TRY_ASSIGN(const PackReader* pack,
                        packOf(question, content::noteTarget(question, phase).value()));
  return pack->note(question, phase);
}

Result<content::Diagram> PackShelf::diagram(const DiagramId& id) const {
  PHASEBOARD_TRY_ASSIGN(const PackReader* pack, packOf(questionIn(id.value()), id.value()));
  return pack->diagram(id);
}

Result<std::vector<content::Concept>> PackShelf::concepts() const {
  std::vector<content::Concept> all;
  std::set<ConceptId> known;
  for (const auto& pack : m_packs) {
    PHASEBOARD_TRY_ASSIGN(std::vector<content::Concept> its, pack->concepts());
    for (content::Concept& one : its)
      if (known.insert(one.id).second)
        all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(), isBefore);
  return all;
}

Result<content::Concept> PackShelf::findConcept(const ConceptId& id) const {
  for (const auto& pack : m_packs) {
    auto found = pack->findConcept(id);
    if (found || found.error().kind != ErrorKind::NotFound)
      return found;
  }
  return fail(ErrorKind::NotFound, id.value());
}

Result<std::vector<ports::Occurrence>> PackShelf::occurrences(const ConceptId& id) const {
  PHASEBOARD_TRY(findConcept(id));
  std::vector<ports::Occurrence> all;
  for (const auto& pack : m_packs) {
    auto its = pack->occurrences(id);
    if (!its && its.error().kind != ErrorKind::NotFound)
      return its;
    if (its)
      std::move(its->begin(), its->end(), std::back_inserter(all));
  }
  return all;
}

std::optional<content::Formula> PackShelf::formula(std::string_view tex) const {
  for (const auto& pack : m_packs)
    if (auto found = pack->formula(tex))
      return found;
  return std::nullopt;
}

Result<review::Prompt> PackShelf::prompt(const PromptId& id) const {
  PHASEBOARD_TRY_ASSIGN(const PackReader* pack, packOf(questionIn(id.value()), id.value()));
  return pack->prompt(id);
}

std::string PackShelf::currentId(const std::string& id) const {
  if (const auto home = m_homes.find(questionIn(id)); home != m_homes.end())
    return m_packs[home->second]->currentId(id);
  for (const auto& pack : m_packs)
    if (std::string current = pack->currentId(id); current != id)
      return current;
  return id;
}

Result<std::vector<search::Hit>> PackShelf::search(const search::Query& query, int limit) const {
  std::vector<search::Hit> all;
  for (const auto& pack : m_packs) {
    PHASEBOARD_TRY_ASSIGN(std::vector<search::Hit> its, pack->search(query, limit));
    std::move(its.begin(), its.end(), std::back_inserter(all));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const search::Hit& a, const search::Hit& b) { return a.score > b.score; });
  search::keepFirstOfEach(all);
  if (all.size() > static_cast<std::size_t>(std::max(0, limit)))
    all.resize(static_cast<std::size_t>(std::max(0, limit)));
  return all;
}

Result<std::unique_ptr<ports::PackLibrary>> openPacks(
    const std::vector<std::filesystem::path>& files) {
  if (files.size() == 1) {
    PHASEBOARD_TRY_ASSIGN(std::unique_ptr<PackReader> pack, PackReader::open(files.front()));
    return std::unique_ptr<ports::PackLibrary>(std::move(pack));
  }
  PHASEBOARD_TRY_ASSIGN(std::unique_ptr<PackShelf> shelf, PackShelf::open(files));
  return std::unique_ptr<ports::PackLibrary>(std::move(shelf));
}

}  // namespace phaseboard::db
