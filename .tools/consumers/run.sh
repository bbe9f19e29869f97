#!/bin/sh
# Lets programs that people really use read what opsfit writes: run.sh OPSFIT [CHECK...], all checks where none is named.
#
# A check is a file in checks/ with one result: its exit code is 0 (it reads), 77 (the reader is missing) or another (it does
# not). The last line that it prints is the version of the reader, or how to install it. Exit code here: 1 if a check failed,
# 77 if none failed but a reader is missing.
set -u
ROOT=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd)
OPSFIT=$(CDPATH='' cd "$(dirname "$1")" && pwd)/$(basename "$1")
WORK=$ROOT/bin/consumers
SAMPLES=$WORK/samples
shift
"$ROOT/.tools/consumers/install.sh" || exit 1
cd "$WORK" || exit 1
rm -rf runs samples

# The same on every machine: no configuration, drafts or settings of the person who runs it.
GOCACHE=$(go env GOCACHE) GOMODCACHE=$(go env GOMODCACHE)
HOME=$WORK/home
mkdir -p "$HOME"
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
export ROOT OPSFIT WORK SAMPLES GOCACHE GOMODCACHE HOME LC_ALL=C.UTF-8 TZ=UTC SOURCE_DATE_EPOCH=1795305600
./samples.sh || { echo "FAILED samples"; exit 1; }

failed=
missing=
[ $# -gt 0 ] || set -- $(cd checks && ls | sed 's/\.[a-z]*$//')
for name; do
	check=$(ls "$WORK/checks/$name".*)
	mkdir -p "$WORK/runs/$name" && cd "$WORK/runs/$name" || exit 1
	case $check in
	*.mjs) "$WORK/with-node.sh" "$check" >output 2>&1 ;;
	*) "$check" >output 2>&1 ;;
	esac
	code=$?
	last=$(tail -n 1 output)
	case $code in
	0) echo "ok $name $last" ;;
	77) missing="$missing $name" && echo "missing $name: $last" ;;
	*) failed="$failed $name" && sed 's/^/  /' output && echo "FAILED $name" ;;
	esac
done
[ -z "$missing" ] || echo "Not tried, since the reader is missing:$missing"
[ -z "$failed" ] || { echo "Failed:$failed"; exit 1; }
[ -z "$missing" ] || exit 77
