// Package methodology makes the document that explains every number of opsfit: its formula, the judged values in it, where
// they come from, and a worked example.
//
// What people read stands in methodology.md, with a name in place of each value that the program uses; the Go files fill in
// these values, make the tables that follow from the program's own, and work out the examples. The package explains and
// computes nothing itself: the figures of an example are what score, advice and team make of it. It opens no files and knows
// nothing of width, colour or markup for a terminal.
package methodology
