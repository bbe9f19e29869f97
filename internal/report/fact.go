package report

// Sentences of this package are for formats that programs read and for pages alike. Those that hold words of a person or a
// file take a function that turns such words into text: AsIs for programs, and what sets them apart for people.

// AsIs leaves the words of a person or a file as they are.
func AsIs(words string) string { return words }

// Fact is a label and its value.
type Fact struct {
	Label, Value string
}

// The two statuses of a recommendation. A result that was not written by this program may hold others.
const (
	StatusNow   = "now"
	StatusLater = "later"
)

// Advises reports that the questionnaire has advice to give, so that no warning and no step mean something.
func Advises(doc *Document) bool {
	return doc.Questionnaire.Advice || len(doc.Warnings)+len(doc.Recommendations) > 0
}

// IsNow reports an item that nothing holds back.
func (r *Recommendation) IsNow() bool { return r.Status != StatusLater }
