package evidence

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/delivery"
	"github.com/opsfit/opsfit/internal/gitrepo"
)

// incident is one incident; resolved is nothing for one that is open.
type incident struct {
	opened, resolved int64
	service          int32
	// cause is an index of causes, or one of the numbers below.
	cause int32
}

// What an incident says about its cause, besides a text.
const (
	noCause int32 = -1
	// someDeployment: it was a deployment, without saying which.
	someDeployment int32 = -2
)

// deliveries are what exports hold about one or more services.
type deliveries struct {
	zone *time.Location
	deploymentList

	incidents []incident
	causes    causes
	// deployedAt holds for each commit of the history when it was first deployed without failing; nothing for never. It is nil without
	// a history.
	deployedAt []int64
	names      *commitNames
	found      *Delivery
	hasOutcome bool
}

// readDelivery reads the exports; they name commits of the history, which must be read before.
func (r *reading) readDelivery(ctx context.Context) error {
	if r.Exports == nil {
		return nil
	}
	d := &deliveries{zone: time.UTC, found: &Delivery{}}
	if zone := r.Exports.Deployments.Zone; zone != nil {
		d.zone = zone
	}
	var numbers delivery.ServiceNumbers
	if err := r.readIncidents(ctx, d, &numbers); err != nil {
		return err
	}
	if r.history != nil {
		d.deployedAt = slices.Repeat([]int64{nothing}, len(r.history.commits))
	}
	export := *r.Exports.Deployments
	export.Latest = r.latestRow()
	d.names = newCommitNames(r.history, r.tags)
	var err error
	d.found.Deployments, err = delivery.ReadDeployments(ctx, &export, &numbers, r.countRows, func(row *delivery.Deployment) {
		d.addDeployment(row)
	})
	d.hasOutcome = slices.ContainsFunc(d.found.Deployments.Columns, func(c delivery.Column) bool { return c.Field == "outcome" })
	d.found.Merged = d.arrange()
	d.found.Services = d.services
	d.causes.sort()
	r.deliveries = d
	return err
}

func (r *reading) readIncidents(ctx context.Context, d *deliveries, numbers *delivery.ServiceNumbers) error {
	if r.Exports.Incidents == nil {
		return nil
	}
	export := *r.Exports.Incidents
	export.Latest = r.latestRow()
	texts := map[string]int32{}
	summary, err := delivery.ReadIncidents(ctx, &export, numbers, r.countRows, func(row *delivery.Incident) {
		i := incident{opened: row.Opened, resolved: row.Resolved, service: int32(row.Service), cause: causeOf(row.Cause, texts)}
		if row.Resolved == 0 {
			i.resolved = nothing
		}
		d.incidents = append(d.incidents, i)
	})
	d.causes = newCauses(texts)
	for i := range d.incidents {
		if at := &d.incidents[i]; at.cause >= 0 {
			at.cause = d.causes.order[at.cause]
		}
	}
	d.found.Incidents = &summary
	return err
}

// latestRow is the end of the day after the present one; rows after it are in the future wherever they were written.
func (r *reading) latestRow() int64 {
	if r.Now == 0 {
		return 0
	}
	return r.Now + day
}

func (r *reading) countRows(rows int) {
	if r.Progress != nil && rows > 0 {
		r.telling.Lock()
		defer r.telling.Unlock()
		r.Progress("rows", rows)
	}
}

// addDeployment keeps what is needed of a row.
func (d *deliveries) addDeployment(row *delivery.Deployment) {
	entry := newDeployed(row.At, int32(row.Service))
	entry.mark(failedMark, row.Failed)
	entry.mark(reworkMark, row.Rework)
	entry.mark(namedMark, len(row.Commit) > 0)
	commit := d.names.find(row.Commit)
	if len(row.Commit) == 0 {
		commit = d.names.findTag(row.ID)
	}
	if commit != none {
		entry.mark(knownMark, true)
		if !row.Failed {
			d.deployedAt[commit] = min(d.deployedAt[commit], row.At)
		}
	}
	d.add(entry)
	d.causes.match(row.ID, entry)
	d.causes.matchCommit(row.Commit, entry)
}

// commitNames finds commits by their hash, by its beginning where that is of one commit only, or by a tag.
type commitNames struct {
	history *history
	sorted  []gitrepo.Hash
	tags    map[string]gitrepo.Hash
}

// newCommitNames is empty without a history.
func newCommitNames(h *history, tags []namedTag) *commitNames {
	names := &commitNames{history: h, tags: map[string]gitrepo.Hash{}}
	if h == nil {
		return names
	}
	for i := range tags {
		names.tags[tags[i].Name] = tags[i].Commit
	}
	for hash := range h.wholeHistory().places {
		names.sorted = append(names.sorted, hash)
	}
	slices.SortFunc(names.sorted, gitrepo.Hash.Compare)
	return names
}

// find returns the index of a commit in the history, or that of what stands for it; none for another text.
func (n *commitNames) find(text []byte) int32 {
	if tagged := n.findTag(text); tagged != none {
		return tagged
	}
	if len(text) < shortestHash || len(n.sorted) == 0 {
		return none
	}
	if hash, whole := gitrepo.ParseHash(text); whole {
		return n.history.findDeployed(hash)
	}
	prefix := strings.ToLower(string(text))
	least, ok := gitrepo.LeastHash(prefix)
	if !ok {
		return none
	}
	at, _ := slices.BinarySearchFunc(n.sorted, least, gitrepo.Hash.Compare)
	isIt := func(i int) bool { return i < len(n.sorted) && strings.HasPrefix(n.sorted[i].String(), prefix) }
	if !isIt(at) || isIt(at+1) {
		return none
	}
	return n.history.findDeployed(n.sorted[at])
}

// findTag is find for a tag.
func (n *commitNames) findTag(text []byte) int32 {
	if commit, found := n.tags[string(text)]; found {
		return n.history.findDeployed(commit)
	}
	return none
}

func areHexDigits(text []byte) bool {
	for _, c := range text {
		if !isHexDigit(c) {
			return false
		}
	}
	return true
}
