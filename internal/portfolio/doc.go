// Package portfolio puts the services of an organisation side by side: the figures of each one, counts of what they have in
// common, the ones to look at first, and the neighbours that work on opposite sides.
//
// It takes results one after the other and keeps only their figures, so that thousands of them need little memory. It
// computes no verdict and no mean over services, and reads and writes no files.
package portfolio
