package questionnairetest

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// frozen holds questionnaires, a catalogue and answers that tests may count on: unlike the shipped files they change only
// with the language of questionnaires, so that a new question does not touch what is tested on them.
//
//go:embed frozen
var frozen embed.FS

// Frozen returns the frozen questionnaire about leaning, which has every feature of the language, and advice.
func Frozen(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return Named(t, "frozen")
}

// FrozenShort returns the frozen questionnaire that extends Frozen, keeps six of its questions and drops an axis.
func FrozenShort(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return Named(t, "frozen_short")
}

// FrozenOutcomes returns the frozen questionnaire whose verdict is a quadrant.
func FrozenOutcomes(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return Named(t, "frozen_outcomes")
}

// FrozenLaunch returns the frozen checklist, whose verdict is a state of readiness, with advice.
func FrozenLaunch(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return Named(t, "frozen_launch")
}

// Sheets returns the names of all frozen answers files, sorted: those of Frozen and, where the name starts with "short" or
// "outcomes", those of the other two.
func Sheets(t testing.TB) []string {
	t.Helper()
	return named(t, "sheets")
}

// named returns the names of the frozen files in a folder.
func named(t testing.TB, folder string) []string {
	t.Helper()
	files, err := fs.Glob(frozen, "frozen/"+folder+"/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("frozen %s: %v, %v", folder, files, err)
	}
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(path.Base(file), ".yaml")
	}
	return names
}

// Sheet returns the text of a frozen answers file:
//
//	typical  a fast team whose way back has not kept up; one answer unknown, one left open
//	fitting  everything known, and practice is what the situation calls for
//	unknown  most of what matters is not known
//	sparse   one answer, and neither subject nor date
//	notes    notes, evidence, reasons, dates of review, an exemption, dependencies, an older version
//	hostile  control characters, markup, workflow commands, formulas and right-to-left text in every field of a user
//	short, outcomes and outcomes-hostile  the same for the other two questionnaires
func Sheet(t testing.TB, name string) string {
	t.Helper()
	text, err := frozen.ReadFile("frozen/sheets/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Launches returns the names of the frozen answers to FrozenLaunch, sorted.
func Launches(t testing.TB) []string {
	t.Helper()
	return named(t, "launches")
}

// Launch returns the text of frozen answers to FrozenLaunch:
//
//	not_ready  critical points unmet and unknown, one far below, a list with gaps, all that can be asked
//	gaps       one point below and one unknown; points that are not asked or do not apply
//	ready      a lesser service that has what is asked of it
//	open       what decides how much is asked is not known
//	hostile    what must never reach a terminal as it is, in every field of a user
func Launch(t testing.TB, name string) string {
	t.Helper()
	return FrozenFile(t, "launches/"+name+".yaml")
}

// FrozenFile returns the text of a frozen questionnaire or catalogue by its file name, for tests that change it.
func FrozenFile(t testing.TB, name string) string {
	t.Helper()
	text, err := frozen.ReadFile("frozen/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
