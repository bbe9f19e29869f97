#!/bin/sh
# zsh, in a terminal of its own as a person has it, completes commands, flags, ids and formats.
. "$WORK/need.sh"
need zsh zsh
mkdir -p functions && "$OPSFIT" completion zsh >functions/_opsfit
while read -r want line; do
	zsh -f "$WORK/completed.zsh" "$line " | tr -d '\r' >offered
	grep -qx -- "$want" offered || { cat offered; echo "no $want after: $line"; exit 1; }
done <"$WORK/completed.txt"
zsh --version | cut -d ' ' -f 2
