#!/bin/sh
# mandoc finds nothing to warn of in the manual pages.
. "$WORK/need.sh"
need mandoc mandoc
mandoc -T lint -W warning "$SAMPLES"/man/man*/* || exit 1
echo "$(dpkg-query -W -f '${Version}' mandoc 2>/dev/null): $(find "$SAMPLES/man" -type f | wc -l) pages"
