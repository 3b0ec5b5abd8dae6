#!/usr/bin/env bash
# Fuzzes what reads files of strangers, under AddressSanitizer and UndefinedBehaviorSanitizer.
#   packaging/scripts/fuzz.sh [SECONDS] [TARGET...]      10 minutes each, all targets, unless told
# What it finds is left in build/fuzz/findings; copy a mended one to tests/data/fuzz-findings/<target>, where a test keeps it.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-600}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(figure_reader path_reader dot_reader foreign_svg exchange_text anki_collection anki_package)

packaging/scripts/setup.sh fuzz
build=build/fuzz
[ -f "$build/build.ninja" ] || cmake --preset fuzz >/dev/null
cmake --build "$build" --target write_exchange_seeds "${targets[@]/#/fuzz_}" -- --quiet

# Seeds: figures as they are drawn, sources as they are written, what was found before.
seeds=$build/seeds
mkdir -p "$seeds"/{figure_reader,path_reader,dot_reader,foreign_svg,exchange_text,anki_collection,anki_package} "$build/findings"
cp tests/data/foreign-svg/*.svg "$seeds/foreign_svg"
find diagrams/catalogue tests/data/figures -name '*.dot' | while read -r file; do
  cp "$file" "$seeds/dot_reader/$(echo "$file" | tr / -)"
done
cp tests/data/fuzz-seeds/*.svg "$seeds/figure_reader"
cp tests/data/fuzz-seeds/*.svg "$seeds/foreign_svg"
grep -oh ' d="[^"]*"' tests/data/fuzz-seeds/*.svg tests/data/foreign-svg/*.svg | cut -d'"' -f2 |
  split -l 1 -a 4 - "$seeds/path_reader/path-"
"$build/tests/fuzz/write_exchange_seeds" "$seeds"
for target in "${targets[@]}"; do
  [ -d "tests/data/fuzz-findings/$target" ] && cp tests/data/fuzz-findings/"$target"/* "$seeds/$target"
done

# Fontconfig, Graphviz and Qt keep caches for as long as the process lives.
export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1

# libFuzzer measures an input by the clock on the wall, which goes on while the machine is paused or busy with others.
# So what it calls slow is run once more by itself and only kept if it takes 20 s of the processor.
drop_false_timeouts() {
  local target=$1 dropped=1 file
  for file in "$build/findings/$target-timeout-"* "$build/findings/$target-slow-unit-"*; do
    [ -e "$file" ] || continue
    if (ulimit -t 20; exec "$build/tests/fuzz/fuzz_$target" -timeout=0 "$file") >/dev/null 2>&1; then
      echo "$(basename "$file") takes less than 20 s of the processor; not kept"
      rm "$file"
      dropped=0
    fi
  done
  return $dropped
}

for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target"
  echo "== $target, $seconds s"
  end=$((SECONDS + seconds))
  while :; do
    "$build/tests/fuzz/fuzz_$target" -max_total_time=$((end - SECONDS)) -timeout=60 -rss_limit_mb=2048 \
      -max_len=65536 -print_final_stats=1 -artifact_prefix="$build/findings/$target-" \
      "$build/corpus/$target" "$seeds/$target" 2>&1 | grep -E 'ERROR|SUMMARY|Test unit|stat::|Done|runtime error' || true
    # A false timeout ended the run too early: it goes on.
    drop_false_timeouts "$target" && [ $SECONDS -lt $end ] || break
  done
done
[ -z "$(ls -A "$build/findings")" ] || { echo "findings:"; ls "$build/findings"; exit 1; }
