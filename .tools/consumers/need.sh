# need COMMAND PACKAGE: ends the check with what to install where the command is missing.
need() {
	command -v "$1" >/dev/null 2>&1 || { echo "apt-get install $2"; exit 77; }
}
