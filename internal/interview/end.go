package interview

import "errors"

var (
	// ErrLeft ends a session that the person quit before the end; what was answered is saved.
	ErrLeft = errors.New("you quit before the end")
	// ErrInputEnded ends a session whose input stopped before the last question; what was answered is saved. No
	// answer is ever made up.
	ErrInputEnded = errors.New("the input ended before the last question")
)
