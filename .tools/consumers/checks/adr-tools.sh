#!/bin/sh
# adr-tools lists a decision record beside its own and lets a later one supersede it. It takes the first line for the title, so
# front matter is left out as the help topic formats says.
. "$WORK/need.sh"
need adr adr-tools
set -e
rm -rf adr && adr init adr >/dev/null
sed '1,/^$/d' "$SAMPLES/assessment/web-shop.adr.md" >adr/0002-operating-model.md
adr list | grep -q 0002-operating-model.md
VISUAL=true adr new -s 2 Something newer >/dev/null
adr generate toc | tee toc
grep -q '\[Keep running payments-api the DevOps way\](0002-operating-model.md)' toc
grep -q 'Supersedes \[Keep running payments-api the DevOps way\]' adr/0003-*.md
dpkg-query -W -f '${Version}\n' adr-tools 2>/dev/null || echo version unknown
