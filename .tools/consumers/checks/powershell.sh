#!/bin/sh
# PowerShell completes commands, flags, ids and formats.
command -v pwsh >/dev/null 2>&1 || { echo "PowerShell is in no Debian or npm package; see the documentation of its makers"; exit 77; }
PATH=$(dirname "$OPSFIT"):$PATH
while read -r want line; do
	pwsh -NoProfile -Command "opsfit completion powershell | Out-String | Invoke-Expression
		(TabExpansion2 -inputScript '$line ' -cursorColumn $((${#line} + 1))).CompletionMatches.ListItemText" |
		grep -qx -- "$want" || { echo "no $want after: $line"; exit 1; }
done <"$WORK/completed.txt"
pwsh --version | cut -d ' ' -f 2
