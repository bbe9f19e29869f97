package report

// Source is the state of a repository that was set beside the answers.
type Source struct {
	// Head is the commit; empty for a repository without any.
	Head Text `json:"head"`
	// AsOf and WindowFrom bound what was looked at, in RFC 3339.
	AsOf       Text `json:"as_of"`
	WindowFrom Text `json:"window_from"`
	Ref        Text `json:"ref"`
	// Exports are the files about deployments and incidents that were read, too.
	Exports []Text `json:"exports,omitempty"`
}

// Finding sets what a repository shows beside one answer. It changes no figure.
type Finding struct {
	Question string         `json:"question"`
	Verdict  FindingVerdict `json:"verdict"`
	// Answer is the chosen option; empty where none was chosen.
	Answer Text `json:"answer"`
	// Measure is the figure, or the signals with commas, that decided; empty where none speaks to the answer.
	Measure Text `json:"measure"`
	// Value is in days, commits or 0..1; nil for files and where it was not computed. N is how many things it was taken from.
	Value *float64 `json:"value"`
	N     *int     `json:"n"`
	// Trust is usable, few or none, as in a scan; empty where nothing was looked at.
	Trust Text `json:"trust"`
	// Text is what the repository shows, in a sentence.
	Text Text `json:"text"`
	// Reason says why the verdict goes no further, or why there is none.
	Reason Text `json:"reason"`
	// Suggests is the option that a usable figure speaks for; empty where it is none, or several.
	Suggests Text    `json:"suggests"`
	Proof    []Proof `json:"proof"`
}

// FindingVerdict says how an answer and a repository stand to each other.
type FindingVerdict string

// The verdicts of a finding.
const (
	// Agrees means that the repository speaks for the answer.
	Agrees FindingVerdict = "agrees"
	// Differs means that it speaks for another one, not far away or not strongly.
	Differs FindingVerdict = "differs"
	// Contradicts means that a figure that can be trusted is far away from the answer. It is a reason to talk.
	Contradicts FindingVerdict = "contradicts"
	// Silent means that nothing can be said.
	Silent FindingVerdict = "silent"
)

// Contradicted are the questions whose answers a repository contradicts, in the order of the findings; nil for none.
func Contradicted(findings []Finding) []string {
	var questions []string
	for i := range findings {
		if findings[i].Verdict == Contradicts {
			questions = append(questions, findings[i].Question)
		}
	}
	return questions
}

// Proof is a commit, tag or path that a finding rests on.
type Proof struct {
	Kind string `json:"kind"`
	// Name is as the repository has it: anybody may have chosen it.
	Name string `json:"name"`
	Text Text   `json:"text"`
}
