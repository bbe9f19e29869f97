package team_test

import (
	"reflect"
	"testing"

	"github.com/opsfit/opsfit/internal/team"
)

// Whatever a group result uses is published with its reason.
func TestEveryJudgementIsPublished(t *testing.T) {
	t.Parallel()
	judged := team.Judged()
	want := map[string]string{
		"least_group": "3", "strong_consensus": "4/5", "moderate_consensus": "1/2", "role_gap": "1/2", "majority": "1/2", "opposed": "1/3",
	}
	published := judged.Publish()
	if members := reflect.TypeOf(judged).NumField(); len(published) != members || len(want) != members {
		t.Errorf("%d values are published, and there are %d", len(published), members)
	}
	for _, row := range published {
		if got := row.Value.RatString(); got != want[row.Name] || row.Unit == "" || row.Decides == "" || row.Reason == "" {
			t.Errorf("%+v is published as %s, want %q", row, got, want[row.Name])
		}
	}
}
