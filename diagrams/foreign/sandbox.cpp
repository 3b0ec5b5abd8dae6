// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/sandbox.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "diagrams/foreign/foreign_limits.h"

namespace phaseboard::foreign {
namespace {

#if defined(__x86_64__)
constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kMachine = 0;  // no filter: the limit on open files has to do
#endif

/// What painting needs: memory, locks between threads, the two pipes, and the end.
constexpr std::array kAllowed{
    SYS_read,
    SYS_write,
    SYS_readv,
    SYS_writev,
    SYS_close,
    SYS_fstat,
    SYS_lseek,
    SYS_mmap,
    SYS_munmap,
    SYS_mremap,
    SYS_mprotect,
    SYS_madvise,
    SYS_brk,
    SYS_futex,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_sigaltstack,
    SYS_sched_yield,
    SYS_getpid,
    SYS_gettid,
    SYS_clock_gettime,
    SYS_gettimeofday,
    SYS_nanosleep,
    SYS_clock_nanosleep,
    SYS_getrandom,
    SYS_exit,
    SYS_exit_group,
    SYS_restart_syscall,
    SYS_ppoll,
    SYS_tgkill,
    SYS_set_robust_list,
    SYS_rseq,
    SYS_sched_getaffinity,
#ifdef SYS_poll
    SYS_poll,
#endif
};

void setLimit(__rlimit_resource_t resource, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(resource, &both);
}

/// A filter that answers EPERM to every call but the allowed ones.
bool installFilter() {
  constexpr auto kCount = kAllowed.size();
  std::array<sock_filter, kCount + 6> program{};
  std::size_t at = 0;
  const auto add = [&](unsigned code, unsigned k, std::size_t yes = 0, std::size_t no = 0) {
    program[at++] = {static_cast<__u16>(code), static_cast<__u8>(yes), static_cast<__u8>(no), k};
  };
  add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
  add(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0);
  add(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
  for (std::size_t i = 0; i < kCount; ++i)
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(kAllowed[i]), kCount - i, 0);
  add(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
  add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  const sock_fprog filter{static_cast<unsigned short>(at), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter) == 0;
}

}  // namespace

void limitResources() {
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(static_cast<std::size_t>(std::max(0, sched_getcpu())), &one);
  sched_setaffinity(0, sizeof one, &one);
  setLimit(RLIMIT_CPU, limit::kSeconds);
  setLimit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__)
  setLimit(RLIMIT_AS, limit::kMemory);  // AddressSanitizer reserves terabytes
#endif
}

bool forbidFilesAndNetwork() {
  setLimit(RLIMIT_FSIZE, 0);
  setLimit(RLIMIT_NOFILE, 0);  // pipes that are open stay open
  rlimit files{};
  const bool isClosed = getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_max == 0;
  return isClosed && (kMachine == 0 || installFilter());
}

}  // namespace phaseboard::foreign
