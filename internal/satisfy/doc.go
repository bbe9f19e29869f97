// Package satisfy decides whether some sheet of answers makes conditions hold.
//
// Sat comes with a sheet on which the score and the conditions themselves were asked. Unsat is a proof: bounds on the figures
// rule out every sheet, in groups. Where neither is reached, or not within a fixed amount of work, the verdict is Unknown.
//
// The package opens no files, reads no clock and writes no text for people. The order of anything in a questionnaire changes
// nothing.
package satisfy
