// Package plan turns the recommendations for one sheet into a path: which in which order, with what the verdict would be
// after each.
//
// It adds one thing to what score and advice say: a model of which answers a recommendation changes, which the
// catalogue names, and writes it into the document step by step. Where no single answer follows, it assumes none. It ranks
// nothing itself: after each step package advice ranks again.
package plan
