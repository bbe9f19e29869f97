#!/bin/sh
# Takes the pictures of the HTML report for the README: report-light.png, report-dark.png and team.svg, beside
# this file.
# Usage: report.sh OPSFIT. Needs Chromium: OPSFIT_CHROMIUM names it if it is not called chromium. The letters are those of the
# machine it runs on; the README's were taken with Noto Sans.
set -eu

opsfit=$1
chromium=${OPSFIT_CHROMIUM:-chromium}
here=$(dirname "$0")
sample=$here/../../testdata/answers/web-shop.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$opsfit" report "$sample" -o "$work/report.html"
"$opsfit" team "$here"/../../testdata/team/*.yaml -o "$here/team.svg"

# shot FILE SCHEME: the first screen; the scheme is 0 for dark and 1 for light. Virtual time makes it wait until all is drawn.
shot() {
	"$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --virtual-time-budget=2000 --user-data-dir="$work/profile" \
		--blink-settings=preferredColorScheme="$2" --window-size=1280,850 --screenshot="$work/$1" "file://$work/report.html" 2>/dev/null
	mv "$work/$1" "$here/$1"
}
shot report-light.png 1
shot report-dark.png 0
ls -l "$here"/*.png "$here"/*.svg
