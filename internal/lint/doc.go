// Package lint checks what a questionnaire and its catalogue mean: whether they ask fairly, whether each answer moves
// something, whether each rule can apply. What is wrong in their form is found by the packages that read files; the rules about
// that are explained here too.
//
// rules.yaml holds what people read of a rule: code, severity, summary, reason and examples. The Go files hold the checks. A
// finding is never a guess: where a rule says "never", it is proven. The package opens no files and draws nothing. The order of
// questions and rules in a file changes no finding but its place.
package lint
