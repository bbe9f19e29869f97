package evidence

import (
	"testing"

	"pgregory.net/rapid"
)

func TestGlobs(t *testing.T) {
	t.Parallel()
	tests := []struct {
		pattern  string
		yes, not []string
	}{
		{".github/workflows/*.{yml,yaml}", []string{".github/workflows/a.yml", ".github/workflows/b.yaml"}, []string{"x/.github/workflows/a.yml", ".github/workflows/a/b.yml", ".github/workflows/a.yml.bak"}},
		{"**/Jenkinsfile.*", []string{"Jenkinsfile.x", "a/b/Jenkinsfile.y"}, []string{"Jenkinsfile", "a/xJenkinsfile.y"}},
		{"**/roles/*/tasks/main.yml", []string{"roles/web/tasks/main.yml", "a/b/roles/web/tasks/main.yml"}, []string{"roles/tasks/main.yml", "roles/a/b/tasks/main.yml"}},
		{".ci/**", []string{".ci/run", ".ci/a/b"}, []string{".ci", "x/.ci/run"}},
		{"**/{prod,live}/**/*.tf", []string{"prod/a.tf", "x/live/y/a.tf"}, []string{"a.tf", "x/prod.tf"}},
		{"{.,}appveyor.yml", []string{".appveyor.yml", "appveyor.yml"}, []string{"xappveyor.yml"}},
		{"**/{docker-,}compose{,.*}.yml", []string{"compose.yml", "x/docker-compose.prod.yml"}, []string{"compose-tracker.yml", "dockercompose.yml"}},
		{"**/t[0-9][0-9]-*.sh", []string{"t/t12-x.sh"}, []string{"t/t1-x.sh", "t/tab-x.sh"}},
		{"**/*~", []string{"a~", "b/c~"}, []string{"~a"}},
		{"**/doc*/architecture/decisions/**", []string{"docs/architecture/decisions/1.md", "x/doc/architecture/decisions/a/b"}, []string{"architecture/decisions/1.md"}},
		{"**/{litmus,chaos}*/**/*.yml", []string{"chaos-tests/a.yml", "x/litmus/y/z/a.yml"}, []string{"nochaos/a.yml"}},
		{"**/*.so.[0-9]*", []string{"libx.so.1", "a/libx.so.1.2"}, []string{"libx.so", "libx.so.x"}},
		{"app.yaml", []string{"app.yaml"}, []string{"a/app.yaml"}},
		{"**/terragrunt.hcl", []string{"terragrunt.hcl", "a/terragrunt.hcl"}, []string{"aterragrunt.hcl"}},
	}
	for _, test := range tests {
		var g globs
		g.addPattern(test.pattern, 0)
		for _, file := range test.yes {
			if !matches(&g, file) {
				t.Errorf("%s does not match %s", test.pattern, file)
			}
		}
		for _, file := range test.not {
			if matches(&g, file) {
				t.Errorf("%s matches %s", test.pattern, file)
			}
		}
	}
}

func matches(g *globs, file string) bool {
	hit := false
	g.matchPath(file, func(int) { hit = true })
	return hit
}

// TestNamesAgreeWithASlowMatcher compares the matcher with a plain recursive one.
func TestNamesAgreeWithASlowMatcher(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		pattern := rapid.StringMatching(`[ab*]{0,8}`).Draw(r, "pattern")
		name := rapid.StringMatching(`[ab]{0,8}`).Draw(r, "name")
		prepared, want := newNamePattern(pattern), slowly(pattern, name)
		if got, bytewise := prepared.matchName(name), matchBytes(pattern, name); got != want || bytewise != want {
			r.Errorf("%q and %q: %v and %v byte by byte, want %v", pattern, name, got, bytewise, want)
		}
	})
}

func slowly(pattern, name string) bool {
	switch {
	case pattern == "":
		return name == ""
	case pattern[0] == '*':
		return slowly(pattern[1:], name) || name != "" && slowly(pattern, name[1:])
	}
	return name != "" && pattern[0] == name[0] && slowly(pattern[1:], name[1:])
}
