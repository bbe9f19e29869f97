// Package survey reads the export of a survey tool, one row a person, into sheets of answers. It finds by itself how the file is
// encoded, what parts its cells, how many rows of headers it has and which question a column answers; what it cannot place is a
// finding with its place, and never a guess.
//
// It is pure: it opens no files, knows no tool by name, and hands on no e-mail address.
package survey
