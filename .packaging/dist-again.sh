#!/bin/sh
# Makes what is in bin/dist again, from an archive of the commit in another folder, and compares every file.
set -eu
CDPATH='' cd "$(dirname "$0")/.."
if [ "$(git describe --always --dirty)" != "$(git describe --always)" ]; then
	echo "dist-twice: an archive has no changes that are not committed; commit or stash them" >&2
	exit 1
fi
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
git archive HEAD | tar -x -C "$again"
mkdir "$again/bin"
cp -R bin/tools "$again/bin/tools"
touch "$again"/bin/tools/*
make -C "$again" dist
diff bin/dist/checksums.txt "$again/bin/dist/checksums.txt"
(cd "$again/bin/dist" && for file in *; do cmp "$file" "$OLDPWD/bin/dist/$file"; done)
echo "Made twice, the same $(wc -l <bin/dist/checksums.txt) files."
