#!/bin/sh
# Looks for barriers in every kind of HTML page, and in forms with all questions shown, with axe-core in Chromium, 500 and 1280 pixels
# wide, light and dark.
# Usage: axe.sh OPSFIT [opsfit.html]. OPSFIT_CHROMIUM names Chromium if it is not called chromium. axe-core comes from npm, which checks the
# version that is pinned here, or from the file that OPSFIT_AXE names (axe.min.js). Without one of them it says so and ends well.
set -eu

version=4.14.1
opsfit=$1
chromium=${OPSFIT_CHROMIUM:-chromium}
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
answers=$here/../../testdata/answers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v "$chromium" >/dev/null 2>&1; then
	echo "axe: skipped, no Chromium ($chromium) on this machine"
	exit 0
fi
if [ -n "${OPSFIT_AXE:-}" ]; then
	cp "$OPSFIT_AXE" "$work/axe.min.js"
elif command -v npm >/dev/null 2>&1; then
	(cd "$work" && npm pack --silent "axe-core@$version" >/dev/null && tar -xzf "axe-core-$version.tgz" package/axe.min.js)
	mv "$work/package/axe.min.js" "$work/axe.min.js"
else
	echo "axe: skipped, neither npm is on this machine nor does OPSFIT_AXE name a file"
	exit 0
fi

mkdir "$work/pages"
page() { # NAME COMMAND...: a page that the command writes
	name=$1
	shift
	if ! "$opsfit" "$@" -o "$work/pages/$name.html" 2>"$work/said"; then
		cat "$work/said"
		exit 1
	fi
}
for file in "$answers"/*.yaml; do
	page "report-$(basename "$file" .yaml)" report "$file"
done
page plan plan -a "$answers/web-shop.yaml"
page what-if assess -a "$answers/web-shop.yaml" --what-if restore_test=unsure
page compare compare "$answers/web-shop.yaml" "$answers/hospital.yaml"
page trend trend "$answers/web-shop.yaml" "$answers/hospital.yaml"
page team team "$here"/../../testdata/team/*.yaml
page portfolio portfolio "$answers"
page scan scan "$here/../.."
page methodology methodology
page form-full questionnaire form full
page form-launch questionnaire form launch
if [ -n "${2:-}" ]; then cp "$2" "$work/pages/opsfit.html"; fi

failed=0
for file in "$work"/pages/*.html; do
	# The policy of a page forbids scripts, so it is left out of the copy that has one.
	sed -e 's/<meta http-equiv="Content-Security-Policy"[^>]*>//' \
		-e 's|</body>|<pre id="axe"></pre><script src="axe.min.js"></script><script src="axe.js"></script></body>|' "$file" >"$work/page.html"
	cp "$here/axe.js" "$work/axe.js"
	for width in 500 1280; do
		for scheme in 0 1; do
			found=$("$chromium" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" \
				--allow-file-access-from-files --blink-settings=preferredColorScheme=$scheme --window-size=$width,900 \
				--virtual-time-budget=30000 --dump-dom "file://$work/page.html" 2>/dev/null | grep -o 'axe: [^<]*' | tail -1)
			if [ "$found" != "axe: nothing" ]; then
				echo "$(basename "$file"), $width wide, scheme $scheme: ${found:-axe did not run}"
				failed=1
			fi
		done
	done
done
[ $failed -eq 0 ] && echo "axe: no barriers in $(find "$work/pages" -name '*.html' | wc -l) pages"
exit $failed
