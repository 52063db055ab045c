#!/usr/bin/env bash
# Every test: the package's own, then the lessons against their transcripts. The tests are built already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Continuous integration looks at the pages in a browser, and at the CommonMark specification's examples.
if [ -n "${CI:-}" ] && [ "$CI" != 0 ] && [ "$CI" != false ]; then
    python3 -m venv .build/browser-tests
    pip="$PWD/.build/browser-tests/bin/pip --quiet --disable-pip-version-check"
    $pip install -r Tests/Browser/requirements.txt
    if [ -z "${LESSONS_COMMONMARK_SPEC:-}" ]; then
        $pip download --no-deps --no-binary :all: --dest .build/commonmark commonmark
        tar -xzf .build/commonmark/commonmark-*.tar.gz -C .build/commonmark --strip-components 1
        export LESSONS_COMMONMARK_SPEC=$PWD/.build/commonmark/spec.txt
    fi
fi
# A process for each test: one that waits for a killed program does not hold up the others.
swift test -c release --skip-build --parallel --num-workers 2

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
