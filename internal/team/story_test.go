package team_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/team"
)

// TestRolesInWords: where the means of the roles are kept back, their distance stands alone.
func TestRolesInWords(t *testing.T) {
	t.Parallel()
	low, high, gap := -0.25, 0.75, 1.0
	tests := []struct {
		name string
		axis team.Axis
		want string
	}{
		{"both shown", team.Axis{RoleMeans: map[string]*float64{"ops": &low, "dev": &high}, RoleGap: &gap}, "dev +0.75 and ops -0.25 (1.00 apart)"},
		{"one shown", team.Axis{RoleMeans: map[string]*float64{"dev": &high}}, "dev +0.75"},
		{"kept back", team.Axis{RoleMeans: map[string]*float64{"ops": nil, "dev": nil}, RoleGap: &gap}, "1.00 apart"},
		{"nothing", team.Axis{RoleMeans: map[string]*float64{"dev": nil}}, ""},
	}
	for _, test := range tests {
		if got := test.axis.RolesWord(); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
