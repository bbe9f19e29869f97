package evidence

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// withFiles is a repository with one commit that holds some files.
func withFiles(t testing.TB, files map[string]string) *past {
	p := newPast(t)
	p.add(step{name: "c1", at: "2026-01-01", files: files})
	return p
}

// found lists signals as "id n first-path", weak ones with the reason.
func found(s *Scan) []string {
	list := []string{}
	for _, signal := range s.Signals {
		text := fmt.Sprintf("%s %d %s", signal.ID, signal.Files, signal.Paths[0])
		if signal.Weak {
			text += " weak: " + told(signal.Why)
		}
		list = append(list, text)
	}
	return list
}

func TestSignals(t *testing.T) {
	t.Parallel()
	const onlyExamples = " weak: only below tests, examples, documents or templates"
	tests := []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"nothing", map[string]string{"README.md": "x"}, nil},
		{"a workflow that tests", map[string]string{
			".github/workflows/ci.yml": "on:\n  pull_request:\njobs:\n  test:\n    steps:\n      - run: go test ./...\n",
		}, []string{"ci.github_actions 1 .github/workflows/ci.yml", "ci.github_actions_tests 1 .github/workflows/ci.yml"}},
		{"a workflow that tests nothing", map[string]string{
			".github/workflows/stale.yml": "on:\n  schedule:\njobs:\n  stale:\n    steps:\n      - run: go test ./...\n",
		}, []string{"ci.github_actions 1 .github/workflows/stale.yml"}},
		{"a workflow elsewhere", map[string]string{
			".github/workflows/ci.yml": "jobs:\n  a:\n    uses: org/repo/.github/workflows/x.yml@v1\n",
			".github/workflows/b.yml":  "jobs:\n  a:\n    uses: ./.github/workflows/x.yml\n",
		}, []string{"ci.github_actions 2 .github/workflows/b.yml", "ci.reusable_elsewhere 1 .github/workflows/ci.yml"}},
		{"a nested workflow is none", map[string]string{"template/.github/workflows/ci.yml": "jobs:\n"}, nil},
		{"what is only in a comment", map[string]string{
			".github/workflows/ci.yml": "jobs: # zizmor: ignore[x]\n  a:\n    # uses: github/codeql-action/analyze\n    name: \"a # b\"\n",
		}, []string{"ci.github_actions 1 .github/workflows/ci.yml"}},
		{"code of others", map[string]string{"vendor/x/Dockerfile": "FROM x", "a/node_modules/b/Jenkinsfile": "x", "Third_Party/main.tf": "x"}, nil},
		{"test data is weak", map[string]string{"internal/testdata/main.tf": "x"}, []string{"iac.terraform 1 internal/testdata/main.tf" + onlyExamples}},
		{"examples are weak", map[string]string{"docs/Dockerfile": "x"}, []string{"ctr.dockerfile 1 docs/Dockerfile" + onlyExamples}},
		{"unless the signal lives there", map[string]string{"docs/runbooks/a.md": "x"}, []string{"ops.runbooks 1 docs/runbooks/a.md"}},
		{"but never in test data", map[string]string{"testdata/runbooks/a.md": "x"}, []string{"ops.runbooks 1 testdata/runbooks/a.md" + onlyExamples}},
		{"one good file is enough", map[string]string{"docs/Dockerfile": "x", "Dockerfile": "x"}, []string{"ctr.dockerfile 1 Dockerfile"}},
		{"five tests are needed", map[string]string{"a_test.go": "", "b_test.go": "", "c_test.go": "", "d_test.go": ""}, nil},
		{"five tests", map[string]string{"a_test.go": "", "b_test.go": "", "c_test.go": "", "d_test.go": "", "e_test.go": ""}, []string{"test.unit 5 a_test.go"}},
		{"kubernetes needs content", map[string]string{
			"a.yaml": "apiVersion: v1\nkind: Service\n", "b.yaml": "kind: Service\n", "c.yaml": "apiVersion: v1\nx: 1\nkind: Other\n",
		}, []string{"k8s.manifests 1 a.yaml"}},
		{"far from each other", map[string]string{"a.yaml": "apiVersion: v1\n" + strings.Repeat("x: 1\n", 50) + "kind: Service\n"}, nil},
		{"charts are shipped", map[string]string{"charts/a/Chart.yaml": "x"}, []string{"k8s.helm 1 charts/a/Chart.yaml weak: only where charts or mixins are shipped from"}},
		{"a script that a pipeline calls", map[string]string{
			"deploy.sh": "ssh host\n", "release.sh": "rsync a b\n", ".gitlab-ci.yml": "x:\n  script: ./deploy.sh\n",
		}, []string{"ci.gitlab 1 .gitlab-ci.yml", "man.deploy_script 1 release.sh"}},
		{"a pipeline that deploys", map[string]string{".gitlab-ci.yml": "x:\n  script: helm upgrade shop ./chart\n"}, []string{"ci.gitlab 1 .gitlab-ci.yml", "cd.deploy_workflow 1 .gitlab-ci.yml"}},
		{"an installation into a test cluster", map[string]string{
			".github/workflows/kind.yml":     "jobs:\n  a:\n    steps:\n      - uses: helm/kind-action@v1\n      - run: helm install x charts/x\n",
			".github/workflows/minikube.yml": "jobs:\n  a:\n    steps:\n      - run: kubectl apply -f x\n      - uses: medyagh/setup-minikube@v1\n",
			".gitlab-ci.yml":                 "x:\n  script:\n    - k3d cluster create\n    - helm upgrade --install x .\n",
		}, []string{"ci.github_actions 2 .github/workflows/kind.yml", "ci.gitlab 1 .gitlab-ci.yml"}},
		{"a test cluster beside a deployment", map[string]string{
			".gitlab-ci.yml": "test:\n  script: k3d cluster create\nlive:\n  environment: production\n  script: helm upgrade x .\n",
		}, []string{"ci.gitlab 1 .gitlab-ci.yml", "cd.deploy_workflow 1 .gitlab-ci.yml"}},
		{"scripts that deploy", map[string]string{
			"deploy-a.sh": "ssh \"$host\" true\n", "deploy-b.py": "run([\"rsync\", \"-a\", source])\n", "deploy-c.sh": "sudo systemctl restart shop\n",
			"release.sh": "git push --tags\n", "update.sh": "git push production main\n",
		}, []string{"man.deploy_script 5 deploy-a.sh"}},
		{"scripts that deploy nothing", map[string]string{
			"update.sh":           "export GIT_SSH_COMMAND=\"${GIT_SSH_COMMAND:-ssh} -oBatchMode=yes\"\n# ssh host\n",
			"update-image-tag.sh": "git push -u origin \"${BRANCH}\"\n", "upgrade.sh": "kubectl get pods\n",
		}, nil},
		{"a procedure in steps", map[string]string{"RELEASE.md": "1. a\n2. b\n3. c\n4. d\n"}, []string{"chg.release_procedure 1 RELEASE.md"}},
		{"a procedure of three steps", map[string]string{"RELEASE.md": "1. a\n2. b\n3. c\n"}, nil},
		{"capitals do not matter where they should not", map[string]string{"OPS/RunBook.MD": "x"}, []string{"ops.runbooks 1 OPS/RunBook.MD"}},
		{"but do elsewhere", map[string]string{"dockerfile": "x"}, nil},
		{"a hook that looks for secrets", map[string]string{".pre-commit-config.yaml": "repos:\n- id: gitleaks\n"}, []string{"sec.secrets 1 .pre-commit-config.yaml", "chg.hooks 1 .pre-commit-config.yaml"}},
		{"hooks that do not", map[string]string{".pre-commit-config.yaml": "repos:\n- id: black\n"}, []string{"chg.hooks 1 .pre-commit-config.yaml"}},
		{"excluded by its path", map[string]string{"gradle/gradle-wrapper.jar": "x", "lib/x.jar": "x"}, []string{"man.committed_artifacts 1 lib/x.jar"}},
		{"a path that fits two globs of a rule", map[string]string{"roles/a/tasks/main.yml": "x", "playbooks/roles/a/tasks/main.yml": "x"}, []string{"iac.ansible 2 playbooks/roles/a/tasks/main.yml"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			want := append([]string{}, test.want...)
			if diff := cmp.Diff(want, found(withFiles(t, test.files).scan())); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestShips lets a person, or the name of the repository, say that infrastructure files are the product.
func TestShips(t *testing.T) {
	t.Parallel()
	files := map[string]string{"main.tf": "x", "charts/a/Chart.yaml": "x", "Jenkinsfile": "x"}
	p := withFiles(t, files)
	p.build()
	with := func(ships Ships) []string { return found(p.scan(func(o *Options) { o.Ships = ships })) }
	guessed := []string{"ci.jenkins 1 Jenkinsfile", "iac.terraform 1 main.tf", "k8s.helm 1 charts/a/Chart.yaml weak: only where charts or mixins are shipped from"}
	if diff := cmp.Diff(guessed, with(Guess)); diff != "" {
		t.Errorf("guessed (-want +got):\n%s", diff)
	}
	practice := []string{"ci.jenkins 1 Jenkinsfile", "iac.terraform 1 main.tf", "k8s.helm 1 charts/a/Chart.yaml"}
	if diff := cmp.Diff(practice, with(Practice)); diff != "" {
		t.Errorf("practice (-want +got):\n%s", diff)
	}
	product := []string{
		"ci.jenkins 1 Jenkinsfile", "iac.terraform 1 main.tf weak: taken for what the repository ships",
		"k8s.helm 1 charts/a/Chart.yaml weak: only where charts or mixins are shipped from",
	}
	if diff := cmp.Diff(product, with(Product)); diff != "" {
		t.Errorf("product (-want +got):\n%s", diff)
	}
	p.git("config", "remote.origin.url", "https://example.com/hashicorp/terraform.git")
	if got := with(Guess)[1]; got != "iac.terraform 1 main.tf weak: the repository makes such a tool" {
		t.Errorf("by its name: %s", got)
	}
}

// TestLinksAreNotFollowed takes the name of a link for what it says, and nothing for its content.
func TestLinksAreNotFollowed(t *testing.T) {
	t.Parallel()
	outside := filepath.Join(t.TempDir(), "ci.yml")
	if err := os.WriteFile(outside, []byte("jobs:\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	p := newPast(t)
	p.add(step{name: "c1", at: "2026-01-01"})
	fmt.Fprintf(&p.stream, "commit refs/heads/main\nmark :2\ncommitter A <a@x> 1767268800 +0000\ndata 1\nx\nfrom :1\n")
	for _, name := range []string{".github/workflows/ci.yml", "Dockerfile", ".mailmap", "CHANGELOG.md"} {
		fmt.Fprintf(&p.stream, "M 120000 inline %s\ndata %d\n%s\n", name, len(outside), outside)
	}
	s := p.scan()
	if diff := cmp.Diff([]string{"ctr.dockerfile 1 Dockerfile", "chg.changelog 1 CHANGELOG.md"}, found(s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLargeFilesAreNotOpened and says so.
func TestLargeFilesAreNotOpened(t *testing.T) {
	t.Parallel()
	s := withFiles(t, map[string]string{".github/workflows/ci.yml": "jobs:\n" + strings.Repeat("#", largestContent)}).scan()
	if diff := cmp.Diff([]string{}, found(s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	same(t, "notes", fmt.Sprint(s.Notes), "[Of the files that were to be opened, 1 are missing or too large.]")
}

// TestPathsAreCut shows the first and counts all.
func TestPathsAreCut(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 450 {
		files[fmt.Sprintf("a/%03d.tf", i)] = "x"
	}
	s := withFiles(t, files).scan()
	same(t, "paths", told(len(s.Signals[0].Paths), s.Signals[0].Files, s.Signals[0].Paths[9]), "10 450 a/009.tf")
}

// TestDeployments reads from files and branch names that commits, not tags, are deployments.
func TestDeployments(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		files map[string]string
		ref   string
		want  string
	}{
		{"nothing", nil, "", ""},
		{"image tags", map[string]string{"image-tags/production/shop": "x"}, "", "image tags are kept for each environment"},
		{"Argo", map[string]string{"a.yml": "apiVersion: argoproj.io/v1alpha1\nkind: Application\n"}, "", "a cluster follows this repository"},
		{"Flux", map[string]string{"a.yml": "apiVersion: kustomize.toolkit.fluxcd.io/v1\n"}, "", "a cluster follows this repository"},
		{"an example of Flux", map[string]string{"docs/a.yml": "apiVersion: kustomize.toolkit.fluxcd.io/v1\n"}, "", ""},
		{"environments", map[string]string{"prod/a.tf": "", "prod/b.tf": "", "prod/c.tf": "", "live/a.tf": "", "live/b.tf": ""}, "", "there are folders for environments"},
		{"few of them", map[string]string{"prod/a.tf": "", "prod/b.tf": ""}, "", ""},
		{"a branch", nil, "production", "the branch is called production"},
		{"a branch of another name", nil, "productive", ""},
	}
	for _, test := range tests {
		p := withFiles(t, test.files)
		p.light("v1.0.0", "c1")
		ref := "main"
		if test.ref != "" {
			ref = test.ref
			p.add(step{name: "c2", on: ref, from: "c1", at: "2026-01-02"})
		}
		s := p.scan(func(o *Options) { o.Ref = ref })
		want := "there is one tag here; if there are more elsewhere, git fetch --tags brings them"
		if test.want != "" {
			want = "commits here look like deployments (" + test.want + "), so tags do not tell when something went live"
		}
		same(t, test.name, told(s.conclusion(t, "release_cadence").Reason), want)
		deploys := slices.ContainsFunc(s.Conclusions, func(c Conclusion) bool { return c.ID == "deployments" })
		same(t, test.name+" are deployments", fmt.Sprint(deploys), fmt.Sprint(test.want != ""))
	}
}

// TestCatalogue holds the data file to what its reader expects of it.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	c, err := newCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "signals", fmt.Sprint(len(c.rules)), "95")
	ids := map[string]bool{}
	for _, rule := range c.rules {
		if ids[rule.ID] {
			t.Errorf("%s is there twice", rule.ID)
		}
		ids[rule.ID] = true
		if !slices.Contains([]string{"devops", "sysops", "readiness"}, rule.Lean) {
			t.Errorf("%s leans to %q", rule.ID, rule.Lean)
		}
		if !slices.Contains([]string{"delivery", "change", "automation", "stability", "collaboration"}, rule.Axis) {
			t.Errorf("%s is on the axis %q", rule.ID, rule.Axis)
		}
		if !slices.ContainsFunc(Families(), func(f Family) bool { return f.ID == rule.Family }) {
			t.Errorf("%s is of the family %q, which has no title", rule.ID, rule.Family)
		}
		if rule.Title == "" || strings.HasSuffix(rule.Title, ".") {
			t.Errorf("%s has the title %q", rule.ID, rule.Title)
		}
		if rule.Caution != nil && !strings.HasSuffix(*rule.Caution, ".") {
			t.Errorf("%s warns with %q, which is no sentence", rule.ID, *rule.Caution)
		}
		if (len(rule.Checks) > 0) != (rule.Cap > 0) {
			t.Errorf("%s opens %d files for %d checks", rule.ID, rule.Cap, len(rule.Checks))
		}
		for _, check := range rule.Checks {
			if check.Within > 0 && check.Then == "" {
				t.Errorf("%s has a distance to nothing", rule.ID)
			}
		}
	}
}

func TestWithoutComments(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a: b # c\nd: e\n":     "a: b \nd: e\n",
		"# a\n":                "\n",
		"a: 'b # c' # d":       "a: 'b # c' ",
		"a: \"b # c\"":         "a: \"b # c\"",
		"a: b#c\n":             "a: b#c\n",
		"a: don't # know\n":    "a: don't \n",
		"run: echo ${#x}\n":    "run: echo ${#x}\n",
		"no comment\r\nx\r\n":  "no comment\r\nx\r\n",
		"a: 'open # to\nb #c'": "a: 'open # to\nb ",
		"":                     "",
	} {
		if got := string(cutComments([]byte(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestEncoding keeps the published names and their order.
func TestEncoding(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.add(step{name: "x", at: "2026-03-05", by: "evil\x1b[31m[bot] <x@y>", files: map[string]string{"a\x1b[2J/Jenkinsfile": "x"}})
	var out bytes.Buffer
	if err := report.Encode(&out, p.scan()); err != nil {
		t.Fatal(err)
	}
	if bytes.ContainsAny(out.Bytes(), "\x1b\u202e") || !bytes.Contains(out.Bytes(), []byte(`\u001b[2J/Jenkinsfile`)) {
		t.Errorf("control characters reach the reader:\n%s", out.Bytes())
	}
	var keys []string
	decoder := json.NewDecoder(&out)
	var document map[string]json.RawMessage
	if err := decoder.Decode(&document); err != nil {
		t.Fatal(err)
	}
	for key := range document {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	want := "batch conclusions delivery deployments documented hotfix integration lead_time notes people releases repository reverts schema signals skew tags tool"
	same(t, "members", strings.Join(keys, " "), want)
}

// TestSameFindings gives the same bytes for the same repository, whatever order maps have.
func TestSameFindings(t *testing.T) {
	t.Parallel()
	p := released(t)
	var first bytes.Buffer
	for i := range 5 {
		var out bytes.Buffer
		if err := report.Encode(&out, p.scan()); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = out
		} else if diff := cmp.Diff(first.String(), out.String()); diff != "" {
			t.Fatalf("another run differs (-first +this):\n%s", diff)
		}
	}
}

// TestQuestionnairesKnowTheSignals holds the ids that a questionnaire may name to those that a scan looks for.
func TestQuestionnairesKnowTheSignals(t *testing.T) {
	t.Parallel()
	c, err := newCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, rule := range c.rules {
		ids = append(ids, rule.ID)
	}
	same(t, "signals", strings.Join(questionnaire.RepositorySignals(), " "), strings.Join(ids, " "))
}
