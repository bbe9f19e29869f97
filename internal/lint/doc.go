// Package lint checks what a questionnaire and its catalogue mean: whether they ask fairly, whether each answer moves
// something, whether each rule can apply. Errors in form are found by the packages that read files; rules.yaml explains
// those rules too.
//
// rules.yaml holds the texts of a rule: code, severity, summary, reason and examples. The Go files hold the checks. A
// finding is never a guess: where a rule says "never", it is proven. The package opens no files and draws nothing. The
// order of questions and rules in a file changes only the positions of findings.
package lint
