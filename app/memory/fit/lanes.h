// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Several doubles worked on at once: what the loss kernel is written in. The compiler makes of
/// them whatever the processor has. Where it knows no vectors a lane is a plain double.
///
/// Everything here is inlined into its caller, so that it is compiled for the processor the caller
/// is compiled for.
namespace phaseboard::memory {

#if defined(__GNUC__)
// Vectors wider than the baseline are passed by value, but only between inlined functions.
#pragma GCC diagnostic ignored "-Wpsabi"
#define PHASEBOARD_INLINE [[gnu::always_inline]] inline
#else
#define PHASEBOARD_INLINE inline
#endif

/// One double, in the words of several.
struct Single {
  using Wide = double;
  static constexpr std::size_t kCount = 1;

  PHASEBOARD_INLINE static double load(const float* from) { return *from; }
  PHASEBOARD_INLINE static bool any(bool mask) { return mask; }
  PHASEBOARD_INLINE static double sum(double wide) { return wide; }
  PHASEBOARD_INLINE static double exp(double x) { return std::exp(x); }
  PHASEBOARD_INLINE static double log(double x) { return std::log(x); }
};

#if defined(__GNUC__)

/// Four doubles.
struct Quad {
  using Wide [[gnu::vector_size(32), gnu::aligned(32)]] = double;
  using Bits [[gnu::vector_size(32), gnu::aligned(32)]] = std::uint64_t;
  using Mask [[gnu::vector_size(32), gnu::aligned(32)]] = std::int64_t;
  using Floats [[gnu::vector_size(16), gnu::aligned(16)]] = float;
  static constexpr std::size_t kCount = 4;

  PHASEBOARD_INLINE static Wide load(const float* from) {
    Floats floats;
    std::memcpy(&floats, from, sizeof floats);
    return __builtin_convertvector(floats, Wide);
  }
  PHASEBOARD_INLINE static bool any(const Mask& mask) {
    return (mask[0] | mask[1] | mask[2] | mask[3]) != 0;
  }
  PHASEBOARD_INLINE static double sum(const Wide& wide) {
    return (wide[0] + wide[1]) + (wide[2] + wide[3]);
  }

  /// Within [-700, 700]; off by less than 2e-14 of the result. x = k ln 2 + r with |r| <= ln 2 / 2;
  /// the Taylor series of e^r ends after r^11; k goes into the exponent.
  PHASEBOARD_INLINE static Wide exp(const Wide& given) {
    constexpr double kRound = 0x1.8p52;  // adding it rounds to a whole number, in the low bits
    const Wide low = given < -700.0 ? Wide{} - 700.0 : given;
    const Wide x = low > 700.0 ? Wide{} + 700.0 : low;
    const Wide shifted = x * 1.4426950408889634 + kRound;
    const Wide k = shifted - kRound;
    const Wide r = (x - k * 0x1.62e42fee00000p-1) - k * 0x1.a39ef35793c76p-33;
    const Wide rr = r * r;
    const Wide even =
        1 +
        rr * (1 / 2. + rr * (1 / 24. + rr * (1 / 720. + rr * (1 / 40320. + rr * (1 / 3628800.)))));
    const Wide odd =
        1 + rr * (1 / 6. +
                  rr * (1 / 120. + rr * (1 / 5040. + rr * (1 / 362880. + rr * (1 / 39916800.)))));
    const Wide mantissa = even + r * odd;
    return (Wide)((Bits)mantissa + ((Bits)shifted << 52U));
  }

  /// Of positive normal numbers; off by less than 2e-15. x = 2^e m with m in [sqrt 1/2, sqrt 2);
  /// log m = 2 artanh((m - 1) / (m + 1)), whose series ends after the 17th power.
  PHASEBOARD_INLINE static Wide log(const Wide& x) {
    constexpr std::uint64_t kRootHalf = 0x3fe6a09e667f3bcdULL;
    constexpr std::uint64_t kBias = 1023;
    constexpr std::uint64_t kWhole = 0x4330000000000000ULL;  // 2^52: low bits count whole numbers
    const Bits bits = (Bits)x;
    const Bits biased = (bits - kRootHalf + (kBias << 52U)) >> 52U;
    const Wide e = (Wide)(biased | kWhole) - (0x1p52 + double(kBias));
    const Wide m = (Wide)(bits - ((biased - kBias) << 52U));
    const Wide s = (m - 1) / (m + 1);
    const Wide z = s * s;
    const Wide zz = z * z;
    const Wide even = 1 + zz * (1 / 5. + zz * (1 / 9. + zz * (1 / 13. + zz * (1 / 17.))));
    const Wide odd = 1 / 3. + zz * (1 / 7. + zz * (1 / 11. + zz * (1 / 15.)));
    return e * 0.6931471805599453 + 2 * s * (even + z * odd);
  }
};

#endif

}  // namespace phaseboard::memory
