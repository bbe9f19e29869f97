package comparison

// RemoveNames leaves out who answered, for a copy to pass on. That it was not the same person both times is still told.
func (c *Comparison) RemoveNames() {
	c.Before.Respondent.Name, c.After.Respondent.Name = "", ""
	c.Commitments.RemoveNames()
	c.Notes = c.NotesWith(asIs)
}

// RemoveNames leaves out who answered, for a copy to pass on. That several people did is still told.
func (t *Trend) RemoveNames() {
	t.severalPeople = len(t.people()) > 1
	for i := range t.Points {
		t.Points[i].Respondent.Name = ""
	}
	t.Commitments.RemoveNames()
	t.Notes = t.NotesWith(asIs)
}
