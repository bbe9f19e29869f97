// Package advice turns a score into warnings and ranked recommendations, each with the answers that caused it.
//
// It gathers the facts that conditions are asked of. It writes no sentences of its own and computes no score.
package advice
