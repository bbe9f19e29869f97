// Package advice turns a score into warnings and ranked recommendations, each with the answers that caused it.
//
// It owns the evaluation of the one condition language, for the catalogue and for gates. It writes no sentences
// of its own and computes no score.
package advice
