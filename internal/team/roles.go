package team

import (
	"fmt"
	"math/big"
	"slices"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

// unspecified is the role of respondents without one.
const unspecified = "unspecified"

// roleOf is the role by which respondents are grouped, ignoring case and outer spaces.
func roleOf(sheet *answers.Sheet) string {
	role := english.NameKey(sheet.Respondent.Role)
	if role == "" {
		return unspecified
	}
	return role
}

// slip is a role of one person that is probably a mistyped other one.
type slip struct{ role, meant string }

// slipsIn finds roles of one person whose names differ from another's by one or two letters, in the order of their names. Each
// role counts alike, so that a slip gives one person the weight of a whole role. Names in which half of the letters or more
// differ, such as "dev" and "dba", are different names.
func slipsIn(sheets []*answers.Sheet) []slip {
	var slips []slip
	roles := slices.DeleteFunc(rolesOf(sheets), func(role string) bool { return role == unspecified })
	isAlone := func(role string) bool { return len(sheetsOf(role, sheets)) == 1 }
	for i, first := range roles {
		for _, second := range roles[i+1:] {
			switch {
			case !isNear(first, second):
			case isAlone(second):
				slips = append(slips, slip{role: second, meant: first})
			case isAlone(first):
				slips = append(slips, slip{role: first, meant: second})
			}
		}
	}
	return slips
}

func isNear(a, b string) bool {
	// Nobody mistypes a role of hundreds of letters, and comparing them takes long.
	const mostLetters, longest = 2, 80
	longer := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if longer > longest {
		return false
	}
	apart := diag.Distance(a, b)
	return apart <= mostLetters && 2*apart < longer
}

// roleNotes name the roles that are probably slips.
func (b *builder) roleNotes() []string {
	var notes []string
	for _, found := range slipsIn(b.Sheets) {
		notes = append(notes, fmt.Sprintf(
			"One person has the role %s, which is almost %s. If that is a slip, correct it: all roles have equal weight.",
			diag.Quote(found.role), diag.Quote(found.meant)))
	}
	return notes
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
