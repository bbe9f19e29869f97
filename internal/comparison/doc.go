// Package comparison compares results: two of them, with what changed and why, or a series.
//
// It works on report documents alone, from any source, and never fails on one: what a document does not contain is nil,
// empty, or reported as unknown. It computes no scores, prefers no pole, opens no files and draws nothing.
package comparison
