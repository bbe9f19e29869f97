#!/bin/sh
# Runs every fuzz target of the module for a time each: fuzz.sh 30s. All targets run, also after a finding. It fails only for
# findings, each of which go test writes below testdata/fuzz: commit it with its fix. That a target is still busy with one input
# when its time ends ("context deadline exceeded") is no finding.
set -u
time=$1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

list=$(go test -list '^Fuzz' ./...) || { echo "$list"; exit 1; }
targets=$(echo "$list" | awk '/^Fuzz/ { name[n++] = $1 } /^ok/ { for (i = 0; i < n; i++) print $2 "=" name[i]; n = 0 }')

found=
for target in $targets; do
	package=${target%=*} name=${target#*=}
	echo "+ $package $name for $time"
	go test -run '^$' -fuzz "^$name\$" -fuzztime "$time" -fuzzminimizetime 1x "$package" </dev/null >"$log" 2>&1 && continue
	if grep -q 'Failing input written to\|panic:\|build failed\|--- FAIL.*/' "$log" || ! grep -q 'context deadline exceeded' "$log"; then
		cat "$log"
		found="$found $name"
	fi
done
[ -z "$found" ] || { echo "findings in:$found"; exit 1; }
