// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/loss_gradient.h"

#include <vector>

#include "app/memory/fit/loss_kernel.h"

namespace phaseboard::memory {
namespace {

/// Where the sums of one group of blocks go. They are 0 before.
struct GroupSums {
  LossGradient& found;
  GradientProducts* products = nullptr;  ///< only where they are asked for
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

/// The loss and its slopes: one kernel sums up all blocks.
template <class L>
class PlainSums {
 public:
  using Trace = typename LossKernel<L>::Trace;

  PHASEBOARD_INLINE PlainSums(const KernelModel& model, Trace* traces) : m_kernel(model, traces) {}
  PHASEBOARD_INLINE void add(const PackedLog::Step* steps, std::size_t count, std::size_t lane) {
    m_kernel.add(steps, count, lane);
  }
  PHASEBOARD_INLINE void write(const GroupSums& sums) {
    m_kernel.finish();
    take(m_kernel, sums.found);
  }

 private:
  LossKernel<L> m_kernel;
};

/// The products as well: each block has a kernel of its own, whose slopes are multiplied.
template <class L>
class SumsWithProducts {
 public:
  using Trace = typename LossKernel<L>::Trace;

  PHASEBOARD_INLINE SumsWithProducts(const KernelModel& model, Trace* traces)
      : m_model(model), m_traces(traces), m_all(model, traces) {}
  PHASEBOARD_INLINE void add(const PackedLog::Step* steps, std::size_t count, std::size_t lane) {
    LossKernel<L> kernel(m_model, m_traces);
    kernel.add(steps, count, lane);
    kernel.finish();
    m_products.add(kernel);
    m_all.add(kernel);
  }
  PHASEBOARD_INLINE void write(const GroupSums& sums) {
    take(m_all, sums.found);
    m_products.write(*sums.products);
  }

 private:
  const KernelModel& m_model;
  Trace* m_traces;
  LossKernel<L> m_all;
  ProductSums<L> m_products;
};

template <class L, class Sums>
PHASEBOARD_INLINE void walkGroup(const KernelModel& model, const PackedLog& log, std::size_t group,
                                 const GroupSums& found) {
  // The longest block of a group comes first.
  const std::size_t first = log.groupBegin(group);
  const std::size_t end = log.groupBegin(group + 1);
  if (first == end)
    return;
  std::vector<typename Sums::Trace> traces(log.length(first));
  Sums sums(model, traces.data());
  for (std::size_t block = first; block < end; ++block)
    for (std::size_t lane = 0; lane < PackedLog::kLanes; lane += L::kCount)
      sums.add(log.begin(block), log.length(block), lane);
  sums.write(found);
}

using Walk = void (*)(const KernelModel&, const PackedLog&, std::size_t, const GroupSums&);

void walkSingle(const KernelModel& model, const PackedLog& log, std::size_t group,
                const GroupSums& sums) {
  walkGroup<Single, PlainSums<Single>>(model, log, group, sums);
}
void walkSingleWithProducts(const KernelModel& model, const PackedLog& log, std::size_t group,
                            const GroupSums& sums) {
  walkGroup<Single, SumsWithProducts<Single>>(model, log, group, sums);
}

#if defined(__GNUC__)
void walkPortable(const KernelModel& model, const PackedLog& log, std::size_t group,
                  const GroupSums& sums) {
  walkGroup<Quad, PlainSums<Quad>>(model, log, group, sums);
}
#endif

#if defined(__GNUC__) && defined(__x86_64__)
// The same source compiled for AVX2, chosen when the program runs. Not `target_clones`: that asks
// the dynamic linker to choose before the sanitizers are ready, and does not work for local
// functions.
[[gnu::target("avx2,fma")]] void walkAvx2(const KernelModel& model, const PackedLog& log,
                                          std::size_t group, const GroupSums& sums) {
  walkGroup<Quad, PlainSums<Quad>>(model, log, group, sums);
}
[[gnu::target("avx2,fma")]] void walkAvx2WithProducts(const KernelModel& model,
                                                      const PackedLog& log, std::size_t group,
                                                      const GroupSums& sums) {
  walkGroup<Quad, SumsWithProducts<Quad>>(model, log, group, sums);
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

template <class T>
using OfGroups = std::array<T, PackedLog::kGroups>;

LossGradient walkAll(Walk walk, const Parameters& parameters, const PackedLog& log, Crew& crew,
                     OfGroups<GradientProducts>* products) {
  const KernelModel model{Model{parameters}};
  OfGroups<LossGradient> groups;
  crew.each(groups.size(), [&](std::size_t group) {
    walk(model, log, group, {groups[group], products ? &(*products)[group] : nullptr});
  });
  LossGradient sum;
  for (const LossGradient& group : groups) {
    sum.loss += group.loss;
    for (std::size_t i = 0; i < kWeightCount; ++i)
      sum.gradient[i] += group.gradient[i];
  }
  return sum;
}

}  // namespace

LossGradient lossGradient(const Parameters& parameters, const PackedLog& log, Crew& crew,
                          Lanes lanes) {
  return walkAll(walkWith(lanes), parameters, log, crew, nullptr);
}

LossGradient lossGradient(const Parameters& parameters, const PackedLog& log, Crew& crew,
                          GradientProducts& products) {
  OfGroups<GradientProducts> ofGroups{};
  const LossGradient sum = walkAll(walkWithProducts(), parameters, log, crew, &ofGroups);
  products = {};
  for (const GradientProducts& group : ofGroups)
    for (std::size_t i = 0; i < kWeightCount; ++i)
      for (std::size_t j = i; j < kWeightCount; ++j)
        products[i][j] += group[i][j];
  return sum;
}

}  // namespace phaseboard::memory
