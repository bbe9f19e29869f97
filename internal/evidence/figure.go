package evidence

import "fmt"

// Figure is one measured value and what may be concluded from it. Value and N are nil where they were not computed.
type Figure struct {
	Value *float64
	// N is how many things the value was taken from.
	N *int
	Conclusion
}

// Figure returns the value of a questionnaire.RepositoryMeasure. It fails for another name.
func (s *Scan) Figure(measure string) (Figure, error) {
	switch measure {
	case "releases.gap_days.median":
		return s.ofAllComponents(s.figure("release_cadence", s.Releases.GapDays.Median, s.Releases.GapDays.N)), nil
	case "releases.minor.gap_days.median":
		return s.ofAllComponents(s.figure("minor_cadence", s.Releases.Minor.GapDays.Median, s.Releases.Minor.GapDays.N)), nil
	case "lead_time.mainline.median":
		lead := s.LeadTime.Mainline
		if s.botsPrevail() {
			lead = s.LeadTime.People
		}
		return s.figure("lead_time", lead.Median, lead.N), nil
	case "batch.median":
		return s.figure("batch_size", s.Batch.Median, s.Releases.Events), nil
	case "reverts.share":
		return s.figure("reverts", s.Reverts.Share, s.Reverts.Commits), nil
	case "hotfix.within_14d_share":
		return s.figure("hotfix", part(s.Hotfix.Within14d, s.Hotfix.MinorReleases), s.Hotfix.MinorReleases), nil
	case "deployments.gap_days.median":
		return s.deployed(), nil
	case "integration.branch_life_days.median":
		return s.figure("branch_life", s.Integration.BranchLife.Median, s.Integration.BranchLife.N), nil
	case "integration.reviewed_share":
		return s.figure("review", s.reviewedShare(), s.Integration.Commits), nil
	case "people.taggers.by_bots_share":
		return s.figure("taggers", part(s.People.Taggers.ByBots, s.People.Taggers.Tags), s.People.Taggers.Tags), nil
	case "people.taggers.top_share":
		return s.topTagger(), nil
	}
	return Figure{}, fmt.Errorf("no scan measures %q", measure)
}

func (s *Scan) figure(conclusion string, value *float64, n *int) Figure {
	f := Figure{Value: value, N: n, Conclusion: Conclusion{ID: conclusion, Trust: None, Proof: []Proof{}}}
	for _, c := range s.Conclusions {
		if c.ID == conclusion {
			f.Conclusion = c
		}
	}
	if f.Value == nil {
		f.Trust = None
	}
	return f
}

// ofAllComponents trusts a rhythm less where it is that of many components: an answer is about one service, which may well be
// one of them.
func (s *Scan) ofAllComponents(f Figure) Figure {
	if s.Releases.areIndependent() && f.Trust == Usable {
		f.Trust, f.Reason = Few, new("components are released each for itself and counted together, so that one alone comes less often")
	}
	return f
}

func part(count, whole *int) *float64 {
	if count == nil || whole == nil {
		return nil
	}
	return share(*count, *whole)
}

// reviewedShare is a lower bound: many plain commits land after a review that leaves no mark.
func (s *Scan) reviewedShare() *float64 {
	i := s.Integration
	if i.Commits == nil || i.Plain == nil {
		return nil
	}
	return share(*i.Commits-*i.Plain, *i.Commits)
}

// topTagger says how much one person has releasing in hand, which tags do not tell where programs make some.
func (s *Scan) topTagger() Figure {
	taggers := s.People.Taggers
	f := s.figure("taggers", taggers.TopShare, taggers.Tags)
	if f.Trust != None && *taggers.ByBots > 0 {
		f.Trust, f.Reason = None, new("programs make release tags, so that the tags do not tell who releases")
	}
	return f
}

// deployed is empty where commits are no deployments: of those there is not even a conclusion.
func (s *Scan) deployed() Figure {
	f := s.figure("deployments", s.Deployments.GapDays.Median, s.Deployments.GapDays.N)
	if s.Deployments.By == nil {
		f.Reason = new("commits here do not look like deployments")
	}
	return f
}

// Signal returns a signal that was found, or nil.
func (s *Scan) Signal(id string) *Signal {
	for i := range s.Signals {
		if s.Signals[i].ID == id {
			return &s.Signals[i]
		}
	}
	return nil
}
