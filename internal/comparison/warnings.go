package comparison

import "github.com/opsfit/opsfit/internal/report"

// Warnings are the warnings of both results, by what became of them.
type Warnings struct {
	// Gone warnings are in the earlier result only, New in the later one only, Still in both.
	Gone  []Warning `json:"gone"`
	New   []Warning `json:"new"`
	Still []Warning `json:"still"`
}

// Warning is one warning before and after; its texts are those of the later result that has it.
type Warning struct {
	ID       string         `json:"id"`
	Severity Words          `json:"severity"`
	Title    string         `json:"title"`
	Text     string         `json:"text"`
	Why      string         `json:"why"`
	Because  []report.Cause `json:"because"`
	// Exempted says whether an exemption in force covers it; an exempted warning still counts as a warning here.
	Exempted Exempted `json:"exempted"`
	// Changed are the questions among its causes, before or after, that were answered otherwise.
	Changed []string `json:"changed"`
}

// Exempted is whether an exemption was and is in force.
type Exempted struct {
	Before bool `json:"before"`
	After  bool `json:"after"`
}

func (c *pairing) compareWarnings() Warnings {
	compared := Warnings{Gone: []Warning{}, New: []Warning{}, Still: []Warning{}}
	if !c.bothAdvise() {
		return compared
	}
	for _, match := range matchByID(c.before.Warnings, c.after.Warnings, warningID) {
		switch {
		case match.now == nil:
			compared.Gone = append(compared.Gone, c.compareWarning(match.was, &report.Warning{}))
		case match.was == nil:
			compared.New = append(compared.New, c.compareWarning(&report.Warning{}, match.now))
		default:
			compared.Still = append(compared.Still, c.compareWarning(match.was, match.now))
		}
	}
	return compared
}

func (c *pairing) compareWarning(was, now *report.Warning) Warning {
	latest := now
	if now.ID == "" {
		latest = was
	}
	return Warning{
		ID: latest.ID, Severity: Words{report.Text(was.Severity), report.Text(now.Severity)},
		Title: latest.Title, Text: latest.Text, Why: latest.Why, Because: latest.Because,
		Exempted: Exempted{was.Exempted, now.Exempted}, Changed: c.changedAmong(was.Because, now.Because),
	}
}

// bothAdvise reports whether both questionnaires give advice; otherwise missing warnings and steps mean nothing.
func (c *pairing) bothAdvise() bool { return report.Advises(c.before) && report.Advises(c.after) }

// changedAmong returns the questions among causes that were answered otherwise, in order and without doubles.
func (c *pairing) changedAmong(lists ...[]report.Cause) []string {
	changed := []string{}
	seen := map[string]bool{}
	for _, list := range lists {
		for _, cause := range list {
			if question := cause.Question; !seen[question] && c.isChanged(question) {
				changed = append(changed, question)
			}
			seen[cause.Question] = true
		}
	}
	return changed
}

// isChanged reports a question with another answer; one that only one result has is none.
func (c *pairing) isChanged(question string) bool {
	was, now := c.was[question], c.now[question]
	return was != nil && now != nil && !isSame(was, now)
}
