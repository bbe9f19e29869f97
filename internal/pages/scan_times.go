package pages

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/page"
)

// spread is one kind of times of a repository: how long they are in the middle and at the long end, in days.
type spread struct {
	// conclusion is the id of what is concluded from it.
	conclusion, name, short string
	// clause says it in a sentence, with a place for the median.
	clause string
	// isRate: it is told only where the times are many and even.
	isRate bool
	// saysMore: the sentence of the conclusion tells more than what is drawn.
	saysMore bool
	evidence.Spread
	trust evidence.Trust
}

// spreadsOf are the times from which something is concluded.
func spreadsOf(scan *evidence.Scan) []spread {
	lead := scan.LeadingWait().Spread
	branch := scan.Integration.BranchLife
	life := evidence.Spread{N: branch.N, Median: branch.Median, P90: branch.P90}
	all := append(exportSpreads(scan), []spread{
		{
			conclusion: "release_cadence", name: "Between releases", clause: "a release comes every %s",
			isRate: true, Spread: scan.Releases.GapDays,
		},
		{
			conclusion: "minor_cadence", name: "Between minor versions", clause: "a minor version comes every %s",
			isRate: true, Spread: scan.Releases.Minor.GapDays,
		},
		{
			conclusion: "lead_time", name: "A change waits for its release", short: "A change waits",
			clause: "a change waits %s for its release", Spread: lead,
		},
		{conclusion: "branch_life", name: "Work stays on a branch", clause: "work stays %s on a branch", Spread: life},
	}...)
	var list []spread
	for _, s := range all {
		s.trust = trustIn(scan, s.conclusion)
		if s.Median == nil || s.trust == evidence.None || s.isRate && !s.ShowsRate() {
			continue
		}
		if *s.N < evidence.SpreadWorthTelling {
			s.P25, s.P75, s.P90 = nil, nil, nil
		}
		list = append(list, s)
	}
	return list
}

// trustIn is how far a conclusion can be trusted; None for one that is not drawn.
func trustIn(scan *evidence.Scan, id string) evidence.Trust {
	for i := range scan.Conclusions {
		if scan.Conclusions[i].ID == id {
			return scan.Conclusions[i].Trust
		}
	}
	return evidence.None
}

// scanHeadline tells the medians in one sentence, without those that rest on little; "" when all do.
func scanHeadline(spreads []spread) string {
	var clauses []string
	for _, s := range spreads {
		if s.trust == evidence.Usable {
			clauses = append(clauses, fmt.Sprintf(s.clause, english.Days(*s.Median)))
		}
	}
	if len(clauses) == 0 {
		return doubtedHeadline(spreads)
	}
	what := "median"
	if len(clauses) > 1 {
		what = "medians"
	}
	return english.Capital(english.List(clauses)) + " (" + what + ")."
}

// doubtedHeadline tells the first time, and of how many cases it is, where every one rests on little.
func doubtedHeadline(spreads []spread) string {
	if len(spreads) == 0 {
		return ""
	}
	s := spreads[0]
	return english.Capital(fmt.Sprintf(s.clause, english.Days(*s.Median))) + " (median of " + english.Count(*s.N, "case") + ")."
}

// timesChart shows the times on one scale, on which each tick is several times the one before it.
func timesChart(spreads []spread) page.Chart {
	chart := page.Chart{
		ID: "times", Caption: timesCaption(&spreads[0]), Scale: timeScale(spreads),
		Heads: []string{"median", "1 in 10 over", "cases"},
		Keys: []page.Key{
			{Kind: page.Median, Text: "median"}, {Kind: page.Half, Text: "the middle half"}, {Kind: page.Long, Text: "up to one in ten"},
		},
	}
	rows := make([][]string, 0, len(spreads))
	for _, s := range spreads {
		row := page.Row{Name: s.name, Short: s.short, Figures: []string{english.Days(*s.Median), daysOrDash(s.P90), strconv.Itoa(*s.N)}}
		if s.P90 != nil {
			row.Marks = append(row.Marks, page.Mark{Kind: page.Long, At: logOf(*s.Median), To: logOf(*s.P90)})
		}
		if s.P25 != nil && s.P75 != nil {
			row.Marks = append(row.Marks, page.Mark{Kind: page.Half, At: logOf(*s.P25), To: logOf(*s.P75)})
		}
		row.Marks = append(row.Marks, page.Mark{Kind: page.Median, At: logOf(*s.Median)})
		chart.Rows = append(chart.Rows, row)
		rows = append(rows, []string{
			s.name, daysOrDash(s.P25), english.Days(*s.Median), daysOrDash(s.P75), daysOrDash(s.P90), strconv.Itoa(*s.N),
		})
	}
	chart.Behind = &page.Table{
		Caption: "Times in days",
		Columns: []page.Column{
			{Title: "What"},
			{Title: "A quarter is below", Number: true},
			{Title: "Median", Number: true},
			{Title: "A quarter is above", Number: true},
			{Title: "One in ten is above", Number: true},
			{Title: "Cases", Number: true},
		},
		Rows: page.RowsOf(rows...),
	}
	return chart
}

