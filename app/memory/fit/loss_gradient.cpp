// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/loss_gradient.h"

#include <vector>

#include "app/memory/fit/loss_kernel.h"

namespace phaseboard::memory {
namespace {

/// The sums of one group of blocks.
struct GroupSums {
  LossGradient found;
  GradientProducts products{};
};

/// Adds up the products of the prompts' gradients, one kernel for each block.
template <class L>
class ProductSums {
 public:
  PHASEBOARD_INLINE void add(const LossKernel<L>& block) {
    for (std::size_t i = 0; i < kWeightCount; ++i)
      for (std::size_t j = i; j < kWeightCount; ++j)
        m_sums[i][j] += block.slopes(i) * block.slopes(j);
  }
  PHASEBOARD_INLINE void write(GradientProducts& products) const {
    for (std::size_t i = 0; i < kWeightCount; ++i)
      for (std::size_t j = i; j < kWeightCount; ++j)
        products[i][j] = L::sum(m_sums[i][j]);
  }

 private:
  typename L::Wide m_sums[kWeightCount][kWeightCount]{};
};

template <class L>
PHASEBOARD_INLINE void take(const LossKernel<L>& kernel, LossGradient& found) {
  found.loss = kernel.loss();
  for (std::size_t i = 0; i < kWeightCount; ++i)
    found.gradient[i] = kernel.slope(i);
}

template <class L>
PHASEBOARD_INLINE GroupSums walkGroup(const KernelModel& model, const PackedLog& log,
                                      std::size_t group) {
  // The longest block of a group comes first.
  const std::size_t first = log.groupBegin(group);
  const std::size_t end = log.groupBegin(group + 1);
  GroupSums sums;
  if (first == end)
    return sums;
  std::vector<typename LossKernel<L>::Trace> traces(log.length(first));
  LossKernel<L> kernel(model, traces.data());
  for (std::size_t block = first; block < end; ++block)
    for (std::size_t lane = 0; lane < PackedLog::kLanes; lane += L::kCount)
      kernel.add(log.begin(block), log.length(block), lane);
  kernel.finish();
  take(kernel, sums.found);
  return sums;
}

template <class L>
PHASEBOARD_INLINE GroupSums walkGroupWithProducts(const KernelModel& model, const PackedLog& log,
                                                  std::size_t group) {
  const std::size_t first = log.groupBegin(group);
  const std::size_t end = log.groupBegin(group + 1);
  GroupSums sums;
  if (first == end)
    return sums;
  std::vector<typename LossKernel<L>::Trace> traces(log.length(first));
  LossKernel<L> all(model, traces.data());
  ProductSums<L> products;
  for (std::size_t block = first; block < end; ++block)
    for (std::size_t lane = 0; lane < PackedLog::kLanes; lane += L::kCount) {
      LossKernel<L> kernel(model, traces.data());
      kernel.add(log.begin(block), log.length(block), lane);
      kernel.finish();
      products.add(kernel);
      all.add(kernel);
    }
  take(all, sums.found);
  products.write(sums.products);
  return sums;
}

using Walk = GroupSums (*)(const KernelModel&, const PackedLog&, std::size_t);

GroupSums walkSingle(const KernelModel& model, const PackedLog& log, std::size_t group) {
  return walkGroup<Single>(model, log, group);
}
GroupSums walkSingleWithProducts(const KernelModel& model, const PackedLog& log,
                                 std::size_t group) {
  return walkGroupWithProducts<Single>(model, log, group);
}

#if defined(__GNUC__)
GroupSums walkPortable(const KernelModel& model, const PackedLog& log, std::size_t group) {
  return walkGroup<Quad>(model, log, group);
}
#endif

#if defined(__GNUC__) && defined(__x86_64__)
// The same source compiled for AVX2, chosen when the program runs. Not `target_clones`: that asks
// the dynamic linker to choose before the sanitizers are ready, and does not work for local
// functions.
[[gnu::target("avx2,fma")]] GroupSums walkAvx2(const KernelModel& model, const PackedLog& log,
                                               std::size_t group) {
  return walkGroup<Quad>(model, log, group);
}
[[gnu::target("avx2,fma")]] GroupSums walkAvx2WithProducts(const KernelModel& model,
                                                           const PackedLog& log,
                                                           std::size_t group) {
  return walkGroupWithProducts<Quad>(model, log, group);
}

bool hasAvx2() {
  static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return has;
}
#endif

Walk walkWith(Lanes lanes) {
#if defined(__GNUC__) && defined(__x86_64__)
  if (lanes == Lanes::Fastest && hasAvx2())
    return walkAvx2;
#endif
#if defined(__GNUC__)
  if (lanes != Lanes::Single)
    return walkPortable;
#endif
  return walkSingle;
}

Walk walkWithProducts() {
#if defined(__GNUC__) && defined(__x86_64__)
  if (hasAvx2())
    return walkAvx2WithProducts;
#endif
  return walkSingleWithProducts;
}

std::array<GroupSums, PackedLog::kGroups> walkAll(Walk walk, const Parameters& parameters,
                                                  const PackedLog& log, Crew& crew) {
  const KernelModel model{Model{parameters}};
  std::array<GroupSums, PackedLog::kGroups> groups;
  crew.each(groups.size(), [&](std::size_t group) { groups[group] = walk(model, log, group); });
  return groups;
}

LossGradient sumOf(const std::array<GroupSums, PackedLog::kGroups>& groups) {
  LossGradient sum;
  for (const GroupSums& group : groups) {
    sum.loss += group.found.loss;
    for (std::size_t i = 0; i < kWeightCount; ++i)
      sum.gradient[i] += group.found.gradient[i];
  }
  return sum;
}

}  // namespace

LossGradient lossGradient(const Parameters& parameters, const PackedLog& log, Crew& crew,
                          Lanes lanes) {
  return sumOf(walkAll(walkWith(lanes), parameters, log, crew));
}

LossGradient lossGradient(const Parameters& parameters, const PackedLog& log, Crew& crew,
                          GradientProducts& products) {
  const auto groups = walkAll(walkWithProducts(), parameters, log, crew);
  products = {};
  for (const GroupSums& group : groups)
    for (std::size_t i = 0; i < kWeightCount; ++i)
      for (std::size_t j = i; j < kWeightCount; ++j)
        products[i][j] += group.products[i][j];
  return sumOf(groups);
}

}  // namespace phaseboard::memory
