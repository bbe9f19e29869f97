#!/bin/sh
# Writes results of every kind in every format into $SAMPLES/KIND, from the samples of testdata and from sheets that strangers wrote.
set -eu
cd "$ROOT"
answers=testdata/answers
frozen=internal/questionnaire/questionnairetest/frozen

# write KIND NAME FORMATS ARG...: one result, in the formats named. A gate that is not met is a result too.
write() {
	kind=$1 name=$2 formats=$3
	shift 3
	for format in $formats; do
		case $format in
		markdown) ending=md ;;
		asciidoc) ending=adoc ;;
		junit) ending=xml ;;
		adr | agenda) ending=$format.md ;;
		gitlab | shields) ending=$format.json ;;
		badge) ending=badge.svg ;;
		csv-bom) ending=bom.csv ;;
		*) ending=$format ;;
		esac
		set -- "$@" -o "$format=$SAMPLES/$kind/$name.$ending"
	done
	"$OPSFIT" "$@" >"$SAMPLES/said" 2>&1 || [ $? -eq 1 ] || { echo "opsfit $*"; cat "$SAMPLES/said"; exit 1; }
}

mkdir -p "$SAMPLES"
page='markdown html json asciidoc'
all="$page svg adr junit sarif gitlab prom csv csv-bom jsonl badge shields"

for file in "$answers"/*.yaml; do
	write assessment "$(basename "$file" .yaml)" "$all" assess -a "$file"
done
write assessment gates "$all" check -a "$answers/web-shop.yaml" --gate 'readiness >= 2' --gate 'fit >= 99' --fail-on high
"$OPSFIT" check -a "$answers/err/unknown-option.yaml" -o "sarif=$SAMPLES/assessment/unusable.sarif" -o "junit=$SAMPLES/assessment/unusable.xml" \
	>/dev/null 2>&1 || [ $? -eq 3 ]
for sheet in sheets/hostile:frozen sheets/outcomes-hostile:frozen_outcomes launches/hostile:frozen_launch; do
	name=$(echo "${sheet%:*}" | tr / -)
	write assessment "$name" "$all" assess -a "$frozen/${sheet%:*}.yaml" -q "$frozen/${sheet#*:}.yaml"
done
write assessment what-if "$page" assess -a "$answers/web-shop.yaml" --what-if restore_test=unsure
write plan web-shop "$page" plan -a "$answers/web-shop.yaml"
write comparison shop-hospital "$page" compare "$answers/web-shop.yaml" "$answers/hospital.yaml"
write trend web-shop "$page" trend "$answers/earlier/web-shop-1.0.0.yaml" "$answers/web-shop.yaml"
write team six "$page svg agenda prom" team testdata/team
write portfolio samples "$page prom csv csv-bom jsonl" portfolio "$answers"
write portfolio hostile "$page prom csv csv-bom jsonl" portfolio "$SAMPLES"/assessment/*-hostile.json
write methodology all "$page" methodology
write lint shipped "$page sarif" questionnaire lint questionnaires/full.yaml
write scan repository "$page" scan .
write amendment shop-hospital json report "$answers/hospital.yaml" --across --amend "$SAMPLES/assessment/web-shop.adr.md"

printf '1\nq\n' | "$OPSFIT" assess -q quick --plain --service Payments >/dev/null 2>&1 || [ $? -eq 130 ]
write drafts one "$page" answers drafts

mkdir -p "$SAMPLES/questionnaire" "$SAMPLES/schema" "$SAMPLES/man"
for id in full quick dora launch; do
	"$OPSFIT" questionnaire show $id -f markdown >"$SAMPLES/questionnaire/$id.md"
	"$OPSFIT" questionnaire show $id -f json >"$SAMPLES/questionnaire/$id.json"
	"$OPSFIT" questionnaire show $id -f yaml >"$SAMPLES/questionnaire/$id.yaml"
	"$OPSFIT" questionnaire schema --kind answers -q $id >"$SAMPLES/schema/answers-$id.json"
done
"$OPSFIT" man "$SAMPLES/man"
for kind in $("$OPSFIT" __complete questionnaire schema --kind '' 2>/dev/null | grep -v '^:' | cut -f 1); do
	"$OPSFIT" questionnaire schema --kind "$kind" >"$SAMPLES/schema/$kind.json"
done
