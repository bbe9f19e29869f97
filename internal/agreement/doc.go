// Package agreement sets what a repository shows beside what people answered: for each question that a repository can speak
// to, whether it agrees, differs, contradicts, or says nothing.
//
// It is pure: a questionnaire, a sheet and a scan go in, findings come out. It never changes an answer or a figure. Self-reports
// flatter, and repositories leave out a lot; a contradiction is a reason to talk, and no verdict on anybody's honesty.
package agreement
