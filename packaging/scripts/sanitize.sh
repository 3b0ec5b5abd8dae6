#!/usr/bin/env bash
# Every test under AddressSanitizer and UndefinedBehaviorSanitizer. Arguments go to ctest.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/asan
[ -f "$build/build.ninja" ] || cmake --preset asan >/dev/null
cmake --build "$build" -- --quiet
# Fontconfig and Qt's platform plug-ins keep process-long caches that LeakSanitizer takes for leaks.
export ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 UBSAN_OPTIONS=print_stacktrace=1
exec ctest --test-dir "$build" --output-on-failure --parallel "$(nproc)" "$@"
