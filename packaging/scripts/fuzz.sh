#!/usr/bin/env bash
# Fuzzes what reads files of strangers, under AddressSanitizer and UndefinedBehaviorSanitizer.
#   packaging/scripts/fuzz.sh [SECONDS] [TARGET...]      10 minutes each, all targets, unless told
# What it finds is left in build/fuzz/findings; copy a mended one to tests/data/fuzz-findings/<target>, where a test keeps it.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-600}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(figure_reader path_reader dot_reader foreign_svg)

packaging/scripts/setup.sh fuzz
build=build/fuzz
[ -f "$build/build.ninja" ] || cmake --preset fuzz >/dev/null
cmake --build "$build" --target "${targets[@]/#/fuzz_}" -- --quiet

# Seeds: figures as they are drawn, sources as they are written, what was found before.
seeds=$build/seeds
mkdir -p "$seeds"/{figure_reader,path_reader,dot_reader,foreign_svg} "$build/findings"
cp tests/data/foreign-svg/*.svg "$seeds/foreign_svg"
find diagrams/catalogue tests/data/figures -name '*.dot' | while read -r file; do
  cp "$file" "$seeds/dot_reader/$(echo "$file" | tr / -)"
done
cp tests/data/fuzz-seeds/*.svg "$seeds/figure_reader"
cp tests/data/fuzz-seeds/*.svg "$seeds/foreign_svg"
grep -oh ' d="[^"]*"' tests/data/fuzz-seeds/*.svg tests/data/foreign-svg/*.svg | cut -d'"' -f2 |
  split -l 1 -a 4 - "$seeds/path_reader/path-"
for target in "${targets[@]}"; do
  [ -d "tests/data/fuzz-findings/$target" ] && cp tests/data/fuzz-findings/"$target"/* "$seeds/$target"
done

# Fontconfig, Graphviz and Qt keep caches for as long as the process lives.
export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1
for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target"
  echo "== $target, $seconds s"
  "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=65536 -print_final_stats=1 -artifact_prefix="$build/findings/$target-" \
    "$build/corpus/$target" "$seeds/$target" 2>&1 | grep -E 'ERROR|SUMMARY|Test unit|stat::|Done|runtime error' || true
done
[ -z "$(ls -A "$build/findings")" ] || { echo "findings:"; ls "$build/findings"; exit 1; }
