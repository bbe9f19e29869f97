package gate

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// OfLike returns the comparison that compare makes of a result with an earlier one that is alike. Of any other it is empty and says
// why, so that gates that need it are not met; across allows it all the same.
func OfLike(now, before *report.Document, across bool, compare func() Comparison) Comparison {
	if reason := unlike(now, before); reason != "" && !across {
		return Comparison{Remark: reason}
	}
	return compare()
}

// unlike says why a result must not be held against an earlier one: that is about another service, or later. It is empty where the
// two are alike, as far as they say.
func unlike(now, before *report.Document) string {
	switch {
	case now.Subject != "" && before.Subject != "" && !english.SameName(now.Subject, before.Subject):
		return fmt.Sprintf("The baseline is about %s, this result about %s. Name a baseline of the same service, or allow it with --across.",
			diag.Quote(string(before.Subject)), diag.Quote(string(now.Subject)))
	// Days in this form are ordered as texts are.
	case now.Date != "" && now.Date < before.Date:
		return fmt.Sprintf("The baseline is of %s, later than this result of %s. Name an earlier one, or allow it with --across.",
			before.Date, now.Date)
	}
	return ""
}
