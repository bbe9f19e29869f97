# A shell that says when it is ready, and tells what Tab offers.
fpath=($PWD/functions $fpath)
autoload -Uz compinit && compinit -u -D
compadd() {
	local -a offered
	builtin compadd -A offered "$@"
	print -rl -- "" $offered
	builtin compadd "$@"
}
tell() {
	zle complete-word
	print completed
}
ready() { print ready }
zle -N tell && bindkey '^I' tell
zle -N zle-line-init ready
