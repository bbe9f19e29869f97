#!/bin/sh
# Prints what a build of this tree is called: VERSION COMMIT DAY SECONDS, the last two of its commit. From git, or from what
# git archive left behind; nothing where there is neither.
#
# A commit with a tag is called by it. Any other is on the way to the version that CHANGELOG.md begins with, as in
# v0.1.0-pre20261201.g0123456789ab, with .dirty where files were changed.
set -eu
CDPATH='' cd "$(dirname "$0")/.."

archived() { sed -n "s/^$1 //p" .packaging/archived.txt; }

dirty=
case $(archived commit) in
*Format*)
	# Not an archive, and no part of another repository.
	[ "$(git rev-parse --show-prefix 2>/dev/null || echo none)" = "" ] || exit 0
	commit=$(git rev-parse HEAD 2>/dev/null) || exit 0
	tag=$(git describe --tags --match 'v[0-9]*' 2>/dev/null) || tag=
	day=$(git log -1 --no-show-signature --format=%cs) seconds=$(git log -1 --no-show-signature --format=%ct)
	case $(git describe --always --dirty) in *-dirty) dirty=.dirty ;; esac
	;;
*)
	commit=$(archived commit) tag=$(archived describe) day=$(archived day) seconds=$(archived seconds)
	# Git before 2.32 leaves what it does not know.
	case $tag in %*) tag= ;; esac
	;;
esac

version=$tag
if [ -z "$tag" ] || [ -n "$dirty" ] || printf '%s' "$tag" | grep -Eq -- '-[0-9]+-g[0-9a-f]+$'; then
	next=$(sed -n 's/^## \([0-9][0-9.]*\) .*/\1/p' CHANGELOG.md | head -n 1)
	version=v$next-pre$(printf '%s' "$day" | tr -d -).g$(printf '%.12s' "$commit")$dirty
fi
echo "$version $commit $day ${SOURCE_DATE_EPOCH:-$seconds}"
