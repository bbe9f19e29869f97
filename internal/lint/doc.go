// Package lint checks what a questionnaire and its catalogue mean: whether they ask fairly, whether each answer moves
// something, whether each rule can apply. What is wrong in their form is found while they are read, by another room.
//
// A rule of the lint is one file; Rules lists them. A finding is never a guess: where a rule says "never", it is proven. The
// package opens no files and draws nothing. The order of questions and rules in a file changes no finding but its place.
package lint
