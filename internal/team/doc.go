// Package team combines the sheets of several respondents on one service into one document: the combined verdict or why
// there is none, how far the respondents agree, and what they should discuss first.
//
// The formulas for a verdict stay in package score. The package is pure: it opens no files, and it names nobody and
// shows no small role unless asked to.
package team
