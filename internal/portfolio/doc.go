// Package portfolio puts the services of an organisation side by side: the figures of each one, counts of what they have in
// common, the ones to look at first, and the neighbours that work on opposite sides.
//
// It takes results one after the other and keeps of each one its figures, so that thousands of them take little memory. It
// computes no verdict and no mean over services, opens no files and writes none.
package portfolio
