// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/loss_gradient.h"

#include <vector>

#include "app/memory/fit/loss_kernel.h"

namespace phaseboard::memory {
namespace {

template <class L>
PHASEBOARD_INLINE LossGradient walkGroup(const KernelModel& model, const PackedLog& log,
                                         std::size_t group) {
  // The longest block of a group comes first.
  const std::size_t first = log.groupBegin(group);
  const std::size_t end = log.groupBegin(group + 1);
  if (first == end)
    return {};
  std::vector<typename LossKernel<L>::Trace> traces(log.length(first));
  LossKernel<L> kernel(model, traces.data());
  for (std::size_t block = first; block < end; ++block)
    for (std::size_t lane = 0; lane < PackedLog::kLanes; lane += L::kCount)
      kernel.add(log.begin(block), log.length(block), lane);
  kernel.finish();
  LossGradient found;
  found.loss = kernel.loss();
  for (std::size_t i = 0; i < kWeightCount; ++i)
    found.gradient[i] = kernel.slope(i);
  return found;
}

using Walk = LossGradient (*)(const KernelModel&, const PackedLog&, std::size_t);

LossGradient walkSingle(const KernelModel& model, const PackedLog& log, std::size_t group) {
  return walkGroup<Single>(model, log, group);
}

#if defined(__GNUC__)
LossGradient walkPortable(const KernelModel& model, const PackedLog& log, std::size_t group) {
  return walkGroup<Quad>(model, log, group);
}
#endif

#if defined(__GNUC__) && defined(__x86_64__)
// The same source compiled for AVX2, chosen when the program runs. Not `target_clones`: that asks
// the dynamic linker to choose before the sanitizers are ready, and does not work for local
// functions.
[[gnu::target("avx2,fma")]] LossGradient walkAvx2(const KernelModel& model, const PackedLog& log,
                                                  std::size_t group) {
  return walkGroup<Quad>(model, log, group);
}
#endif

Walk walkWith(Lanes lanes) {
#if defined(__GNUC__) && defined(__x86_64__)
  static const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (lanes == Lanes::Fastest && hasAvx2)
    return walkAvx2;
#endif
#if defined(__GNUC__)
  if (lanes != Lanes::Single)
    return walkPortable;
#endif
  return walkSingle;
}

}  // namespace

LossGradient lossGradient(const Parameters& parameters, const PackedLog& log, Crew& crew,
                          Lanes lanes) {
  const KernelModel model{Model{parameters}};
  const Walk walk = walkWith(lanes);
  std::array<LossGradient, PackedLog::kGroups> groups;
  crew.each(groups.size(), [&](std::size_t group) { groups[group] = walk(model, log, group); });
  LossGradient sum;
  for (const LossGradient& group : groups) {
    sum.loss += group.loss;
    for (std::size_t i = 0; i < kWeightCount; ++i)
      sum.gradient[i] += group.gradient[i];
  }
  return sum;
}

}  // namespace phaseboard::memory
