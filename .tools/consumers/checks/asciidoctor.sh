#!/bin/sh
# Asciidoctor makes pages of the AsciiDoc reports without a warning.
. "$WORK/need.sh"
need asciidoctor asciidoctor
asciidoctor --warnings --failure-level WARN --destination-dir . "$SAMPLES"/*/*.adoc || exit 1
asciidoctor --version | sed -n 's/^Asciidoctor \([^ ]*\).*/\1/p'
