package evidence

// Schema names the format of the findings; its number changes with every incompatible change.
const Schema = "opsfit.scan/v1"

// Scan holds the findings about one repository. A member is nil (null) when it was not computed, a list is empty when
// there is nothing in it. Intervals are in days, shares are 0..1, times are RFC 3339 in UTC, paths are relative to the
// repository.
type Scan struct {
	Schema      string       `json:"schema"`
	Tool        Tool         `json:"tool"`
	Repository  Repository   `json:"repository"`
	Tags        Tags         `json:"tags"`
	Releases    Releases     `json:"releases"`
	LeadTime    LeadTime     `json:"lead_time"`
	Batch       Batch        `json:"batch"`
	Reverts     Reverts      `json:"reverts"`
	Hotfix      Hotfix       `json:"hotfix"`
	Integration Integration  `json:"integration"`
	Deployments Deployments  `json:"deployments"`
	People      People       `json:"people"`
	Documented  []Documented `json:"documented"`
	Signals     []Signal     `json:"signals"`
	Conclusions []Conclusion `json:"conclusions"`
	Skew        Skew         `json:"skew"`
	Notes       []string     `json:"notes"`
	// Delivery is what exports of deployments and incidents show; nil without them.
	Delivery *Delivery `json:"delivery"`
}

// Tool is the program that wrote the findings.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Repository is what was read, and which part of its history.
type Repository struct {
	// Head is the commit that was read; nil in a repository without commits.
	Head *string `json:"head"`
	// AsOf and WindowFrom bound what is counted: later than WindowFrom, not later than AsOf.
	AsOf       *string `json:"as_of"`
	WindowFrom *string `json:"window_from"`
	Shallow    bool    `json:"shallow"`
	Partial    bool    `json:"partial"`
	Ref        *string `json:"ref"`
	// Paths are the folders and files that everything is about; empty for the whole repository.
	Paths []string `json:"paths"`

	// Name is what its origin or its folder is called; empty where that is not known. Pages show it.
	Name string `json:"-"`
	// Absent: no repository was read, only exports.
	Absent bool `json:"-"`
	// Clock is the note on a newest commit that is dated in the future or years ago; empty for none. Pages begin with it.
	Clock string `json:"-"`
}

// Tags counts all tags by the kinds of their names.
type Tags struct {
	Total *int `json:"total"`
	// Stable are versions; Pre are versions before a release; Counter are numbered releases without a version, such as
	// release_123; Other are none of these. Releases are made by the first and the third.
	Stable  *int `json:"stable"`
	Pre     *int `json:"pre"`
	Counter *int `json:"counter"`
	Other   *int `json:"other"`
	// Imported tags were made by the dozen for older commits; their own time says nothing.
	Imported *int `json:"imported"`
	// Late tags were made more than 30 days after their commit.
	Late *int `json:"late"`
	// LeftOver are the commonest shapes of names among Other, digits replaced by N.
	LeftOver []Shape `json:"left_over"`
}

// Shape is a form of tag names and how many tags have it.
type Shape struct {
	Pattern string `json:"pattern"`
	Count   int    `json:"count"`
}

// Releases says how often something is released. A release is one commit with at least one release tag, unless another
// commit had its version before.
type Releases struct {
	Events *int `json:"events"`
	// Days are the UTC dates with a release, GapDays the days between one such date and the next.
	Days    *int   `json:"release_days"`
	GapDays Spread `json:"gap_days"`
	// Forward releases have a version above every earlier one of their series, Minor ones also have only zeros after the
	// second number. Backports are the releases that are not forward.
	Forward   Cadence  `json:"forward"`
	Minor     Cadence  `json:"minor"`
	Backports *int     `json:"backports"`
	Series    []Series `json:"series"`
	// Independent: components are released one by one, and the figures are of all of them together.
	Independent *bool `json:"independent_components"`
	// SinceLast counts from the last release, even one before the window; Last is its tag.
	SinceLast *float64 `json:"days_since_last"`
	Last      *string  `json:"last"`
	LastAt    *string  `json:"last_at"`
	// Weekday is the commonest day of the week among the release days.
	Weekday      *string  `json:"weekday"`
	WeekdayShare *float64 `json:"weekday_share"`
	// Later counts the releases that were tagged after AsOf; they are ignored otherwise.
	Later *int `json:"after_as_of"`

	// Moments are the releases one by one, for a picture of them.
	Moments []Moment `json:"-"`
}

// Moment is when something was released, in days after WindowFrom; Minor releases are x.y.0.
type Moment struct {
	Day   float64
	Minor bool
}

// Cadence counts releases of one kind and the days between the dates that have one.
type Cadence struct {
	Events  *int   `json:"events"`
	GapDays Spread `json:"gap_days"`
}

// Series is one component with versions of its own; the name of the main one is empty.
type Series struct {
	Name   string `json:"name"`
	Events int    `json:"events"`
}

