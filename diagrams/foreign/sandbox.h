// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace phaseboard::foreign {

/// Limits of this process on time of the processor and on memory. It keeps to one core, so that Qt
/// paints with one thread beside the first, which can be there before no more may begin.
void limitResources();

/// From now on this process can neither open a file, nor reach the network, nor start a program: it
/// may compute, and read and write what is open already. For good.
/// @return false when the kernel refused all of that, which nobody should go on from
[[nodiscard]] bool forbidFilesAndNetwork();

}  // namespace phaseboard::foreign