// timesCaption tells how far the long times are from the one in the middle.
func timesCaption(s *spread) string {
	caption := s.name + ": " + english.Days(*s.Median) + " in the middle"
	if s.P90 != nil {
		caption += ", " + english.Days(*s.P90) + " or more one time in ten"
	}
	return caption
}

func daysOrDash(days *float64) string {
	if days == nil {
		return orDash("")
	}
	return english.Days(*days)
}

// The shortest time that the scale tells from none, in days: a quarter of an hour.
const shortest = 1.0 / 96

// logOf is the place of a time on the scale.
func logOf(days float64) float64 { return math.Log10(max(days, shortest)) }

// timeScale has the ticks from the last below all times to the first above them.
func timeScale(spreads []spread) page.Scale {
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range spreads {
		for _, days := range []*float64{s.P25, s.Median, s.P75, s.P90} {
			if days != nil {
				low, high = min(low, logOf(*days)), max(high, logOf(*days))
			}
		}
	}
	scale := page.Scale{Kind: page.Time, Spoken: "Scale of time; each step is several times the one before it"}
	for _, tick := range []page.Tick{
		{At: logOf(shortest), Text: "15 min"},
		{At: logOf(1.0 / 24), Text: "1 hour"},
		{At: 0, Text: "1 day"},
		{At: logOf(7), Text: "1 week"},
		{At: logOf(30), Text: "1 month"},
		{At: logOf(91), Text: "3 months"},
		{At: logOf(365), Text: "1 year"},
		{At: logOf(3650), Text: "10 years"},
	} {
		if tick.At <= low {
			scale.Ticks = scale.Ticks[:0]
		}
		scale.Ticks = append(scale.Ticks, tick)
		if tick.At >= high && tick.At > low {
			break
		}
	}
	scale.Low, scale.High = scale.Ticks[0].At, scale.Ticks[len(scale.Ticks)-1].At
	scale.Ticks = thinned(scale.Ticks, 0.27)
	return scale
}

// releaseTimeline shows when something was released; nil where nothing was, or it is not known when.
func releaseTimeline(scan *evidence.Scan) page.Block {
	moments := scan.Releases.Moments
	from, isDay := time.Parse(time.RFC3339, textOrNone(scan.Repository.WindowFrom))
	to, isDayToo := time.Parse(time.RFC3339, textOrNone(scan.Repository.AsOf))
	if len(moments) == 0 || isDay != nil || isDayToo != nil {
		return nil
	}
	releases, minors := page.Row{Name: "Releases"}, page.Row{Name: "Minor versions"}
	for _, moment := range moments {
		releases.Marks = append(releases.Marks, page.Mark{Kind: page.Event, At: moment.Day})
		if moment.Minor {
			minors.Marks = append(minors.Marks, page.Mark{Kind: page.Event, At: moment.Day})
		}
	}
	rows := []page.Row{releases, minors}
	if len(minors.Marks) == 0 || len(minors.Marks) == len(releases.Marks) {
		rows = rows[:1]
	}
	for i := range rows {
		rows[i].Figures = []string{strconv.Itoa(len(rows[i].Marks))}
	}
	return page.Chart{
		ID: "timeline", Caption: timelineCaption(moments), Scale: windowScale(from, to), Heads: []string{"number"}, Rows: rows,
		Keys: []page.Key{{Kind: page.Event, Text: "a release"}},
	}
}

func textOrNone(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// timelineCaption names the longest time without a release.
func timelineCaption(moments []evidence.Moment) string {
	longest := 0.0
	for i := 1; i < len(moments); i++ {
		longest = max(longest, moments[i].Day-moments[i-1].Day)
	}
	if longest == 0 {
		return "When something was released"
	}
	return fmt.Sprintf("The longest time without a release was %s", english.Days(longest))
}

// windowScale is the time that was looked at, with ticks at its ends and at the beginning of years and half years.
func windowScale(from, to time.Time) page.Scale {
	days := func(at time.Time) float64 { return at.Sub(from).Hours() / 24 }
	scale := page.Scale{
		Kind: page.Time, High: max(days(to), 1), Spoken: "Scale of time from " + from.Format(time.DateOnly) + " to " + to.Format(time.DateOnly),
	}
	const format, halfYear = "Jan 2006", 6
	scale.Ticks = []page.Tick{{At: 0, Text: from.Format(format)}}
	for at := time.Date(from.Year(), 1, 1, 0, 0, 0, 0, time.UTC); at.Before(to); at = at.AddDate(0, halfYear, 0) {
		if at.After(from) {
			scale.Ticks = append(scale.Ticks, page.Tick{At: days(at), Text: at.Format(format)})
		}
	}
	scale.Ticks = thinned(append(scale.Ticks, page.Tick{At: scale.High, Text: to.Format(format)}), 0.34)
	return scale
}

// thinned leaves out ticks so that their names have room on a telephone: the first and the last stay, and those between that are
// so large a share of the scale away from others.
func thinned(ticks []page.Tick, share float64) []page.Tick {
	last := ticks[len(ticks)-1]
	apart := share * (last.At - ticks[0].At)
	kept := ticks[:1:1]
	for _, tick := range ticks[1 : len(ticks)-1] {
		if tick.At-kept[len(kept)-1].At >= apart && last.At-tick.At >= apart {
			kept = append(kept, tick)
		}
	}
	return append(kept, last)
}
