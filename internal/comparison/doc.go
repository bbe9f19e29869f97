// Package comparison lays results beside each other: two of them, with what changed and what moved what, or a series.
//
// It works on report documents alone, which may come from anybody, and never fails on one: what a document does not tell
// is nil, empty, or said not to be known. It scores nothing anew, judges no pole, opens no files and draws nothing.
package comparison
