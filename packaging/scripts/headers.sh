#!/usr/bin/env bash
# Compiles headers by themselves: those that changed since PHASEBOARD_TIDY_BASE (by default the ten newest commits);
# "all" compiles every one.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/test
[ -f "$build/build.ninja" ] || cmake --preset test >/dev/null

if [ "${1:-}" = all ]; then
  exec cmake --build "$build" --target all_verify_interface_header_sets -- --quiet
fi
base=${PHASEBOARD_TIDY_BASE:-HEAD~10}
git rev-parse -q --verify "$base^{commit}" >/dev/null || base=$(git rev-list --max-parents=0 HEAD | tail -n 1)
mapfile -t objects < <(git diff --name-only --diff-filter=d "$base" -- '*.h' | sed 's/$/.cxx.o:/' |
  grep -F -f - <(ninja -C "$build" -t targets all | grep _verify_interface_header_sets.dir/) | sed 's/: .*//')
[ ${#objects[@]} -eq 0 ] || cmake --build "$build" --target "${objects[@]}" -- --quiet
echo "headers: ${#objects[@]} changed"
