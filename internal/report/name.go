package report

import "strings"

// Named puts the id behind a short title: a log is read by people, and its ids are searched for in files.
func Named(title, id string) string {
	if title == "" || title == id {
		return id
	}
	return title + " (" + id + ")"
}

// RemoveNames leaves out who answered, who owns and approved an exemption, and who owns and agreed to a commitment, for a copy to pass
// on. Roles stay, and so does what people wrote: notes, reasons and evidence.
func (d *Document) RemoveNames() {
	d.Respondent.Name = ""
	for i := range d.Exemptions {
		e := &d.Exemptions[i]
		for g := range d.Gates {
			if d.Gates[g].Kind == ExemptionGate {
				d.Gates[g].Reason = Text(strings.TrimSuffix(string(d.Gates[g].Reason), OwnerSentence(e.Owner)))
			}
		}
		e.Owner, e.ApprovedBy = "", ""
	}
	d.Commitments.RemoveNames()
}

// OwnerSentence follows the reason of a gate about an exemption; empty without an owner.
func OwnerSentence(owner Text) string {
	if owner == "" {
		return ""
	}
	return " Its owner is " + string(owner) + "."
}
