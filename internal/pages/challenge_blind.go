package pages

import "strings"

// BlindHint is what people read who answer without knowing the answers that were given, behind the hint of the questionnaire.
func BlindHint(scope string) string {
	return strings.TrimSpace(scope + "\n\n" +
		"Somebody else has answered these questions for the same service. Answer from what you have seen yourself, before you hear those " +
		"answers: the options stand in no order, and nothing here tells what was answered.\n\n" +
		"Behind each answer there is room for what you saw, as a note, and where it can be seen, as evidence.\n\n" +
		"You answer by name: the result says who confirms and who differs. The rule that hides what fewer than three people said does not " +
		"apply here, so write your name and your role.")
}
