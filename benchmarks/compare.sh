#!/usr/bin/env bash
# Runs what is to be compared in turn and prints a table of ratios, as Markdown:
#
#   benchmarks/compare.sh [ROUNDS] [PART OF A ROW'S NAME]
#
# One core is asked for (taskset, where there is such a thing), the last one, since the first serves most
# interrupts. The row that compares one core with all is run on all.
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-5}
part=${2:-}
mvn -q -B -Pbenchmark-classpath -pl benchmarks -am package -DskipTests
classpath=benchmarks/target/classes:$(cat benchmarks/target/classpath.txt)
compare() { java -cp "$classpath" dev.fastsim.benchmarks.Comparison "$@"; }
if [ -z "$part" ] || [ "$part" != replications ]; then
  if command -v taskset >/dev/null; then
    taskset -c $(($(nproc) - 1)) java -cp "$classpath" dev.fastsim.benchmarks.Comparison one-core "$rounds" "$part"
  else
    compare one-core "$rounds" "$part"
  fi
fi
if [ -z "$part" ] || [ "$part" = replications ]; then
  compare all-cores "$rounds"
fi
