package evidence

// nothing are the findings about a repository without commits.
func (r *reading) nothing() *Scan {
	r.lost = "the repository has no commits yet"
	scan := &Scan{
		Schema: Schema, Tool: r.Tool, Repository: Repository{Shallow: r.repo.State().Shallow, Partial: r.repo.State().Partial},
		Notes: []string{},
	}
	scan.Conclusions = conclusions(r, nil, scan)
	return scan
}

// findings computes everything from what was read.
func (r *reading) findings() *Scan {
	state := r.repo.State()
	scan := &Scan{
		Schema: Schema, Tool: r.Tool,
		Repository: Repository{
			Head: new(r.revision.Commit.String()), Ref: new(r.revision.Ref),
			AsOf: new(timestamp(r.window.asOf)), WindowFrom: new(timestamp(r.window.from)),
			Shallow: state.Shallow, Partial: state.Partial,
		},
	}
	if r.tags != nil {
		scan.Tags = tagFigures(r.tags)
	}
	if r.files != nil {
		scan.Signals = r.files.signals(state.Name, r.Ships)
		scan.Documented = r.files.documented()
	}
	var t *timeline
	if r.history != nil {
		t = newTimeline(r.history, r.history.find(r.revision.Commit), r.tags, newCrowd(r.history, r.people), r.AsOf != nil)
		t.figures(scan)
		scan.Deployments = t.deploymentFigures(r.deployments())
	}
	scan.Notes = append([]string{}, append(r.notes, remarks(scan)...)...)
	scan.Conclusions = conclusions(r, t, scan)
	return scan
}

// figures fills in what comes from the history.
func (t *timeline) figures(scan *Scan) {
	scan.Tags.Imported, scan.Tags.Late = new(t.imported), new(t.late)
	scan.Releases = t.releaseFigures()
	scan.LeadTime = t.leadFigures()
	scan.Batch = t.batchFigures()
	scan.Reverts = t.revertFigures()
	scan.Hotfix = t.hotfixFigures()
	scan.Integration = t.integrationFigures()
	scan.People = t.peopleFigures()
	scan.Skew = t.skew()
}
