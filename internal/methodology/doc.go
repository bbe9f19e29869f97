// Package methodology makes the document that explains every number of opsfit: its formula, the judged values in it, where
// they come from, and a worked example.
//
// It explains and computes nothing itself: tables are made of the tables that the packages score, advice and team use, and
// the figures of an example are what those packages make of it. It opens no files and knows nothing of width, colour or markup.
package methodology
