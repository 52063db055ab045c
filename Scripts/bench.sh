#!/usr/bin/env bash
# The benchmarks as a table: medians of RUNS runs, each row in a process of its own, with the most memory that it held.
# (Memory needs GNU time; 0 without.) With PEER, a command that takes the same arguments and prints the same rows, the two run in turn and are compared.
#
# usage: [PEER="python3 torch_lessons.py DATA_DIR --fused"] [RUNS=5] [THREADS=2] Scripts/bench.sh DATA_DIR [ROW…]
set -euo pipefail

data=${1:?usage: Scripts/bench.sh DATA_DIR [ROW…]}
shift
runs=${RUNS:-5}
threads=${THREADS:-2}
bench="$(dirname "$0")/../.build/release/lessons-bench"
rows=("$@")
if [ ${#rows[@]} -eq 0 ]; then
    rows=(csv sgd_line dot_sgd dotbias_adam embnet_sgd char3 charloop charconcat charrnn charseq mnist_logistic mnist_nn pca)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure NAME ROW COMMAND…: appends "seconds kilobytes" to NAME.ROW; prints what the row came to where it is wrong.
measure() {
    local name=$1 row=$2
    shift 2
    local timed=()
    echo 0 >"$work/memory"
    if [ -x /usr/bin/time ]; then timed=(/usr/bin/time -f %M -o "$work/memory"); fi
    if ! "${timed[@]}" "$@" --threads "$threads" --only "$row" >"$work/out" 2>"$work/errors"; then
        cat "$work/out" "$work/errors" >&2
        exit 1
    fi
    awk -v row="$row" -v memory="$(tail -n 1 "$work/memory")" '$1 == row { print $2, memory }' "$work/out" >>"$work/$name.$row"
}
# median NAME ROW COLUMN
median() { cut -d' ' -f"$3" "$work/$1.$2" | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

if [ -n "${PEER:-}" ]; then
    echo "| row | seconds | peer | ratio | memory, MB | peer |"
    echo "|---|---|---|---|---|---|"
else
    echo "| row | seconds | memory, MB |"
    echo "|---|---|---|"
fi
for row in "${rows[@]}"; do
    for ((run = 0; run < runs; run++)); do
        measure ours "$row" "$bench" "$data"
        # shellcheck disable=SC2086 # the command is several words
        if [ -n "${PEER:-}" ]; then measure peer "$row" $PEER; fi
    done
    seconds=$(median ours "$row" 1)
    memory=$(median ours "$row" 2)
    if [ -n "${PEER:-}" ]; then
        awk -v row="$row" -v a="$seconds" -v b="$(median peer "$row" 1)" -v m="$memory" -v n="$(median peer "$row" 2)" \
            'BEGIN { printf "| `%s` | %.3f | %.3f | %.2f | %d | %d |\n", row, a, b, (b > 0 ? a / b : 0), m / 1024, n / 1024 }'
    else
        awk -v row="$row" -v a="$seconds" -v m="$memory" 'BEGIN { printf "| `%s` | %.3f | %d |\n", row, a, m / 1024 }'
    fi
done
