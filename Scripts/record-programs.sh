#!/bin/bash
# Records anew what swiftc makes of the programs in Tests/StepLanguageTests/Programs.
#
#   Scripts/record-programs.sh              every program
#   Scripts/record-programs.sh NAME…        those named (without .swift; Refused/NAME for refused ones)
#
# Programs are compiled with -O and -module-name main in Swift 5 mode; what they print is written to NAME.expected.
# Programs in Refused are checked, not written: their `// error:` comments have to be among swiftc's errors of that
# line, those with `// stops:` have to compile and to end by a trap when compiled with -Onone.
# The compiler's version is kept in Programs/COMPILER.
set -u
cd "$(dirname "$0")/.."
programs=Tests/StepLanguageTests/Programs
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

record() {
    local name=$1 source="$programs/$1.swift" place
    place="$build/${name//\//-}"
    mkdir -p "$place"
    cp "$source" "$place/main.swift"
    case $name in
    Refused/*) refuse "$name" "$place" ;;
    *)
        if ! swiftc -swift-version 5 -O -module-name main -o "$place/program" "$place/main.swift" -lm 2>"$place/errors"; then
            echo "$name: does not compile"
            grep error: "$place/errors" | head -3
            return
        fi
        if ! timeout 60 "$place/program" >"$programs/$name.expected" 2>"$place/errors"; then
            echo "$name: does not end well"
        fi
        ;;
    esac
}

refuse() {
    local name=$1 place=$2
    if grep -q '// stops:' "$place/main.swift"; then
        if ! swiftc -swift-version 5 -Onone -module-name main -o "$place/program" "$place/main.swift" -lm 2>"$place/errors"; then
            echo "$name: does not compile"
            grep error: "$place/errors" | head -3
            return
        fi
        grep -q '// runs: only here' "$place/main.swift" && return
        if bash -c "ulimit -c 0; SWIFT_BACKTRACE=enable=no timeout 60 $place/program; exit \$?" >"$place/output" 2>"$place/errors"; then
            echo "$name: does not stop"
        else
            local said
            said=$(sed -n 's/.*Fatal error: //p; s/.*Precondition failed: //p; s/.*Assertion failed: //p' "$place/errors" | head -1)
            local expected
            expected=$(sed -n 's,.*// stops: ,,p' "$place/main.swift")
            [[ -n $said && $expected != *"$said"* && $said != *"$expected"* ]] && echo "$name: swiftc's program says: $said"
        fi
    else
        swiftc -swift-version 5 -typecheck -module-name main "$place/main.swift" 2>"$place/errors"
        swiftc -swift-version 5 -Onone -emit-sil -o /dev/null -module-name main "$place/main.swift" 2>>"$place/errors"
        grep -n '// error:' "$place/main.swift" | while IFS= read -r line; do
            local number=${line%%:*} text=${line##*// error: }
            if ! grep -F "main.swift:$number:" "$place/errors" | grep -Fq "error: $text"; then
                echo "$name:$number: swiftc does not say: $text"
                grep "main.swift:.*error:" "$place/errors" | sort -u | head -4
            fi
        done
    fi
}

if [ $# -eq 0 ]; then
    set -- $(cd "$programs" && ls *.swift Refused/*.swift | sed 's/\.swift$//')
    swiftc --version 2>/dev/null | head -1 >"$programs/COMPILER"
fi
export programs build
export -f record refuse
printf '%s\n' "$@" | xargs -P 2 -I{} bash -c 'record {}'
