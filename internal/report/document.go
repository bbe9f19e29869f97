package report

// Schema names the form of a result; a change that breaks readers changes the number at its end.
const Schema = "opsfit.assessment/v2"

// Document is one result with everything that any format shows: a saved document is written to the same bytes as
// the run that wrote it. Numbers are nil (null) where not scored, texts empty (null) where not given, lists never
// nil. Fields are in the order of the published form.
type Document struct {
	Schema        string           `json:"schema"`
	Tool          Tool             `json:"tool"`
	Questionnaire QuestionnaireRef `json:"questionnaire"`
	Subject       Text             `json:"subject"`
	Team          Text             `json:"team"`
	// DependsOn are the subjects of the services that this one cannot work without; left out when there are none.
	DependsOn  []string   `json:"depends_on,omitempty"`
	Date       Text       `json:"date"`
	Respondent Respondent `json:"respondent"`
	// WhatIf is nil, and left out, when every answer is one that was given.
	WhatIf  *WhatIf `json:"what_if,omitempty"`
	Verdict Verdict `json:"verdict"`
	// Axes is nil in a quadrant document, Metrics in a leaning one.
	Axes []Axis `json:"axes,omitzero"`
	// Checked are the axes of a readiness document, written as its axes; nil in any other.
	Checked         []ReadinessAxis  `json:"-"`
	Metrics         []Metric         `json:"metrics,omitzero"`
	Warnings        []Warning        `json:"warnings"`
	Recommendations []Recommendation `json:"recommendations"`
	// Tips are the single changes of one answer that would tip the verdict, nearest first.
	Tips    []Tip    `json:"tips"`
	Answers []Answer `json:"answers"`
	// Repository and Evidence are nil, and left out, when no repository was set beside the answers. Evidence has a finding for
	// each question that a repository can speak to, in the order of the questionnaire.
	Repository *Source   `json:"repository,omitempty"`
	Evidence   []Finding `json:"evidence,omitzero"`
	// AsOf is the day, YYYY-MM-DD, on which exemptions, commitments and ages were judged; empty when there was nothing to judge by it.
	AsOf       Text        `json:"as_of"`
	Exemptions []Exemption `json:"exemptions"`
	// Commitments are nil, and left out, when no file with commitments was named.
	Commitments *Commitments `json:"commitments,omitempty"`
	// Freshness is nil when no greatest age was asked for.
	Freshness *Freshness `json:"freshness"`
	// Gates are ordered by kind, then by what they are about; the exit code of a run follows from them alone.
	Gates []Gate   `json:"gates"`
	Notes []string `json:"notes"`
	// Places are nil where nobody said which file the document comes from.
	Places *Places `json:"-"`
}

// Tool says what wrote the document.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// QuestionnaireRef identifies the questionnaire; Digest tells apart two versions that score differently. Advice tells
// whether it has advice to give at all: without it, no warning and no recommendation means nothing.
type QuestionnaireRef struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Title   string `json:"title"`
	Digest  string `json:"digest"`
	Advice  bool   `json:"advice"`
	// AnswersFor is the version that the answers were written for, where it is another one.
	AnswersFor string `json:"answers_for,omitempty"`
}

// Respondent is who answered.
type Respondent struct {
	Name Text `json:"name"`
	Role Text `json:"role"`
}

// Verdict is exactly one of its members; Kind in JSON tells which.
type Verdict struct {
	Leaning   *Leaning
	Quadrant  *Quadrant
	Readiness *ReadinessVerdict
}

// ReadinessVerdict is the verdict of a readiness questionnaire. It knows no pole.
type ReadinessVerdict struct {
	Kind string `json:"kind"`
	// State is ready, gaps or not_ready; empty where it cannot be told.
	State   Text         `json:"state"`
	Because StateReasons `json:"because"`
	// TierUnknown are the unknown questions that could ask for more.
	TierUnknown []string `json:"tier_unknown"`
	// Readiness has the unmet points, worst first.
	Readiness OverallReadiness `json:"readiness"`
	Shortfall Shortfall        `json:"shortfall"`
	// Coverage is the answered share of the readiness questions that apply, 0..1.
	Coverage *float64 `json:"coverage"`
	// Tiers are the questions whose answers say how much is asked for, in the order of the questionnaire.
	Tiers []Tier `json:"tiers"`
}

