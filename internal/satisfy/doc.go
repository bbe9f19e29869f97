// Package satisfy decides whether some sheet of answers makes conditions hold.
//
// Sat comes with a sheet that the score and the conditions themselves have confirmed. Unsat is a proof: bounds on the
// figures rule out every sheet, group by group. If neither is reached within a fixed amount of work, the verdict is
// Unknown.
//
// The package opens no files, reads no clock and writes no text for people. The order of the parts of a questionnaire
// does not matter.
package satisfy
