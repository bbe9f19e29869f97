#!/bin/sh
# usage: share.sh BINARY DIR: writes what is installed beside the binary into DIR, as it lies below /usr: manual pages,
# completions and licences. What was in DIR is removed.
set -eu
[ $# -eq 2 ] || { echo "usage: share.sh BINARY DIR" >&2; exit 2; }
binary=$1 share=$2/share
case $binary in */*) ;; *) binary=./$binary ;; esac
umask 022
rm -rf "$2"
mkdir -p "$share/man" "$share/bash-completion/completions" "$share/zsh/site-functions" \
	"$share/fish/vendor_completions.d" "$share/powershell" "$share/doc/opsfit"
"$binary" man "$share/man"
"$binary" completion bash >"$share/bash-completion/completions/opsfit"
"$binary" completion zsh >"$share/zsh/site-functions/_opsfit"
"$binary" completion fish >"$share/fish/vendor_completions.d/opsfit.fish"
"$binary" completion powershell >"$share/powershell/opsfit.ps1"
cp LICENSE CHANGELOG.md .packaging/third-party-licences.txt "$share/doc/opsfit"
find "$2" -type f -exec chmod 644 {} +
