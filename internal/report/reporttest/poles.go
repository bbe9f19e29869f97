package reporttest

import (
	"regexp"

	"pgregory.net/rapid"
)

// CheckNoPole holds that a text about a checklist has no word about the line between two poles. Styles and names of classes are not
// read by anybody.
func CheckNoPole(t rapid.TB, about, text string) {
	t.Helper()
	text = regexp.MustCompile(`(?s)<style>.*?</style>|class="[^"]*"`).ReplaceAllString(text, "")
	poles := regexp.MustCompile(`(?i).{0,40}\b(sysops|devops|practi[cs]es?|situations?|fits?|poles?|leaning|leans|models?)\b.{0,40}`)
	for _, found := range poles.FindAllString(text, -1) {
		t.Errorf("%s says %q", about, found)
	}
}
