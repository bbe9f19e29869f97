// Package report holds the document of one result: it builds it, reads and writes it as JSON, and has those sentences about it
// that pages and formats for programs share.
//
// It computes no score: each number in a document is taken from package score once. It knows nothing of colour, width or
// markup; whoever writes a document escapes its texts.
package report
