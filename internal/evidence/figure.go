package evidence

// Figure is a measured value and what can be concluded from it. Value and N are nil when they were not computed.
type Figure struct {
	Value *float64
	// N is how many things the value is computed from.
	N *int
	// Least is a smaller value that another way of counting gives; nil for none. What contradicts an answer from above
	// has to hold for it too.
	Least *float64
	// LeastIs says what makes it smaller; "" without it.
	LeastIs string
	// Most is a larger value that another way of counting gives, which agrees with an answer as well; nil for none. MostIs says
	// what it is.
	Most   *float64
	MostIs string
	Conclusion
}

// Figure returns the value of a questionnaire.RepositoryMeasure. It fails for an unknown name.
func (s *Scan) Figure(measure string) (Figure, error) {
	switch measure {
	case "releases.gap_days.median":
		return s.ofAllComponents(s.newFigure("release_cadence", s.Releases.GapDays.Median, s.Releases.GapDays.N)), nil
	case "releases.minor.gap_days.median":
		return s.ofAllComponents(s.newFigure("minor_cadence", s.Releases.Minor.GapDays.Median, s.Releases.Minor.GapDays.N)), nil
	case "lead_time.mainline.median":
		return s.leadFigure(), nil
	case "batch.median":
		return s.batchFigure(), nil
	case "reverts.share":
		return s.newFigure("reverts", s.Reverts.Share, s.Reverts.Commits), nil
	case "hotfix.within_14d_share":
		return s.newFigure("hotfix", shareOrNil(s.Hotfix.Within14d, s.Hotfix.MinorReleases), s.Hotfix.MinorReleases), nil
	case "deployments.gap_days.median":
		return s.deployedFigure(), nil
	case "integration.branch_life_days.median":
		return s.newFigure("branch_life", s.Integration.BranchLife.Median, s.Integration.BranchLife.N), nil
	case "integration.reviewed_share":
		return s.newFigure("review", s.reviewedShare(), s.Integration.Commits), nil
	case "people.taggers.by_bots_share":
		return s.newFigure("taggers", shareOrNil(s.People.Taggers.ByBots, s.People.Taggers.Tags), s.People.Taggers.Tags), nil
	case "people.taggers.top_share":
		return s.topTagger(), nil
	}
	return s.figureOfExports(measure)
}

func (s *Scan) newFigure(conclusion string, value *float64, n *int) Figure {
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

// ofAllComponents trusts an interval less when it covers many components: an answer is about one service, which may be
// one of them.
func (s *Scan) ofAllComponents(f Figure) Figure {
	if s.Releases.areIndependent() && f.Trust != None {
		f.Trust, f.Reason = Few, new("components are released separately and counted together, "+
			"so each one comes less often; --tag-pattern chooses one")
	}
	return f
}

func shareOrNil(count, whole *int) *float64 {
	if count == nil || whole == nil {
		return nil
	}
	return shareOf(*count, *whole)
}

// LeadingWait is the wait of changes on the main branch for their release; that of people's changes where programs wrote
// much.
func (s *Scan) LeadingWait() Lead {
	if s.botsPrevail() {
		return s.LeadTime.People
	}
	return s.LeadTime.Mainline
}

// leadFigure has the wait of picked changes as its least value: what is urgent is picked.
func (s *Scan) leadFigure() Figure {
	lead := s.LeadingWait()
	f := s.newFigure("lead_time", lead.Median, lead.N)
	if picked := s.LeadTime.Picked; picked.N != nil && *picked.N >= SpreadWorthTelling {
		f.Least = picked.Median
	}
	return f
}

// batchFigure is of people where programs wrote much of what is released. A merge of many commits may be one change.
func (s *Scan) batchFigure() Figure {
	f := s.newFigure("batch_size", s.Batch.Median, s.Releases.Events)
	if s.botsPrevail() {
		f = s.newFigure("batch_size", s.Batch.People.Median, s.Batch.People.Releases)
	}
	f.Least = s.Batch.People.Median
	if changes := s.Batch.People.Changes; changes != nil && (f.Least == nil || *changes < *f.Least) {
		f.Least = changes
	}
	f.LeastIs = "counted as changes by people that arrived on the main branch, it is less"
	if most := s.Batch.Minor.Median; most != nil && f.Value != nil && *most > *f.Value {
		f.Most, f.MostIs = most, "counted from one minor version to the next, it is more"
	}
	return f
}

// reviewedShare is a lower bound: many plain commits land after a review that leaves no trace.
func (s *Scan) reviewedShare() *float64 {
	i := s.Integration
	if i.Commits == nil || i.Plain == nil {
		return nil
	}
	return shareOf(*i.Commits-*i.Plain, *i.Commits)
}

// topTagger is the share of the busiest tagger; tags do not show it when programs make some of them.
func (s *Scan) topTagger() Figure {
	taggers := s.People.Taggers
	f := s.newFigure("taggers", taggers.TopShare, taggers.Tags)
	if f.Trust != None && *taggers.ByBots > 0 {
		f.Trust, f.Reason = None, new("programs make release tags, so the tags do not tell who releases")
	}
	return f
}

// deployedFigure is empty where commits are not deployments; then there is not even a conclusion.
func (s *Scan) deployedFigure() Figure {
	f := s.newFigure("deployments", s.Deployments.GapDays.Median, s.Deployments.GapDays.N)
	if s.Deployments.By == nil {
		f.Reason = new("commits here do not look like deployments")
	}
	return f
}

// FindSignal returns a signal that was found, or nil.
func (s *Scan) FindSignal(id string) *Signal {
	for i := range s.Signals {
		if s.Signals[i].ID == id {
			return &s.Signals[i]
		}
	}
	return nil
}
