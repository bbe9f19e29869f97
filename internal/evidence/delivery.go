package evidence

import "github.com/opsfit/opsfit/internal/delivery"

// Exports are files about deployments to production and about incidents.
type Exports struct {
	Deployments *delivery.Export
	// Incidents may be nil.
	Incidents *delivery.Export
}

// Delivery holds the five metrics of dora.dev, as exports of deployments and incidents show them. What was not computed is nil.
type Delivery struct {
	// AsOf and WindowFrom bound the deployments that count: later than WindowFrom, not later than AsOf, which is the newest one unless
	// somebody chose another time.
	AsOf       *string `json:"as_of"`
	WindowFrom *string `json:"window_from"`
	// Deployments and Incidents say what became of the rows of the files; Incidents is nil without such a file.
	Deployments delivery.Summary  `json:"deployments"`
	Incidents   *delivery.Summary `json:"incidents"`
	// Services is how many services are counted together.
	Services int `json:"services"`
	// Merged counts rows that are about the same deployment as another: the same service at the same time. Later counts deployments
	// after AsOf.
	Merged         int            `json:"rows_merged"`
	Later          int            `json:"after_as_of"`
	Frequency      Frequency      `json:"frequency"`
	ChangeLeadTime ChangeLeadTime `json:"change_lead_time"`
	RecoveryTime   RecoveryTime   `json:"recovery_time"`
	ChangeFailRate ChangeFailRate `json:"change_fail_rate"`
	ReworkRate     ReworkRate     `json:"rework_rate"`

	// examined are the days from the first deployment, or from WindowFrom, to AsOf.
	examined float64
	// lost says why there is no history to find commits in; "" where there is one, or no repository.
	lost string
	// lateIncidents: the export of incidents seems to begin long after that of deployments.
	lateIncidents bool
	// leadProof are commits whose time to production was the usual one.
	leadProof []Proof
}

// Frequency says how often something is deployed. Dates are those of the time zone of the export.
type Frequency struct {
	Events *int `json:"events"`
	// Days are the dates with a deployment, GapDays the days between one such date and the next.
	Days    *int   `json:"deployment_days"`
	GapDays Spread `json:"gap_days"`
	// PerWeek describes the number a week; N counts the whole weeks back from AsOf. PerDay is the median on a date with a deployment.
	PerWeek Spread   `json:"per_week"`
	PerDay  *float64 `json:"per_day"`
	// Interval is the median of GapDays or, where something is deployed on most dates, one day divided by PerDay.
	Interval *float64 `json:"interval_days"`
}

// ChangeLeadTime is how long commits that are no merges took until they ran in production, from their commit to the first deployment
// that contains them and did not fail.
type ChangeLeadTime struct {
	Lead

	// People is the same without the commits of programs.
	People Lead `json:"people"`
	// Known counts deployments whose commit is in the history, Unknown those whose commit is not, Unnamed those without one.
	Known   *int `json:"deployments_known"`
	Unknown *int `json:"deployments_unknown"`
	Unnamed *int `json:"deployments_without_commit"`
	// LeftOut counts commits that are left out, because it is not known what was deployed before them: their deployment is the first
	// one of the export, or follows one whose commit is not known.
	LeftOut *int `json:"left_out"`
}

// RecoveryTime is how long failed deployments took to be repaired, in days.
type RecoveryTime struct {
	Spread

	// ByIncident are from the opening of the first of their incidents until all were resolved, ByDeployment from the deployment to the
	// next one that did not fail. Open counts those that were not repaired yet.
	ByIncident   *int `json:"by_incident"`
	ByDeployment *int `json:"by_next_deployment"`
	Open         *int `json:"open"`
}

// ChangeFailRate is the share of deployments that harmed the service and needed repair.
type ChangeFailRate struct {
	Deployments *int     `json:"deployments"`
	Failed      *int     `json:"failed"`
	Share       *float64 `json:"share"`
	// ByOutcome failed as their outcome says, ByCause as an incident says that names them, and ByTime because an incident was opened
	// after them, and before any other deployment. Each counts once, in this order.
	ByOutcome *int         `json:"by_outcome"`
	ByCause   *int         `json:"by_cause"`
	ByTime    *int         `json:"by_time"`
	Incidents LinkedCounts `json:"incidents"`
}

// LinkedCounts say which incidents were taken for the consequence of a deployment.
type LinkedCounts struct {
	// ByCause say so, ByTime were opened within days of a deployment and say nothing. Elsewhere name a cause that is no deployment of
	// the export, and Unlinked say nothing and follow no deployment closely.
	ByCause   *int `json:"by_cause"`
	ByTime    *int `json:"by_time"`
	Elsewhere *int `json:"elsewhere"`
	Unlinked  *int `json:"unlinked"`
}

// ReworkRate is the share of deployments that were unplanned, to repair something that users noticed.
type ReworkRate struct {
	Deployments *int     `json:"deployments"`
	Rework      *int     `json:"rework"`
	Share       *float64 `json:"share"`
	// ByKind are repairs as their kind says, ByIncident the last one before an incident was resolved, and ByFailure the first one after
	// one that failed. Each counts once, in this order.
	ByKind     *int `json:"by_kind"`
	ByIncident *int `json:"by_incident"`
	ByFailure  *int `json:"by_failure"`
	// ByChance is how many planned deployments would be expected while incidents were open.
	ByChance *float64 `json:"by_chance"`
}

// Thresholds for what exports show. All are judgements.
const (
	// linkDays is how long after a deployment an incident that names no cause is still taken for its consequence, and how long after a
	// failed one the next is taken for its repair.
	linkDays = 7
	// mostUnusable is the share of rows that may be lost without a word at each figure.
	mostUnusable = 0.25
	// leastSaid is the share of failures that have to be known from an outcome or a cause; the others are only near in time.
	leastSaid = 0.5
	// mostChance is the share of repairs that may be expected by chance.
	mostChance = 0.5
	// enoughIncidents are those of which one would be expected in the first half of the time of the deployments.
	enoughIncidents = 6
)

// caseNeed is how many cases a figure takes to be told at all, and to be relied on.
type caseNeed struct {
	few, usable int
	noun        string
}

// deliveryNeeds are the cases that each of the five metrics takes, by its conclusion.
func deliveryNeeds() map[string]caseNeed {
	return map[string]caseNeed{
		"deployment_frequency": {2, usableGaps, "interval of deployments"},
		"change_lead_time":     {10, leadCommits, "change with a known deployment"},
		"recovery_time":        {3, 6, "repair of a failed deployment"},
		"change_fail_rate":     {10, 30, "deployment"},
		"rework_rate":          {10, 30, "deployment"},
	}
}
