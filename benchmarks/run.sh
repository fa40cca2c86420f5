#!/usr/bin/env bash
# Runs the benchmarks; arguments go to JMH, for example: benchmarks/run.sh SimulationBenchmark -prof gc
set -eu
cd "$(dirname "$0")/.."
exec mvn -q -B -Pbenchmark -pl benchmarks -am package -DskipTests "-Djmh.args=$*"
