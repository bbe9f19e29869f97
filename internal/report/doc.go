// Package report holds the one document model of a result, builds it, reads and writes it as JSON, and tells the
// story that every human-readable form lays out.
//
// It computes no score: each number in a document is taken from the score room once. It knows nothing of colour,
// width or markup; escaping is the renderers' job.
package report
