#!/bin/sh
# usage: install.sh install|uninstall BINARY DIR: puts opsfit and what belongs to it below DIR, or removes just these files.
set -eu
[ $# -eq 3 ] || { echo "usage: install.sh install|uninstall BINARY DIR" >&2; exit 2; }
binary=$2 into=$3
umask 022
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
"$(dirname "$0")/share.sh" "$binary" "$stage"
mkdir "$stage/bin"
cp "$binary" "$stage/bin"
(cd "$stage" && find ./* -type f) | while IFS= read -r file; do
	case $1 in
	install)
		mkdir -p "$into/$(dirname "$file")"
		case $file in ./bin/*) mode=755 ;; *) mode=644 ;; esac
		install -m "$mode" "$stage/$file" "$into/$file"
		;;
	uninstall) rm -f "$into/$file" ;;
	esac
done
if [ "$1" = uninstall ] && [ -d "$into/share/doc/opsfit" ]; then rmdir "$into/share/doc/opsfit"; fi
