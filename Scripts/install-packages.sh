#!/usr/bin/env bash
# Installs the Debian packages that the build needs and that are not there yet. Says what and why.
set -euo pipefail

# package — why — how its presence is recognised
packages=(
    "libcmark-dev|reads Markdown|libcmark"
    "libcairo2-dev|draws the figures|cairo"
    "libpng-dev|encodes pictures|libpng"
    "zlib1g-dev|reads compressed data|zlib"
    "libopenblas-dev|LAPACK and the fast products|openblas"
    "libxgboost0|boosted trees and random forests, loaded when first used|"
    "fonts-dejavu-core|the text in figures|"
    "pkg-config|tells the build where these libraries are|"
)
# Tests look at the pages in a browser where there is one; a machine of continuous integration gets one.
if [ "${1:-}" = --with-browser ]; then
    packages+=("chromium|shows the pages that tests look at|" "python3-venv|drives the browser|")
fi

present() {
    local name=$1 module=$2
    case $name in
        libxgboost0) PATH=$PATH:/sbin:/usr/sbin ldconfig -p | grep -q libxgboost ;;
        pkg-config) command -v pkg-config >/dev/null ;;
        fonts-dejavu-core) [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] ;;
        chromium) command -v chromium >/dev/null ;;
        python3-venv) python3 -c 'import ensurepip, venv' 2>/dev/null ;;
        *) command -v pkg-config >/dev/null && pkg-config --exists "$module" ;;
    esac
}

if ! command -v "${SWIFT:-swift}" >/dev/null; then
    echo "lessons: no Swift toolchain found; install Swift 6.1 or later from swift.org and run make again" >&2
    exit 2
fi

missing=()
for entry in "${packages[@]}"; do
    IFS='|' read -r name why module <<<"$entry"
    if ! present "$name" "$module"; then
        missing+=("$name")
        echo "lessons: $name is missing ($why)"
    fi
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "lessons: this system has no apt-get; install the equivalents of: ${missing[*]}" >&2
    exit 2
fi

run_as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "lessons: not root and no sudo; ask an administrator to run: apt-get install ${missing[*]}" >&2
        exit 2
    fi
    run_as_root=(sudo)
fi
echo "lessons: installing ${missing[*]}"
"${run_as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${run_as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
