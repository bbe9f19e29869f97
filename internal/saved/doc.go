// Package saved reads results that were saved, and believes nothing in them that can be checked: names and ranges by the published
// schema, everything that follows from the answers by scoring these again, and recorded gates by the rest of the result.
//
// It opens no files; whoever uses it finds the questionnaire of a result. A result whose questionnaire is not known is checked by
// what it holds alone.
package saved
