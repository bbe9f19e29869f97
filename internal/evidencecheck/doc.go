// Package evidencecheck compares what a repository shows with what people answered: for each question that a repository can
// show something about, whether it agrees, differs, contradicts, or says nothing.
//
// It is pure: a questionnaire, a sheet and a scan go in, findings come out. It never changes an answer or a figure.
// People describe themselves too well and repositories show only a part, so a contradiction is a reason to talk, not a
// judgement of anybody's honesty.
package evidencecheck