// Spread describes numbers by how many there are and by quartiles (linear interpolation, type 7).
type Spread struct {
	N      *int     `json:"n"`
	P25    *float64 `json:"p25"`
	Median *float64 `json:"median"`
	P75    *float64 `json:"p75"`
	P90    *float64 `json:"p90"`
	Mean   *float64 `json:"mean"`
}

// LeadTime is how long changes wait for the first release that contains them, for what was first released in the
// window. The first release ever is left out.
type LeadTime struct {
	// Mainline starts when a change arrived on the main branch, as a single commit or by a merge, or when a copy of it was
	// committed elsewhere; it ends with the first release that contains either. Each change counts once. It is the primary
	// figure.
	Mainline Lead `json:"mainline"`
	// Committer starts at the commit time: a lower bound of what DORA calls lead time for changes.
	Committer Lead `json:"committer"`
	// Author starts when the change was written, unless squashing changed that time.
	Author Lead `json:"author"`
	// People is Mainline without changes that only bots wrote.
	People Lead `json:"people"`
	// Picked is Mainline of those changes alone that their first release contains as copies (cherry-picks) only.
	Picked     Lead       `json:"picked"`
	Unreleased Unreleased `json:"unreleased"`
}

// Lead is a spread of waiting times in days. Clamped counts the negative ones, taken as 0.
type Lead struct {
	Spread
	Clamped *int `json:"clamped"`
}

// Unreleased counts the commits of the main branch that no release contains, without merges.
type Unreleased struct {
	N          *int     `json:"n"`
	OldestDays *float64 `json:"oldest_days"`
	MedianDays *float64 `json:"median_days"`
	// People counts them without bots.
	People *int `json:"people"`
}

// Batch is how many commits a release is the first to contain, without merges and the commit that makes it.
type Batch struct {
	Median *float64    `json:"median"`
	P90    *float64    `json:"p90"`
	Max    *int        `json:"max"`
	People PeopleBatch `json:"people"`
	Minor  MinorBatch  `json:"minor"`
}

// MinorBatch counts the commits by people from one forward minor release to the next, in whichever release between they came
// out: what such a release holds for those who take no patches.
type MinorBatch struct {
	// Releases are the minor releases of the window but its first.
	Releases *int     `json:"releases"`
	Median   *float64 `json:"median"`
}

// PeopleBatch counts the commits by people in the releases that have any.
type PeopleBatch struct {
	Releases *int     `json:"releases"`
	Median   *float64 `json:"median"`
	P90      *float64 `json:"p90"`
	Max      *int     `json:"max"`
	// Changes is the median number of changes that arrived on the main branch: a merge counts once, whatever it brings, and
	// so do commits that were rebased within a minute.
	Changes *float64 `json:"changes"`
}

// Reverts counts the commits of the main branch that take others back.
type Reverts struct {
	// Commits are those examined: in the window, without merges.
	Commits *int `json:"commits"`
	// Strict commits were written as reverts by git or a forge; Share is their share of Commits. Loose adds those that
	// say only in their own words that they take something back.
	Strict *int     `json:"strict"`
	Share  *float64 `json:"share"`
	Loose  *int     `json:"loose"`
	// Resolved are strict ones that name a commit which is here; AfterRelease are those whose commit had been released
	// by then; MedianDays is the time from that commit to the revert.
	Resolved     *int     `json:"resolved"`
	AfterRelease *int     `json:"after_release"`
	MedianDays   *float64 `json:"median_days"`
	// Before is the repository's own past, the only thing that Share can be compared with.
	Before RevertsBefore `json:"before"`
}

// RevertsBefore counts the same over the time before the window, of the same length.
type RevertsBefore struct {
	Commits *int     `json:"commits"`
	Strict  *int     `json:"strict"`
	Share   *float64 `json:"share"`
}

// Hotfix counts forward minor releases that are at least 14 days old, and how many were soon followed by a patch of the
// same x.y. That patch may have been planned.
type Hotfix struct {
	MinorReleases *int `json:"minor_releases"`
	Within7d      *int `json:"within_7d"`
	Within14d     *int `json:"within_14d"`
}

// Integration says how changes reach the main branch. Commits are those of its first-parent line in the window: merges,
// single commits with the mark of a review, and plain ones.
type Integration struct {
	Commits        *int       `json:"commits"`
	Merges         *int       `json:"merges"`
	ReviewedSingle *int       `json:"reviewed_single"`
	Plain          *int       `json:"plain"`
	BranchLife     BranchLife `json:"branch_life_days"`
	// WorkBranch is the branch whose commits these are, and whose changes wait for a release, where the main branch itself
	// mostly takes merges of it (GitFlow): "" when its name is not known. It is nil elsewhere.
	WorkBranch *string `json:"work_branch"`
}

