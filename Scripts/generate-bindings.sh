#!/usr/bin/env bash
# Writes Sources/LessonBindings/Generated anew from the public declarations of the library's sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
swift build -c release --product generate-bindings
.build/release/generate-bindings Sources Sources/LessonBindings/Generated
