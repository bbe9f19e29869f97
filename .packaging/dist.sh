#!/bin/sh
# Makes the files of a release in bin/dist. The Makefile builds bin/opsfit, bin/opsfit.html and the tools, and sets DIST_LDFLAGS.
#
# The same commit, Go and gzip give the same bytes, in any folder: all times are that of the commit, and owners and modes are fixed.
set -eu
CDPATH='' cd "$(dirname "$0")/.."

if [ -z "$(.packaging/version.sh)" ]; then
	echo "dist: this tree is neither a clone of the repository nor an archive that git made, so it has no version" >&2
	exit 1
fi
read -r version _ _ SOURCE_DATE_EPOCH <<-END
	$(.packaging/version.sh)
END
DIST_VERSION=${version#v}
case $version in
*-pre????????.g*.dirty) echo "A build on the way to the next version, with files that are not committed: $DIST_VERSION" ;;
*-pre????????.g*) echo "A build on the way to the next version, as the commit has no tag: $DIST_VERSION" ;;
*-*) echo "The pre-release $DIST_VERSION" ;;
*)
	if ! grep -q "^## $DIST_VERSION (20" CHANGELOG.md; then
		echo "dist: CHANGELOG.md has no day for $DIST_VERSION; write it before the tag, as in: ## $DIST_VERSION (2026-12-31)" >&2
		exit 1
	fi
	echo "The release $DIST_VERSION"
	;;
esac
case $DIST_VERSION in
*-*) apk_prerelease=${DIST_VERSION#*-} apk_prerelease=${apk_prerelease%%.*} ;;
*) apk_prerelease= ;;
esac
DIST_TIME=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -r "$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
# No address and no person is promised that this tree does not know.
DIST_DOWNLOADS=${DOWNLOADS:-https://downloads.invalid}
DIST_HOMEPAGE=${HOMEPAGE:-}
DIST_MAINTAINER=${MAINTAINER:-opsfit contributors <root@localhost>}
export SOURCE_DATE_EPOCH DIST_VERSION DIST_TIME DIST_HOMEPAGE DIST_MAINTAINER

umask 022
rm -rf bin/stage bin/dist
mkdir -p bin/stage bin/dist
.packaging/share.sh bin/opsfit bin/stage/archive
cp -R bin/stage/archive bin/stage/package
cp .packaging/debian-copyright bin/stage/copyright
chmod 644 bin/stage/copyright
find bin/stage/package/share/man -type f -exec gzip -9n {} +

sed "s/@APK_PRERELEASE@/$apk_prerelease/" .packaging/goreleaser.yaml >bin/stage/goreleaser.yaml
PATH=$PWD/bin/tools:$PATH goreleaser release --snapshot --clean --parallelism 2 --config bin/stage/goreleaser.yaml

for ending in tar.gz zip deb rpm apk cdx.json; do
	cp bin/goreleaser/*."$ending" bin/dist
done
cp bin/opsfit.html "bin/dist/opsfit_$DIST_VERSION.html"

cd bin/dist
hash() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
fill() {
	sed -e "s|@VERSION@|$DIST_VERSION|g; s|@HOMEPAGE@|$DIST_HOMEPAGE|; s|@DOWNLOADS@|$DIST_DOWNLOADS|" \
		$(hash ./*.tar.gz ./*.zip | sed "s|^\([0-9a-f]*\) .*opsfit_${DIST_VERSION}_\(.*\)$|-e s/@\2@/\1/|")
}
fill <../../.packaging/homebrew.rb >opsfit.rb
fill <../../.packaging/scoop.json >opsfit.json
hash * >checksums.txt
if [ -z "${DOWNLOADS:-}" ]; then
	echo "opsfit.rb and opsfit.json name no address: make dist DOWNLOADS=https://... HOMEPAGE=https://... writes where the files will be."
fi
