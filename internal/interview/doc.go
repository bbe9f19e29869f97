// Package interview is the session in which a person answers a questionnaire: the place in it, the answers so far,
// and how a session begins from an earlier draft.
//
// It draws nothing, opens no files and computes no result: seeing a leaning before the end would bias the answers.
// Package ui shows it; the command line stores its drafts.
package interview
