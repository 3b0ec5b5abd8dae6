#!/usr/bin/env bash
# clang-tidy on the sources that changed since PHASEBOARD_TIDY_BASE (by default the ten newest commits);
# "all" checks everything. Stops taking new files after PHASEBOARD_TIDY_SECONDS and says how many are left.
set -euo pipefail
cd "$(dirname "$0")/../.."
tidy=$(command -v clang-tidy-14 || command -v clang-tidy)
limit=${PHASEBOARD_TIDY_SECONDS:-300}

if [ "${1:-}" = all ]; then
  mapfile -t files < <(git ls-files 'app/*.cpp' 'db/*.cpp' 'diagrams/*.cpp' 'ui/*.cpp')
  limit=86400
else
  base=${PHASEBOARD_TIDY_BASE:-HEAD~10}
  git rev-parse -q --verify "$base^{commit}" >/dev/null || base=$(git rev-list --max-parents=0 HEAD | tail -n 1)
  mapfile -t files < <(git diff --name-only --diff-filter=d "$base" -- 'app/*.cpp' 'db/*.cpp' 'diagrams/*.cpp' 'ui/*.cpp')
fi
[ ${#files[@]} -gt 0 ] || { echo "no changed sources"; exit 0; }

build=build/test
[ -f "$build/compile_commands.json" ] || cmake --preset test >/dev/null
# Generated headers (moc, embedded SQL) must exist before a file can be read as the compiler reads it.
cmake --build "$build" --target phaseboard_generated -- --quiet

export tidy build limit
export begin=$SECONDS deadline=$(( $(date +%s) + limit ))
check() {
  [ "$(date +%s)" -lt "$deadline" ] || { echo "not reached: $1"; return 0; }
  "$tidy" -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option "$1" 2>/dev/null || { echo "clang-tidy refuses $1"; return 1; }
}
export -f check
printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -I{} bash -c 'check {}'
echo "clang-tidy: ${#files[@]} changed files"
