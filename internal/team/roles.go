package team

import (
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// unspecified is the role of respondents without one.
const unspecified = "unspecified"

// roleOf is the role by which respondents are grouped, ignoring case and outer spaces.
func roleOf(sheet *answers.Sheet) string {
	role := strings.ToLower(strings.Join(strings.Fields(sheet.Respondent.Role), " "))
	if role == "" {
		return unspecified
	}
	return role
}

// rolesOf returns the roles, sorted by name.
func rolesOf(sheets []*answers.Sheet) []string {
	var roles []string
	for _, sheet := range sheets {
		roles = append(roles, roleOf(sheet))
	}
	slices.Sort(roles)
	return slices.Compact(roles)
}

// sheetsOf returns the sheets of one role.
func sheetsOf(role string, sheets []*answers.Sheet) []*answers.Sheet {
	return slices.DeleteFunc(slices.Clone(sheets), func(sheet *answers.Sheet) bool { return roleOf(sheet) != role })
}

// balancedMean is the mean of the role means of the sheets' values, so that ten developers do not outvote two
// operators. Nil values, and roles without values, do not count. It is nil without any value.
func balancedMean(sheets []*answers.Sheet, says func(*answers.Sheet) *big.Rat) *big.Rat {
	var means []*big.Rat
	for _, role := range rolesOf(sheets) {
		var said []*big.Rat
		for _, sheet := range sheetsOf(role, sheets) {
			if value := says(sheet); value != nil {
				said = append(said, value)
			}
		}
		if len(said) > 0 {
			means = append(means, meanOf(said))
		}
	}
	return meanOf(means)
}

// balancedShare is the role-balanced share of the sheets for which a statement is true, 0..1; nil for no sheets.
func balancedShare(sheets []*answers.Sheet, is func(*answers.Sheet) bool) *big.Rat {
	return balancedMean(sheets, func(sheet *answers.Sheet) *big.Rat {
		if is(sheet) {
			return big.NewRat(1, 1)
		}
		return new(big.Rat)
	})
}
