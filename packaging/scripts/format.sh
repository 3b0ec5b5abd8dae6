#!/usr/bin/env bash
# Formats our C++ sources; with --check it only tells which files differ, and fails.
set -euo pipefail
cd "$(dirname "$0")/../.."
formatter=$(command -v clang-format-14 || command -v clang-format)
mapfile -t files < <(git ls-files '*.h' '*.cpp')
if [ "${1:-}" = --check ]; then
  "$formatter" --dry-run --Werror "${files[@]}"
  ! git grep -nP '\t| +$' -- '*.h' '*.cpp' '*.cmake' '*CMakeLists.txt' '*.yaml' '*.dot' '*.sh' ':!tests/data'
else
  "$formatter" -i "${files[@]}"
fi
