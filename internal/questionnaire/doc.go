// Package questionnaire turns questionnaire and catalogue files into a checked model, or into diagnostics.
//
// It owns the questions, their values, the rules of catalogues and the JSON schema. It opens no
// files (a finder hands it the bytes), knows nothing of answers and computes no score.
package questionnaire
