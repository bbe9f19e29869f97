#!/bin/sh
# promtool reads the metrics and has nothing to say about their names, units and help.
. "$WORK/need.sh"
need promtool prometheus
set -e
for file in "$SAMPLES"/*/*.prom; do
	promtool check metrics <"$file" || { echo "in $file"; exit 1; }
done
promtool --version 2>&1 | sed -n 's/^promtool, version \([^ ]*\).*/\1/p'
