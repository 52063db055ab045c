#!/usr/bin/env bash
# Every test: the package's own, then the lessons against their transcripts. The tests are built already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
swift test -c release --skip-build --disable-testable-imports
.build/release/lessons test
