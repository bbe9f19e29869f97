package questionnaire

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
)

// Verdict is the kind of statement a questionnaire leads to.
type Verdict string

const (
	// Leaning compares practice with situation on the SysOps-DevOps line. It is the default where style is asked for.
	Leaning Verdict = "leaning"
	// Quadrant places delivery outcomes beside published means; it yields no leaning.
	Quadrant Verdict = "quadrant"
	// ReadinessState tells whether every point of a checklist reaches what is asked of it; it yields no leaning. It is the default
	// where readiness is asked for and style is not.
	ReadinessState Verdict = "readiness"
)

// Measure says what the answers to a question are evidence of. No two of them mix within one question.
type Measure string

const (
	// Lean is the style of working today; its options carry a Position and are never a quality judgement.
	Lean Measure = "lean"
	// Readiness is how well something works under either model; its options carry a Readiness level.
	Readiness Measure = "readiness"
	// Context is the situation of the service: what it needs, what it may do, what it is (see Kind).
	Context Measure = "context"
	// Outcome is a delivery metric of a quadrant questionnaire; its options carry a Class or a Percent.
	Outcome Measure = "outcome"
)

// Kind is what a context question says; empty for every other question.
type Kind string

// The kinds of context questions.
const (
	// Need is what the service needs: its options carry a Position on the axes that the question affects.
	Need Kind = "need"
	// Limit is what is allowed or possible: its options carry Allows. It never points to a style.
	Limit Kind = "limit"
	// Profile is a fact about the service that moves no figure; its options may carry Floors, as those of all kinds may.
	Profile Kind = "profile"
)

// Questionnaire is a checked questionnaire: every reference resolves and every value is in its range.
// Numbers are exact, so that the order of summation can never move a result across an edge.
type Questionnaire struct {
	ID        string
	Version   string
	Title     string
	ScopeHint string
	// Minutes is the author's estimate of the time to answer; nil when not given. What people are told is MinutesToAnswer.
	Minutes *big.Rat
	Verdict Verdict
	// Extends is the id of the questionnaire this one was made from; empty for one that stands alone.
	Extends string
	// Axes are in file order. Where Extends is set, an axis without a lean or readiness question has been dropped.
	Axes []Axis
	// Dropped are the axes that were dropped, in file order.
	Dropped []Axis
	// Questions are in file order (the parent's order under extends).
	Questions []Question
	// NotAsked are the ids, earlier ones included, of the questions of the extended questionnaire that this one leaves out.
	NotAsked []string
	// Headings maps the founding article's headings to what covers them, in file order; for documentation only.
	Headings []Heading
	// Outcomes holds the benchmark of a quadrant questionnaire; nil for a leaning one.
	Outcomes *Outcomes
	// Catalogue holds warnings and recommendations; nil means that no advice is given.
	Catalogue *Catalogue
	// File is the name the questionnaire was loaded from, for messages; it never enters a result.
	File string
}

// Axis is one SysOps-DevOps line.
type Axis struct {
	ID    string
	Title string
	// Low and High describe the SysOps and the DevOps pole.
	Low, High string
	// CardAxis is the name of the axis on the card the product was founded on; for documentation only.
	CardAxis string
	// Weight is the share of the axis in overall means; > 0, 1 when not given.
	Weight *big.Rat
	// File is the file that Pos is in: that of the questionnaire, or of one that it extends.
	File string
	Pos  diag.Pos
}

// Question is one question with its possible answers.
type Question struct {
	ID string
	// Was are earlier ids of the question: answers to them are read as answers to this one.
	Was []string
	// Title is what people are shown in place of the id, two to four words; the id where the file gives none.
	Title string
	// Axis is the id of the axis of a lean or readiness question; empty for context and outcome.
	Axis     string
	Measures Measure
	// Weight is > 0, 1 when not given.
	Weight *big.Rat
	Text   string
	Why    string
	// AllowNA permits the answer not_applicable.
	AllowNA bool
	// Reverse shows the options in opposite order, so that straight-lining does not favour a pole.
	Reverse bool
	// Critical marks a readiness question whose absence forbids high confidence.
	Critical bool
	// Many permits several options as one answer, those that apply; of readiness questions only.
	Many bool
	// AskIf is what must hold of the answers to context questions for the question to be asked; nil where it always is.
	AskIf *condition.Condition
	// Affects gives the weight of a need on each axis, in file order; only axes that exist.
	Affects []Affect
	// Kind is that of a context question.
	Kind     Kind
	Heading  string
	Sources  []string
	Evidence Evidence
	// Options are in file order.
	Options []Option
	// File is the file that Pos and the places of the options are in: that of the questionnaire, or of one that it extends.
	File string
	Pos  diag.Pos
}

// Affect is the weight of a context question on one axis; Weight > 0.
type Affect struct {
	Axis   string
	Weight *big.Rat
}

// Evidence says what a repository could show about a question: in words for people, and as mappings that a scan is held
// against. It is no scoring content.
type Evidence struct {
	High, Low []string
	// Note is free text for questions without poles.
	Note string
	// Mappings are in file order: the first that allows a conclusion decides. None where a repository cannot speak to the
	// question honestly.
	Mappings []Mapping
}

