#!/usr/bin/env bash
# Builds the preset `bench`, takes every figure of tests/bench/README.md and prints one table.
# Arguments are steps, e.g. `packaging/scripts/bench.sh start idle`; without one, all. Installs nothing.
# The figures are only worth something on a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=()
for need in cmake:cmake ninja:ninja-build python3:python3 strace:strace xvfb-run:xvfb xauth:xauth; do
  command -v "${need%%:*}" >/dev/null || missing+=("${need##*:}")
done
[ -e /usr/include/benchmark/benchmark.h ] || missing+=(libbenchmark-dev)
if [ ${#missing[@]} -gt 0 ]; then
  echo "bench.sh: please install: ${missing[*]}" >&2
  exit 1
fi

build=$PWD/build/bench
[ -f "$build/build.ninja" ] || cmake --preset bench >/dev/null
cmake --build "$build" -- --quiet phaseboard phaseboard_pack plain_window make_notebook answer_bench \
  plan_bench scene_bench beside_bench gallery_bench mock_bench review_bench study_bench search_bench

# Room for a 4K view; nobody else's settings, session bus or scale.
unset QT_QPA_PLATFORM QT_SCALE_FACTOR WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export LC_ALL=C.UTF-8
exec xvfb-run --auto-servernum --server-args='-screen 0 3840x2160x24 -nolisten tcp' \
  python3 tests/bench/run.py "$build" "$@"
