package gate

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// Unlike says why a result must not be held against an earlier one: that is about another service, or later. It is empty where the
// two are alike, as far as they say.
func Unlike(now, before *report.Document) string {
	switch {
	case now.Subject != "" && before.Subject != "" && !report.SameName(now.Subject, before.Subject):
		return fmt.Sprintf("The baseline is about %s, this result about %s. Name a baseline of the same service, or allow it with --across.",
			diag.Quote(string(before.Subject)), diag.Quote(string(now.Subject)))
	// Days in this form are ordered as texts are.
	case now.Date != "" && now.Date < before.Date:
		return fmt.Sprintf("The baseline is of %s, later than this result of %s. Name an earlier one, or allow it with --across.",
			before.Date, now.Date)
	}
	return ""
}

// Refused is a comparison that must not be made, for the reason given: gates that need it are not met.
func Refused(reason string) Comparison { return Comparison{Remark: reason} }