// StateReasons are the points for which a service is not ready: critical ones that are unmet or unknown, and others that lie two
// levels or more below their floor.
type StateReasons struct {
	CriticalUnmet   []string `json:"critical_unmet"`
	CriticalUnknown []string `json:"critical_unknown"`
	FarBelow        []string `json:"far_below"`
}

// ReadinessAxis is the result of a readiness questionnaire on one axis.
type ReadinessAxis struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Weight    float64   `json:"weight"`
	Readiness Readiness `json:"readiness"`
	Floor     *float64  `json:"floor"`
	// FloorBy are the questions whose answers set the floor.
	FloorBy   []string  `json:"floor_by"`
	Shortfall Shortfall `json:"shortfall"`
	Coverage  *float64  `json:"coverage"`
}

// Leaning is the verdict of a leaning questionnaire. Ranges are those of package score.
type Leaning struct {
	Kind     string   `json:"kind"`
	Practice Practice `json:"practice"`
	// Situation is what the service calls for within what is allowed.
	Situation OverallSituation `json:"situation"`
	// Held is nil, and left out, where the limits change nothing about the advice.
	Held   *Held    `json:"held,omitempty"`
	Gap    *float64 `json:"gap"`
	Fit    Fit      `json:"fit"`
	Advice Text     `json:"advice"`
	// CombineBecause are the reasons where the advice is to combine.
	CombineBecause []string         `json:"combine_because,omitempty"`
	Tension        *float64         `json:"tension"`
	Readiness      OverallReadiness `json:"readiness"`
	Coverage       *float64         `json:"coverage"`
	// Confidence is high, medium or low; ConfidenceBecause is what keeps it from the next higher of them.
	Confidence        Text        `json:"confidence"`
	ConfidenceBecause []string    `json:"confidence_because"`
	Borderline        *bool       `json:"borderline"`
	Between           []string    `json:"between,omitempty"`
	Robustness        *Robustness `json:"robustness"`
}

