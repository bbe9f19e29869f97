#!/bin/bash
# Bash completes commands, flags, ids and formats.
. "$WORK/need.sh"
[ -r /usr/share/bash-completion/bash_completion ] || { echo "apt-get install bash-completion"; exit 77; }
. /usr/share/bash-completion/bash_completion
PATH=$(dirname "$OPSFIT"):$PATH
eval "$(opsfit completion bash)"

# completed WORD...: what the line is completed with.
completed() {
	COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMP_TYPE=9 COMP_KEY=9
	COMPREPLY=()
	__start_opsfit
	echo "${COMPREPLY[*]}"
}
while read -r want line; do
	case " $(completed $line "") " in *" $want "*) ;; *) echo "no $want after: $line"; exit 1 ;; esac
done <"$WORK/completed.txt"
echo "${BASH_VERSION%%(*}"
