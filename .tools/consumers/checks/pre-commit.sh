#!/bin/sh
# pre-commit installs the hooks of the last commit here, lets sound files pass and stops broken ones.
. "$WORK/need.sh"
need pre-commit pre-commit
set -e
rm -rf project && git init -q project && cd project
cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: $ROOT
    rev: $(git -C "$ROOT" rev-parse HEAD)
    hooks: [{id: opsfit-answers}, {id: opsfit-questionnaire}]
CONFIG
cp "$ROOT/testdata/answers/web-shop.yaml" shop.answers.yaml
cp "$ROOT/testdata/questionnaire/ok/minimal.yaml" our-questionnaire.yaml
git add .
pre-commit run || exit 1
cp "$ROOT/testdata/answers/err/unknown-option.yaml" broken.answers.yaml
git add .
pre-commit run opsfit-answers >said && { echo "a misspelt option passes"; cat said; exit 1; }
grep -q monts said || { cat said; exit 1; }
pre-commit --version | cut -d ' ' -f 2
