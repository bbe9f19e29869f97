// Package panel turns several sheets into one result: the views of several respondents on one service.
//
// It combines answers and measures agreement; the formulas that turn answers into a verdict stay in package score. It
// opens no files, never says who is right, and names nobody unless asked to.
package panel
