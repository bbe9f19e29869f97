// Package score computes what a sheet of answers says: pure functions from a questionnaire and a sheet to a
// Result. All arithmetic is exact, so no order of questions, axes or options can move a result.
//
// Each thing has one place: means in mean.go, words for values in band.go, judged numbers in threshold.go.
//
// It reads no files and no clock and holds no text for people.
package score
