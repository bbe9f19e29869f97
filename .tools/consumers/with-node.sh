#!/bin/sh
# Runs a check that is a program for Node, or says how to get what it needs.
command -v node >/dev/null 2>&1 || { echo "apt-get install nodejs npm"; exit 77; }
[ -d "$(dirname "$0")/node_modules" ] || { echo "npm could not install what .tools/consumers/package-lock.json names"; exit 77; }
exec node "$1"