// BranchLife is the time from the oldest commit that a merge brought, as its author dates it, to the merge. Branches
// that only programs wrote are left out, and so are those that live on.
type BranchLife struct {
	N      *int     `json:"n"`
	Median *float64 `json:"median"`
	P90    *float64 `json:"p90"`
	// Squashed counts merges that are left out because their one commit was made for the merge.
	Squashed *int `json:"squashed"`
}

// Deployments counts commits of the main line as deployments, in a repository that is kept for deployments. Elsewhere
// everything is nil: source code does not show what is deployed.
type Deployments struct {
	// By says why commits are taken for deployments.
	By *string `json:"by"`
	// Named: only merges that name production count; else every change in the window does.
	Named  bool `json:"named"`
	Events *int `json:"events"`
	// Days are the UTC dates with a deployment, GapDays the days between one such date and the next.
	Days    *int   `json:"deployment_days"`
	GapDays Spread `json:"gap_days"`
	// PerWeek describes the number a week; N counts the whole weeks back from the end of the window.
	PerWeek Spread `json:"per_week"`
	// Environments count the merges of "…/APPLICATION/ENVIRONMENT/VERSION", the most frequent first.
	Environments []Environment `json:"environments"`
	Promotion    Promotion     `json:"promotion_days"`

	// places are the next positions; len(text) for no more.
	places []int32
}

// Environment is one place where versions run, as merges name it.
type Environment struct {
	Name   string `json:"name"`
	Events int    `json:"events"`
}

// Promotion is the time from a version's first environment until it went live; N counts versions.
type Promotion struct {
	From   *string  `json:"from"`
	To     *string  `json:"to"`
	N      *int     `json:"n"`
	Median *float64 `json:"median"`
	P90    *float64 `json:"p90"`
}

// People counts who shares the work on the main branch in the window. Bots are counted separately.
type People struct {
	// Authors counts people: the same address, or the same full name, is one person. AuthorsLow also merges the same
	// name before the @; the truth lies in between.
	Authors    *int `json:"authors"`
	AuthorsLow *int `json:"authors_low"`
	// BusFactor50 is the smallest number of people who wrote half of what people wrote.
	BusFactor50 *int     `json:"bus_factor_50"`
	BotShare    *float64 `json:"bot_share"`
	// Bots are names of programs, busiest first. What programs do in the name of a person counts in BotShare only.
	Bots []string `json:"bots"`
	// Taggers counts who made the annotated release tags of the window.
	Taggers Taggers `json:"taggers"`
}

// Taggers tells people from bots among those who made the annotated release tags of the window.
type Taggers struct {
	Tags   *int `json:"tags"`
	People *int `json:"people"`
	// ByBots counts tags, not bots; TopShare is the share of the busiest tagger.
	ByBots   *int     `json:"by_bots"`
	TopShare *float64 `json:"top_share"`
}

// Documented is what the repository itself says about how often something is released.
type Documented struct {
	Kind DocumentedKind `json:"kind"`
	Path string         `json:"path"`
	// Days are those between two releases.
	Days float64 `json:"days"`
	// Text is the sentence of a document, or the schedule of a pipeline.
	Text string `json:"text"`
}

// DocumentedKind says where something is documented.
type DocumentedKind string

// Where a repository says how often something is released.
const (
	InDocument DocumentedKind = "document"
	InSchedule DocumentedKind = "schedule"
)

// Signal is a kind of file that points to a way of working, with the paths that show it.
type Signal struct {
	ID     string `json:"id"`
	Family string `json:"family"`
	Axis   string `json:"axis"`
	// Lean is devops, sysops, or readiness for what is good under either.
	Lean string `json:"lean"`
	// Weak signals are weak evidence; Why says why.
	Weak bool `json:"weak"`
	// Paths are the first of them in order, at most pathsShown; Files counts all.
	Paths []string `json:"paths"`
	Files int      `json:"files"`
	Title string   `json:"title"`
	Why   *string  `json:"why"`
	// Caution says what else such a file may mean.
	Caution *string `json:"caution"`
}

// Trust says how reliable a conclusion is.
type Trust string

const (
	// Usable conclusions are based on enough data.
	Usable Trust = "usable"
	// Few marks conclusions from little data.
	Few Trust = "few"
	// None means that nothing should be concluded, even where figures are given.
	None Trust = "none"
)

// Conclusion is a sentence about how the team works, and how reliable it is. Reason says why its reliability is
// limited.
type Conclusion struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Trust  Trust   `json:"trust"`
	Reason *string `json:"reason"`
	// Proof has at most ProofsShown examples; none when nothing is concluded.
	Proof []Proof `json:"proof"`
}

// Skew counts signs of clocks that disagree among the commits of the main branch.
type Skew struct {
	// ChildOlder counts commits that are older than a parent; AuthorAhead those written over an hour after they were
	// committed; AfterAsOf those later than the time that figures are as of.
	ChildOlder  *int `json:"child_older"`
	AuthorAhead *int `json:"author_ahead"`
	AfterAsOf   *int `json:"after_as_of"`
}