// Practice is how the team works, -1 (SysOps) to +1 (DevOps), with the range that the unknown answers leave open.
type Practice struct {
	Value *float64 `json:"value"`
	Band  Text     `json:"band"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
	// LowBand and HighBand are the bands at the ends of the range.
	LowBand  Text `json:"low_band"`
	HighBand Text `json:"high_band"`
	Scored   bool `json:"scored"`
}

// Situation is what the service calls for, -1..+1, with the range that the unknown answers leave open.
type Situation struct {
	Value  *float64 `json:"value"`
	Band   Text     `json:"band"`
	Low    *float64 `json:"low"`
	High   *float64 `json:"high"`
	Scored bool     `json:"scored"`
}

// OverallSituation is that of all axes together.
type OverallSituation struct {
	Situation

	Borderline *bool    `json:"borderline"`
	Between    []string `json:"between,omitempty"`
	// Wanted is the same without regard to limits.
	Wanted Wanted `json:"wanted"`
	// Coverage is the answered share of the needs that apply, 0..1.
	Coverage *float64 `json:"coverage"`
}

// Wanted is what the needs ask for, -1..+1.
type Wanted struct {
	Value *float64 `json:"value"`
	Band  Text     `json:"band"`
}

// AxisSituation is that of one axis, with what is wanted there and what is allowed.
type AxisSituation struct {
	Situation

	Wanted  AxisWanted `json:"wanted"`
	Allowed Allowed    `json:"allowed"`
	// HeldBy are the limits that keep the situation from what is wanted.
	HeldBy []Limit `json:"held_by"`
	// Clash reports limits that contradict each other, and ClashBy which these are.
	Clash   bool    `json:"clash"`
	ClashBy []Limit `json:"clash_by,omitempty"`
}

// AxisWanted is what the needs ask for on one axis, with its range and the answered share of the needs that apply.
type AxisWanted struct {
	Value    *float64 `json:"value"`
	Band     Text     `json:"band"`
	Low      *float64 `json:"low"`
	High     *float64 `json:"high"`
	Coverage *float64 `json:"coverage"`
}

// Allowed are the bounds in force on an axis, -1..+1; nil where there is none.
type Allowed struct {
	AtLeast *float64 `json:"at_least"`
	AtMost  *float64 `json:"at_most"`
}

// Limit is an answer with the bound that it sets: at most, or at least.
type Limit struct {
	Question string `json:"question"`
	Option   string `json:"option"`
	// Axis is left out where the limit stands beside its axis.
	Axis    string   `json:"axis,omitempty"`
	AtMost  *float64 `json:"at_most,omitempty"`
	AtLeast *float64 `json:"at_least,omitempty"`
}

// Held says that the limits change the advice, what it would be without them, and which they are.
type Held struct {
	Advice Text    `json:"advice"`
	By     []Limit `json:"by"`
}

// BeyondLimit is how far practice lies outside of what is allowed, above 0, and the limits that it passes.
type BeyondLimit struct {
	Amount float64 `json:"amount"`
	By     []Limit `json:"by"`
	// Forbidden is false where the limits only make it hard to work that way, as coupling does, and accuse nobody.
	Forbidden bool `json:"forbidden"`
}

// Fit is 0..100 and its word.
type Fit struct {
	Value *float64 `json:"value"`
	Word  Text     `json:"word"`
}

// Readiness is a mean level 0..4; LowerBound counts what is unknown as 0. Weakest is nil without an answer.
type Readiness struct {
	Value      *float64 `json:"value"`
	LowerBound *float64 `json:"lower_bound"`
	Weakest    *Weakest `json:"weakest"`
}

// OverallReadiness is that of all axes, with the answers that miss the floor of their axis.
type OverallReadiness struct {
	Readiness

	Unmet []Unmet `json:"unmet"`
}

// Weakest is the lowest level among the readiness answers.
type Weakest struct {
	Level    float64 `json:"level"`
	Question string  `json:"question"`
}

// Unmet is a readiness answer below the floor of its axis; Level is nil for one that is unknown.
type Unmet struct {
	Question string   `json:"question"`
	Axis     string   `json:"axis"`
	Level    *float64 `json:"level"`
	Floor    float64  `json:"floor"`
	Critical bool     `json:"critical"`
	// Enough is the least option in words that reaches the floor; left out for a list, where none does, and in a leaning document.
	Enough Text `json:"enough,omitempty"`
}

// Robustness says how many answers or one-option steps change the word, and the side, of the practice value.
type Robustness struct {
	Band   Flip              `json:"band"`
	Side   Flip              `json:"side"`
	Advice AdviceSensitivity `json:"advice"`
}

// AdviceSensitivity are the single answers that, moved by one step, change the advice. Reverses tells that one of them leads to
// the other pole.
type AdviceSensitivity struct {
	OneStep  []Turn `json:"one_step"`
	Reverses bool   `json:"reverses"`
	// TwoNeeds are two needs that, each moved by one step, turn the advice to the other pole together; empty for none.
	TwoNeeds []Turn `json:"two_needs"`
}

// Turn is another option of one question and the advice that it leads to.
type Turn struct {
	Question string `json:"question"`
	Option   string `json:"option"`
	Advice   Text   `json:"advice"`
}

// Flip is one such change; nil numbers mean that no change of the answers does it.
type Flip struct {
	Answers   *int     `json:"answers"`
	Steps     *int     `json:"steps"`
	Questions []string `json:"questions"`
}

// Axis is the result on one axis. Low and High are the poles in words.
type Axis struct {
	ID            string         `json:"id"`
	Title         string         `json:"title"`
	Low           string         `json:"low"`
	High          string         `json:"high"`
	Weight        float64        `json:"weight"`
	Practice      Practice       `json:"practice"`
	Situation     AxisSituation  `json:"situation"`
	BeyondLimit   *BeyondLimit   `json:"beyond_limit,omitempty"`
	Gap           *float64       `json:"gap"`
	Direction     Text           `json:"direction"`
	Fit           *float64       `json:"fit"`
	Tension       *float64       `json:"tension"`
	Coverage      *float64       `json:"coverage"`
	Readiness     Readiness      `json:"readiness"`
	Floor         *float64       `json:"floor"`
	Shortfall     Shortfall      `json:"shortfall"`
	Contributions []Contribution `json:"contributions"`
}

// Shortfall is how far readiness is below the floor, 0..4; Worst counts what is unknown as 0.
type Shortfall struct {
	Value *float64 `json:"value"`
	Worst *float64 `json:"worst"`
}

// Contribution is what one answer adds to the overall practice value.
type Contribution struct {
	Question string   `json:"question"`
	Option   string   `json:"option"`
	Position float64  `json:"position"`
	Weight   float64  `json:"weight"`
	Effect   *float64 `json:"effect"`
}

// Quadrant is the verdict of an outcome questionnaire.
type Quadrant struct {
	Kind       string   `json:"kind"`
	Throughput Group    `json:"throughput"`
	Stability  Group    `json:"stability"`
	Overall    *float64 `json:"overall"`
	Quadrant   Text     `json:"quadrant"`
	// LimitedBy are the metrics that forbid a word which the mean of their group would allow.
	LimitedBy []string `json:"limited_by"`
	// RateLimit is the highest rate, in percent, that counts as stable; left out where there is none.
	RateLimit *float64 `json:"rate_limit,omitempty"`
	// Sentence is what the questionnaire says about the quadrant, and Sentences what it adds to that.
	Sentence  Text     `json:"sentence"`
	Sentences []string `json:"sentences"`
	Missing   []string `json:"missing"`
	// BenchmarkYear is the year of the published figures; 0 when there are none.
	BenchmarkYear Year `json:"benchmark_year"`
}

// Group is the mean of the answered metrics of one group, 0..10, higher is better.
type Group struct {
	Value        *float64   `json:"value"`
	Benchmark    *Benchmark `json:"benchmark"`
	AboutAverage bool       `json:"about_average"`
	// Thin reports that the value rests on only some of the group's metrics.
	Thin bool `json:"thin"`
}

// Benchmark is a published mean and standard deviation on the 0..10 scale.
type Benchmark struct {
	Mean *float64 `json:"mean"`
	SD   *float64 `json:"sd"`
}

// Metric is one outcome metric.
type Metric struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Value     *float64   `json:"value"`
	Class     *int       `json:"class"`
	Benchmark *Benchmark `json:"benchmark"`
	// Share is the published share of respondents, in percent, who gave this answer in ShareYear. Its key keeps the year
	// of the first figures that were published; ShareYear is 0 when there is no share.
	Share     *float64 `json:"share_2025"`
	ShareYear Year     `json:"share_year"`
	// Distribution are all answers to the question with their published shares, in the order of the questionnaire; empty
	// where no share is published.
	Distribution []Share `json:"distribution"`
}

// Share is the percentage of respondents of a year who gave one answer; nil where that of this answer is not published.
type Share struct {
	Option string   `json:"option"`
	Text   string   `json:"text"`
	Share  *float64 `json:"share"`
	Year   Year     `json:"year"`
}

// Warning is an active warning with the answers that caused it.
type Warning struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	Severity string  `json:"severity"`
	Text     string  `json:"text"`
	Why      string  `json:"why"`
	Because  []Cause `json:"because"`
	// SaidBy and Disputed are those of several respondents; left out for one.
	SaidBy   *SaidBy `json:"said_by,omitempty"`
	Disputed bool    `json:"disputed,omitempty"`
	// Exempted reports that an exemption in force covers it; Document.Exemptions says why and until when.
	Exempted bool `json:"exempted"`
}

// SaidBy is how many of the respondents gave answers that something follows from.
type SaidBy struct {
	Count int `json:"count"`
	Of    int `json:"of"`
}

// Cause is one answer that something follows from; Option is empty when the answer is unknown.
type Cause struct {
	Question string `json:"question"`
	Title    string `json:"title"`
	Option   Text   `json:"option"`
	// Options are those chosen of a question of which several may apply; left out for any other.
	Options []string `json:"options,omitzero"`
	Text    string   `json:"text"`
	// Count is how many of several respondents give this answer; left out for one, and where it could tell who it was.
	Count *int `json:"count,omitempty"`
}

// Recommendation is one thing to do. Status is now or later; a later one says what must come first.
type Recommendation struct {
	Rank        int     `json:"rank"`
	ID          string  `json:"id"`
	Title       string  `json:"title"`
	Direction   string  `json:"direction"`
	Tier        string  `json:"tier"`
	Axis        string  `json:"axis"`
	Score       float64 `json:"score"`
	Effort      int     `json:"effort"`
	Impact      int     `json:"impact"`
	FirstStep   string  `json:"first_step"`
	Then        string  `json:"then"`
	Why         string  `json:"why"`
	Effect      string  `json:"effect"`
	AntiPattern string  `json:"anti_pattern"`
	Because     []Cause `json:"because"`
	SaidBy      *SaidBy `json:"said_by,omitempty"`
	Status      string  `json:"status"`
	// BlockedBy are the ids of the questions (or metrics) whose answers hold a later item back.
	BlockedBy []string `json:"blocked_by"`
	// After says in words what must come first, one text for each entry of BlockedBy.
	After []string `json:"after"`
}

// Tip is one other answer to one question that alone would change what the report says.
type Tip struct {
	Question string `json:"question"`
	From     string `json:"from"`
	To       string `json:"to"`
	// Text is the option To in words.
	Text string `json:"text"`
	// Steps is how many options away To is.
	Steps     int  `json:"steps"`
	Advice    Text `json:"advice"`
	Practice  Text `json:"practice_band"`
	Situation Text `json:"situation_band"`
}

// Answer is one question and what was said; every question of the questionnaire has one, in its order.
type Answer struct {
	Question string `json:"question"`
	Title    string `json:"title"`
	Axis     Text   `json:"axis"`
	Measures string `json:"measures"`
	// Kind is that of a question about the situation: need, limit or profile.
	Kind string `json:"kind,omitempty"`
	// Critical marks a question about readiness whose absence forbids high confidence.
	Critical bool   `json:"critical,omitempty"`
	Status   string `json:"status"`
	Option   Text   `json:"option"`
	// Text is the chosen option in words; of a list those that were chosen, joined.
	Text Text `json:"text"`
	// Options, Unknown and NotApplicable are what was said of a question of which several options may apply: those chosen, those that
	// nobody knows, and those that cannot apply, with the reason; nil, and left out, for any other question and without an answer.
	Options       []string          `json:"options,omitzero"`
	Unknown       []string          `json:"unknown,omitzero"`
	NotApplicable map[string]string `json:"not_applicable,omitzero"`
	// Listed are all options of a question of which several may apply, in the order of the questionnaire, without the one that says
	// none; nil, and left out, for any other question.
	Listed []Listed `json:"listed,omitzero"`
	// NotAsked tells that the question does not apply because of other answers, which Reason names.
	NotAsked bool `json:"not_asked,omitempty"`
	// Reason is why the question does not apply. Note is what the respondent added, and the reason where nothing was added.
	Reason   Text   `json:"reason"`
	Note     Text   `json:"note"`
	Evidence Text   `json:"evidence"`
	Source   string `json:"source"`
	// Prompt is the question in words.
	Prompt string `json:"prompt"`
	// Value is the position (-1..1), readiness level (0..4) or metric value (0..10) of the chosen option.
	Value *float64 `json:"value"`
	// Weights is how much an answer to the question counts on each axis, by its id, whether it is answered or not.
	Weights  map[string]float64 `json:"weights"`
	Reviewed Text               `json:"reviewed"`
}
