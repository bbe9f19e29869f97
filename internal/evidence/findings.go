package evidence

import "context"

// emptyScan returns the findings about a repository without commits.
func (r *reading) emptyScan() *Scan {
	r.lost = "the repository has no commits yet"
	if r.repo.State().Origin {
		r.lost += "; git fetch origin brings those of its remote"
	}
	scan := &Scan{
		Schema: Schema, Tool: r.Tool, Repository: Repository{
			Name: r.repo.State().Name, Shallow: r.repo.State().Shallow, Partial: r.repo.State().Partial, Paths: append([]string{}, r.Paths...),
		},
		Notes: []string{}, Delivery: r.deliveries.figures(r, nil),
	}
	scan.Conclusions = buildConclusions(r, nil, scan)
	return scan
}

// computeHistory computes what rests on the history alone; meanwhile files may still be read.
func (r *reading) computeHistory(context.Context) error {
	if r.tags != nil {
		r.figures.Tags = tagFigures(r.tags)
	}
	if r.history == nil {
		return nil
	}
	main := r.history.findCommit(r.revision.Commit)
	r.timeline = newTimeline(r.history, main, r.tags, newIdentities(r.history, r.people), r.AsOf != nil)
	r.timeline.fillFigures(&r.figures)
	return nil
}

// computeFindings computes all findings from what was read.
func (r *reading) computeFindings() *Scan {
	state := r.repo.State()
	scan := &r.figures
	scan.Schema, scan.Tool = Schema, r.Tool
	scan.Repository = Repository{
		Name: state.Name,
		Head: new(r.revision.Commit.String()), Ref: new(r.revision.Ref),
		AsOf: new(formatTime(r.window.asOf)), WindowFrom: new(formatTime(r.window.from)),
		Shallow: state.Shallow, Partial: state.Partial, Paths: append([]string{}, r.Paths...), Clock: r.clock,
	}
	if r.files != nil {
		scan.Signals = r.files.foundSignals(state.Name, r.Ships)
		scan.Documented = r.files.documentedClaims()
	}
	if r.timeline != nil {
		scan.Deployments = r.timeline.deploymentFigures(r.deploymentReason())
	}
	scan.Delivery = r.deliveries.figures(r, r.timeline)
	scan.Notes = []string{}
	if r.clock != "" {
		scan.Notes = append(scan.Notes, r.clock)
	}
	scan.Notes = append(append(scan.Notes, r.notes...), buildRemarks(scan)...)
	scan.Conclusions = buildConclusions(r, r.timeline, scan)
	return scan
}

// fillFigures fills in the figures from the history.
func (t *timeline) fillFigures(scan *Scan) {
	scan.Tags.Imported, scan.Tags.Late = new(t.imported), new(t.late)
	scan.Releases = t.releaseFigures()
	scan.LeadTime = t.leadFigures()
	scan.Batch = t.batchFigures()
	scan.Reverts = t.revertFigures()
	scan.Hotfix = t.hotfixFigures()
	scan.Integration = t.integrationFigures()
	scan.People = t.peopleFigures()
	scan.Skew = t.countSkew()
}
