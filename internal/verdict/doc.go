// Package verdict tells a result in the sentences of questionnaires/verdicts.yaml: it chooses which of them apply and fills in
// their placeholders. It may read results and that file, and nothing else; how sentences are laid out is for those who show
// them. It computes no figure and judges nothing: every condition is one of the method.
package verdict
