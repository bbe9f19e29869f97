// Package challenge finds the few answers on which a verdict hangs, so that others can be asked for them blind, and says what
// becomes of the verdict when they were heard.
//
// It scores with packages score and advice what an assessment scores, with one answer or one voice changed; it ranks and words
// nothing of its own. It is pure: no file, no clock.
package challenge
