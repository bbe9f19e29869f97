package report

import (
	"bytes"
	"encoding/json"
)

// MarshalJSON writes the axes of a readiness document as its axes.
func (d Document) MarshalJSON() ([]byte, error) {
	type plain Document // without this method
	if d.Verdict.Readiness == nil {
		return Marshal(plain(d))
	}
	return Marshal(struct {
		plain
		Axes []ReadinessAxis `json:"axes"`
	}{plain(d), d.Checked})
}

// takeChecked reads the axes of a readiness document, which has been read like any other so far.
func (d *Document) takeChecked(data []byte) error {
	if d.Verdict.Readiness == nil {
		return nil
	}
	var written struct {
		Axes []ReadinessAxis `json:"axes"`
	}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&written); err != nil {
		return err
	}
	d.Axes, d.Checked = nil, written.Axes
	return nil
}
