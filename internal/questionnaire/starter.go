package questionnaire

import (
	_ "embed"
	"strings"
)

//go:embed starter.yaml
var starter string

// Starter returns a questionnaire with the given id to begin an own one with: every key is explained beside it, and the
// file loads without a finding. The id must be valid; an empty one stands for "my-questionnaire".
func Starter(id string) []byte { return begun(starter, "my-questionnaire", id) }

//go:embed starter-checklist.yaml
var starterChecklist string

// StarterChecklist is Starter for a questionnaire about readiness alone, which explains only what such a one needs; an empty id
// stands for "my-checklist".
func StarterChecklist(id string) []byte { return begun(starterChecklist, "my-checklist", id) }

func begun(text, placeholder, id string) []byte {
	if id == "" {
		id = placeholder
	}
	return []byte(strings.Replace(text, "id: "+placeholder, "id: "+id, 1))
}
