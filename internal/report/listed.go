package report

import "github.com/opsfit/opsfit/internal/answers"

// Listed is one option of a question of which several may apply, with what was said of it.
type Listed struct {
	Option string `json:"option"`
	Text   string `json:"text"`
	// Worth is what the option adds to the level, above 0.
	Worth  float64      `json:"worth"`
	Status ListedStatus `json:"status"`
	// Reason is why the option does not apply; empty where none was given, and for any other status.
	Reason Text `json:"reason"`
}

// ListedStatus is what was said of one option of a list.
type ListedStatus string

// What may be said of an option. Where the question as a whole is not answered, every option is as open as it is.
const (
	// Present was chosen: it is there.
	Present ListedStatus = "present"
	// Missing was not chosen.
	Missing ListedStatus = "missing"
	// Open is unknown; it counts as missing.
	Open ListedStatus = "unknown"
	// LeftOut does not apply to the service and is in no sum.
	LeftOut ListedStatus = "not_applicable"
)

// List is the answer to a question of which several options may apply, as an answers file has it; nil for any other.
func (a *Answer) List() *answers.List {
	if a.Options == nil {
		return nil
	}
	list := &answers.List{Options: a.Options, Unknown: a.Unknown}
	for _, listed := range a.Listed {
		if reason, isLeftOut := a.NotApplicable[listed.Option]; isLeftOut {
			list.NotApplicable = append(list.NotApplicable, answers.LeftOut{Option: listed.Option, Reason: reason})
		}
	}
	return list
}

// ListedAs returns the texts of the options of a list with one status, in their order.
func (a *Answer) ListedAs(status ListedStatus) []string {
	var texts []string
	for i := range a.Listed {
		if a.Listed[i].Status == status {
			texts = append(texts, a.Listed[i].Text)
		}
	}
	return texts
}
