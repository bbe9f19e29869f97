package reporttest

import (
	"regexp"

	"pgregory.net/rapid"
)

// CheckNoPole holds that a text about a checklist has no word about the line between two poles. Of styles and the names of classes
// only those are looked for that nobody takes for anything else.
func CheckNoPole(t rapid.TB, about, text string) {
	t.Helper()
	for _, found := range regexp.MustCompile(`(?i).{0,40}(sysops|devops|situation).{0,40}`).FindAllString(text, -1) {
		t.Errorf("%s holds %q", about, found)
	}
	text = regexp.MustCompile(`(?s)<style>.*?</style>|class="[^"]*"`).ReplaceAllString(text, "")
	poles := regexp.MustCompile(`(?i).{0,40}\b(sysops|devops|practi[cs]es?|situations?|fits?|poles?|leaning|leans|models?)\b.{0,40}`)
	for _, found := range poles.FindAllString(text, -1) {
		t.Errorf("%s says %q", about, found)
	}
}