// Mapping says what one measure of a repository, or one of several kinds of files, tells about the options of a question.
// An option that it does not name is one that it cannot speak to.
type Mapping struct {
	// Measure is the name of a RepositoryMeasure; empty where Signals are not.
	Measure string
	// Contradicts says on which side of the range of an option a value can contradict it; elsewhere it differs at most.
	Contradicts Side
	// Ranges are in file order, one for each option at most.
	Ranges []Range
	// Signals are ids of RepositorySignals, any of which is enough.
	Signals []string
	// Agrees are the options that such files speak for, Differs those that they speak against.
	Agrees, Differs []string
	Pos             diag.Pos
}

// Range are the values that agree with an option: above From and up to To. Either is nil where there is no such bound, and
// not both. From 0 includes 0.
type Range struct {
	Option   string
	From, To *big.Rat
	Pos      diag.Pos
}

// Side is where a value lies that can contradict an answer.
type Side string

// The sides of a range.
const (
	Never Side = "never"
	Above Side = "above"
	Below Side = "below"
	Both  Side = "both"
)

// RangeOf returns the range of an option, or nil.
func (m *Mapping) RangeOf(option string) *Range {
	for i := range m.Ranges {
		if m.Ranges[i].Option == option {
			return &m.Ranges[i]
		}
	}
	return nil
}

// Holds reports a value that agrees with the option.
func (r *Range) Holds(value *big.Rat) bool {
	if r.To != nil && value.Cmp(r.To) > 0 {
		return false
	}
	return r.From == nil || r.From.Sign() == 0 || value.Cmp(r.From) > 0
}

// Option is one possible answer. Values that its question's measure does not use are nil.
type Option struct {
	ID string
	// Was are earlier ids of the option, as for a question.
	Was  []string
	Text string
	// Position is on the SysOps-DevOps line, -1..+1; nil for an option of a need that leaves the situation alone.
	Position *big.Rat
	// Readiness is a level, 0..TopLevel.
	Readiness *big.Rat
	// Worth is what the option adds to the level of a question with Many, > 0; nil for the option that says None, and elsewhere.
	Worth *big.Rat
	// None marks the option of such a question that says that nothing applies.
	None bool
	// Floors are the readiness levels (0..4) that this context option calls for, in file order; only axes that exist.
	Floors []Floor
	// Allows are the bounds that this option of a limit sets, in file order; only axes that exist.
	Allows []Allowance
	// Class is 1 (slowest) to 6 (fastest); 0 when not given.
	Class int
	// Percent is 0..100.
	Percent *big.Rat
	// Share is the published share of respondents in percent in ShareYear; nil when none may be shown.
	Share     *big.Rat
	ShareYear int
	Pos       diag.Pos
}

// TopLevel is the highest level of readiness.
const TopLevel = 4

// Floor is the readiness (0..4) that a situation calls for on one axis.
type Floor struct {
	Axis  string
	Level *big.Rat
}

// Allowance is how far towards one pole an axis may go. Exactly one of AtMost and AtLeast is set, -1..+1.
type Allowance struct {
	Axis            string
	AtMost, AtLeast *big.Rat
}

// Heading is one heading of the founding article and what in the questionnaire covers it.
type Heading struct {
	Title string
	Axes  []string
}

// Outcomes is the frame of a quadrant verdict.
type Outcomes struct {
	// Throughput and Stability are the ids of the metrics of each group, in file order.
	Throughput, Stability []string
	// Year of the published figures; 0 when there is no benchmark.
	Year int
	// Benchmarks by metric id, plus "throughput" and "stability"; values on 0..10, higher is better.
	Benchmarks map[string]Benchmark
	// Industries are group means by industry, published for IndustryYear, in file order; for a look beside the overall ones.
	Industries   []Industry
	IndustryYear int
	// FastTests and StableTests are what else the words fast and stable need, in file order. A metric without an answer prevents nothing.
	FastTests, StableTests []OutcomeTest
	// Quadrants are texts by quadrant id: fast_stable, fast_unstable, slow_stable, slow_unstable.
	Quadrants map[string]string
	// Sentences are added to the text of a quadrant, in file order.
	Sentences []OutcomeSentence
}

// Industry is the published means of one industry, 0..10.
type Industry struct {
	ID                    string
	Throughput, Stability *big.Rat
}

// OutcomeTest is a condition on the answer to one metric. Unused members are 0 or nil.
type OutcomeTest struct {
	Metric                    string
	ClassAtLeast, ClassAtMost int
	PercentAtMost             *big.Rat
}

// OutcomeSentence is said where the quadrant is the one named, if one is, and all tests hold.
type OutcomeSentence struct {
	ID, Text, Quadrant string
	When               []OutcomeTest
}

// Benchmark is a published mean and standard deviation on the 0..10 scale.
type Benchmark struct {
	Mean, SD *big.Rat
}
