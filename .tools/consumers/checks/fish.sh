#!/bin/sh
# fish completes commands, flags, ids and formats.
. "$WORK/need.sh"
need fish fish
PATH=$(dirname "$OPSFIT"):$PATH
opsfit completion fish >opsfit.fish
while read -r want line; do
	fish --no-config -c "source opsfit.fish; complete -C '$line '" | cut -f 1 | grep -qx "$want" || { echo "no $want after: $line"; exit 1; }
done <"$WORK/completed.txt"
fish --version | sed 's/.* //'
