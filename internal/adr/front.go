package adr

import (
	"encoding/json"
	"fmt"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// Deciders stands where people have to write who decided.
const Deciders = "(name those who decide)"

// FrontMatter returns the YAML above a record: that it is proposed, the day of the assessment, by whom it is decided, and who was
// consulted, if anybody was. The day is of digits, and names are quoted as JSON has it, which is YAML.
func FrontMatter(doc *report.Document, consulted ...string) (string, error) {
	date := dateOf(doc)
	if date == "" {
		date = `"(the day of the decision)"`
	}
	front := "---\nstatus: proposed\ndate: " + date + "\ndecision-makers: \"" + Deciders + "\"\n"
	if len(consulted) > 0 {
		names := make([]string, len(consulted))
		for i, name := range consulted {
			names[i] = diag.Visible(name)
		}
		list, err := json.Marshal(names)
		if err != nil {
			return "", fmt.Errorf("write who was consulted: %w", err)
		}
		front += "consulted: " + string(list) + "\n"
	}
	return front + "---\n\n", nil
}
