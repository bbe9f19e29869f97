package ui_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

func checklist(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.File(t, "testdata/checklist.yaml")
}

func opened(t testing.TB) *interview.Opening {
	t.Helper()
	return &interview.Opening{Sheet: &answers.Sheet{Date: "2026-11-22"}, Questionnaire: known(checklist(t)), Settled: true}
}

// TestPlainChecklist holds what is said about lists, and about questions that depend on answers.
func TestPlainChecklist(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, "testdata/plain_checklist.txtar", *updatePlain)
	for name, typed := range map[string]string{
		"migration": "3\n2\n1 3\nsums\n2\n\n",
		"routine":   "3\n3\n\n?\nnone\n2\n1\n1\n\n",
		"slips":     "3\nnew\n1 9\n1,4\nusers, xyz\n5\nb\n1\nerrors,core\nb\n\n1\nq\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, out, err := plainly(t, &memory{}, opened(t), 0, typed)
			if err != nil {
				out += "\n[" + err.Error() + "]\n"
			}
			archive.Check(t, name, out)
		})
	}
}

// TestPlainLists holds what can be typed where all that apply are asked for.
func TestPlainLists(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string][]string{
		"3 1": {"core", "late"}, "1,3": {"core", "late"}, "1, 3": {"core", "late"}, "1": {"core"}, "3 3": {"late"},
		"none": {"nothing"}, "4": {"nothing"}, "nothing": {"nothing"}, "late, core": {"core", "late"},
		"Users cannot do a core task": {"core"}, "a job, file or message is late or missing": {"late"},
		"4 1": nil, "1 5": nil, "0": nil, "core late": nil, ",": nil, "1 late": nil,
	} {
		disk := &memory{}
		_, _, err := plainly(t, disk, opened(t), 0, "d\n1\n"+typed+"\n")
		if err == nil {
			t.Fatal("the interview is over")
		}
		var got []string
		if list := disk.saved.Answers["alerts"].List; list != nil {
			got = list.Options
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", typed, diff)
		}
	}
}
