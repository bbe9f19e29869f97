package verdict

import (
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// State is the word for a state of readiness: "not ready". It is empty for none.
func (s *Sentences) State(state report.Text) string { return s.text("state", "label", string(state)) }

// state tells a readiness document.
func (t *teller) state() Telling {
	told := Telling{First: t.first(), Readiness: compact(t.readinessFigures(), t.weakest())}
	r := t.doc.Verdict.Readiness
	switch score.State(r.State) {
	case score.Ready:
		n := len(t.doc.AskedPoints()) - len(r.Readiness.Unmet)
		told.Headline = fill(t.text("state", "ready", noneOr(n)), values{"count": strconv.Itoa(n)})
	case score.Gaps:
		told.Headline = t.gaps()
	case score.NotReady:
		told.Headline, told.Reasons = t.notReady()
	default:
		told.Headline = t.noState()
		return told
	}
	if open := r.TierUnknown; len(open) > 0 {
		told.Reasons = append(told.Reasons, fill(t.text("state", "tier_open", count(len(open))), values{"questions": t.titles(open)}))
	}
	return told
}

// noneOr is count with a form of its own for nothing.
func noneOr(n int) string {
	if n == 0 {
		return "none"
	}
	return count(n)
}

// noState says why there is no state: an open question decides how much is asked, or nothing is.
func (t *teller) noState() string {
	if open := t.doc.Verdict.Readiness.TierUnknown; len(open) > 0 {
		return fill(t.text("state", "tier_unknown", count(len(open))), values{"questions": t.titles(open)})
	}
	return t.text("state", "no_floor")
}

func (t *teller) gaps() string {
	unmet := t.doc.Verdict.Readiness.Readiness.Unmet
	with := values{"count": strconv.Itoa(len(unmet)), "total": strconv.Itoa(max(len(t.doc.AskedPoints()), len(unmet)))}
	largest := slices.IndexFunc(unmet, func(u report.Unmet) bool { return u.Level != nil })
	if largest < 0 {
		with["questions"] = t.titles(pointsOf(unmet))
		return fill(t.text("state", "gaps", "unknown", count(len(unmet))), with)
	}
	t.describe(&unmet[largest], with)
	return fill(t.text("state", "gaps", "below", count(len(unmet))), with)
}

// notReady is the first reason as a headline, and the others as sentences, with how many points are below their minimum beside
// those that the reasons are about.
func (t *teller) notReady() (headline string, others []string) {
	r := t.doc.Verdict.Readiness
	left := len(r.Readiness.Unmet)
	for _, reason := range []struct {
		key    string
		points []string
	}{
		{"critical_unmet", r.Because.CriticalUnmet}, {"critical_unknown", r.Because.CriticalUnknown}, {"far_below", r.Because.FarBelow},
	} {
		if len(reason.points) == 0 {
			continue
		}
		left -= len(reason.points)
		switch text := t.stateReason(reason.key, reason.points); headline {
		case "":
			headline = fill(t.text("state", "not_ready", "headline"), values{"reason": text})
		default:
			others = append(others, english.Capital(text)+".")
		}
	}
	if headline == "" { // a result of another program need not say why
		headline = english.Capital(t.State(r.State)) + "."
	}
	if left > 0 {
		others = append(others, fill(t.text("state", "not_ready", "more", count(left)), values{"count": strconv.Itoa(left)}))
	}
	return headline, others
}

func (t *teller) stateReason(key string, points []string) string {
	with := values{"number": english.Number(len(points)), "question": t.titles(points), "questions": t.titles(points)}
	unmet := t.doc.Verdict.Readiness.Readiness.Unmet
	if at := slices.IndexFunc(unmet, func(u report.Unmet) bool { return u.Question == points[0] }); at >= 0 {
		with["level"], with["floor"] = unmet[at].LevelWord(), report.LevelOfAnswer(&unmet[at].Floor)
	}
	return fill(t.text("state", "not_ready", key, count(len(points))), with)
}

func (t *teller) describe(u *report.Unmet, with values) {
	with["question"], with["level"], with["floor"] = t.quoted(u.Question), u.LevelWord(), report.LevelOfAnswer(&u.Floor)
}

func pointsOf(unmet []report.Unmet) []string {
	questions := make([]string, len(unmet))
	for i := range unmet {
		questions[i] = unmet[i].Question
	}
	return questions
}

// readinessFigures tells the mean of all levels, and what is left of it if the unknown hides nothing.
func (t *teller) readinessFigures() string {
	r := t.doc.Verdict.Readiness.Readiness
	with := values{"readiness": figure(r.Value), "least": figure(r.LowerBound)}
	if with["least"] != with["readiness"] {
		return fill(t.text("state", "readiness_least"), with)
	}
	return fill(t.text("state", "readiness"), with)
}
