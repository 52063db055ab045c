#!/usr/bin/env bash
# Every test: the package's own, then the lessons against their transcripts. The tests are built already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
swift test -c release --skip-build

# A lesson without a transcript has not been accepted yet; it is named, not tested.
recorded=()
for lesson in Lessons/*.md; do
    name=$(basename "$lesson" .md)
    if [ -e "Lessons/Expected/sample/$name.md" ]; then
        recorded+=("$name")
    else
        echo "lessons: $name has no transcript yet; not tested"
    fi
done
[ ${#recorded[@]} -eq 0 ] || .build/release/lessons test "${recorded[@]}"
