#!/usr/bin/env bash
# Installs what is missing to build, test or package Phaseboard on Debian 12 or Ubuntu 24.04.
#   packaging/scripts/setup.sh run|test|ci|fuzz|sanitize|coverage|torture
# Quiet and quick when nothing is missing. Asks for sudo only when it must install and is not root.
set -euo pipefail

purpose=${1:?usage: setup.sh run|test|ci|fuzz|sanitize|coverage|torture}

# One requirement a line; alternatives, in order of preference, joined by '|'.
for_run="build-essential cmake ninja-build ccache pkg-config git file
  qt6-base-dev qt6-svg-dev qt6-l10n-tools libgl-dev
  libsqlite3-dev libsqlitecpp-dev libyaml-cpp-dev libgraphviz-dev libexpected-dev libmuparser-dev
  libcli11-dev nlohmann-json3-dev libarchive-dev libzstd-dev fonts-inter fonts-jetbrains-mono"
for_test="$for_run libgtest-dev libgmock-dev zlib1g-dev python3 strace"
for_ci="$for_test clang-format-14|clang-format clang-tidy-14|clang-tidy"
for_fuzz="$for_run clang-14 libclang-rt-14-dev zlib1g-dev"
for_sanitize="$for_test googletest valgrind"
for_coverage="$for_test clang-14 libclang-rt-14-dev llvm-14"
for_torture="$for_test xvfb xauth"

case $purpose in
  run) wanted=$for_run ;;
  test) wanted=$for_test ;;
  ci) wanted=$for_ci ;;
  fuzz) wanted=$for_fuzz ;;
  sanitize) wanted=$for_sanitize ;;
  coverage) wanted=$for_coverage ;;
  torture) wanted=$for_torture ;;
  *) echo "setup.sh: unknown purpose '$purpose'; use one of those above" >&2; exit 2 ;;
esac

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
any_installed() {
  local name
  for name in ${1//|/ }; do installed "$name" && return 0; done
  return 1
}

missing=()
for requirement in $wanted; do
  any_installed "$requirement" || missing+=("$requirement")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "setup.sh: this script installs with apt; please install: ${missing[*]}" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "setup.sh: not root and no sudo; please install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi

echo "Installing: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
chosen=()
for requirement in "${missing[@]}"; do
  pick=
  for name in ${requirement//|/ }; do
    if apt-cache show "$name" >/dev/null 2>&1; then pick=$name; break; fi
  done
  [ -n "$pick" ] || { echo "setup.sh: none of '$requirement' is offered by this system's package sources" >&2; exit 1; }
  chosen+=("$pick")
done
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${chosen[@]}" >/dev/null
