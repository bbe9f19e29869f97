// Package methodology builds the document that explains every number of opsfit: its formula, the judged values in it,
// where they come from, and a worked example.
//
// The text is in methodology.md, with a name in place of each value that the program uses; the Go files fill in these
// values, build the tables, and work out the examples. The package computes nothing itself: the figures of an example
// come from score, advice and team. It opens no files and knows nothing of width, colour or markup for a terminal.
package methodology
