# Prints what zsh completes when a person types $1 and presses Tab, with the functions in ./functions.
zmodload zsh/zpty
path=(${OPSFIT:h} $path)
zpty shell zsh -f -i
zpty -w shell "PS1=; . $WORK/completing.zsh"
zpty -r -m shell said '*ready*'
zpty -n -w shell "$1"$'\t'
zpty -r -m shell said '*completed*'
print -r -- $said
zpty -d shell
