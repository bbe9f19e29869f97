package evidence

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// past is a history to be made for a test, in one stream for git fast-import.
type past struct {
	t      testing.TB
	stream bytes.Buffer
	marks  map[string]int
	heads  map[string]string
	dir    string
}

// step is one commit. Dates are "2026-01-05" for noon in UTC, or with a time as "2026-01-05 18:30".
type step struct {
	name string
	// on is the branch, main for none; from and merge name the parents, the branch's head for none.
	on, from string
	merge    []string
	at       string
	// written is the author's date, at for none.
	written string
	// by is "Name <address>", Ada for none.
	by      string
	message string
	files   map[string]string
}

func newPast(t testing.TB) *past {
	return &past{t: t, marks: map[string]int{}, heads: map[string]string{}}
}

func seconds(t testing.TB, date string) int64 {
	t.Helper()
	if !strings.Contains(date, " ") {
		date += " 12:00"
	}
	at, err := time.Parse("2006-01-02 15:04", date)
	if err != nil {
		t.Fatal(err)
	}
	return at.Unix()
}

// add appends commits.
func (p *past) add(steps ...step) {
	p.t.Helper()
	for _, s := range steps {
		if s.on == "" {
			s.on = "main"
		}
		p.commit(s)
		p.heads[s.on] = s.name
	}
}

func (p *past) commit(s step) {
	p.t.Helper()
	p.marks[s.name] = len(p.marks) + 1
	by, written, message := s.by, s.written, s.message
	if by == "" {
		by = "Ada <ada@example.com>"
	}
	if written == "" {
		written = s.at
	}
	if message == "" {
		message = s.name
	}
	w := &p.stream
	fmt.Fprintf(w, "commit refs/heads/%s\nmark :%d\n", s.on, p.marks[s.name])
	fmt.Fprintf(w, "author %s %d +0000\ncommitter %s %d +0000\n", by, seconds(p.t, written), by, seconds(p.t, s.at))
	fmt.Fprintf(w, "data %d\n%s\n", len(message), message)
	if s.from != "" {
		fmt.Fprintf(w, "from :%d\n", p.mark(s.from))
	} else if head := p.heads[s.on]; head != "" {
		fmt.Fprintf(w, "from :%d\n", p.mark(head))
	}
	for _, other := range s.merge {
		fmt.Fprintf(w, "merge :%d\n", p.mark(other))
	}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		fmt.Fprintf(w, "M 100644 inline %s\ndata %d\n%s\n", name, len(s.files[name]), s.files[name])
	}
	w.WriteString("\n")
}

func (p *past) mark(name string) int {
	p.t.Helper()
	mark, known := p.marks[name]
	if !known {
		p.t.Fatalf("no commit is called %s", name)
	}
	return mark
}

// line adds one commit a day at noon, from a date on, named by a prefix and a number from 1.
func (p *past) line(prefix, from string, count int) {
	p.t.Helper()
	start := time.Unix(seconds(p.t, from), 0).UTC()
	for i := range count {
		p.add(step{name: fmt.Sprintf("%s%d", prefix, i+1), at: start.AddDate(0, 0, i).Format("2006-01-02 15:04")})
	}
}

// light makes a lightweight tag, tag an annotated one by Rhea.
func (p *past) light(name, commit string) {
	fmt.Fprintf(&p.stream, "reset refs/tags/%s\nfrom :%d\n\n", name, p.mark(commit))
}

func (p *past) tag(name, commit, at string) { p.tagBy(name, commit, at, "Rhea <rhea@example.com>") }

func (p *past) tagBy(name, commit, at, by string) {
	fmt.Fprintf(&p.stream, "tag %s\nfrom :%d\ntagger %s %d +0000\ndata 0\n\n", name, p.mark(commit), by, seconds(p.t, at))
}

// build makes the repository; its HEAD is main.
func (p *past) build() {
	p.t.Helper()
	if p.dir != "" {
		return
	}
	p.dir = filepath.Join(p.t.TempDir(), "shop")
	p.run(os.TempDir(), "", "init", "--quiet", "--bare", "--initial-branch=main", p.dir)
	p.importStream()
}

func (p *past) importStream() {
	p.t.Helper()
	p.stream.WriteString("done\n")
	marks := filepath.Join(p.dir, "marks")
	p.run(p.dir, p.stream.String(), "fast-import", "--quiet", "--done", "--date-format=raw", "--import-marks-if-exists="+marks, "--export-marks="+marks)
}

// hash returns the hash of a commit that was added, for messages of later ones: it makes the repository, to which addMore
// adds.
func (p *past) hash(name string) string {
	p.t.Helper()
	p.build()
	text, err := os.ReadFile(filepath.Join(p.dir, "marks"))
	if err != nil {
		p.t.Fatal(err)
	}
	_, rest, found := strings.Cut("\n"+string(text), fmt.Sprintf("\n:%d ", p.mark(name)))
	if !found {
		p.t.Fatalf("%s has no hash yet", name)
	}
	hash, _, _ := strings.Cut(rest, "\n")
	return hash
}

// addMore adds commits to a repository that was made.
func (p *past) addMore(steps ...step) {
	p.t.Helper()
	p.build()
	p.stream.Reset()
	p.add(steps...)
	p.importStream()
}

// git runs git in the repository and returns what it printed.
func (p *past) git(args ...string) string {
	p.t.Helper()
	p.build()
	return p.run(p.dir, "", args...)
}

func (p *past) run(dir, input string, args ...string) string {
	p.t.Helper()
	cmd := exec.CommandContext(p.t.Context(), "git", args...)
	cmd.Dir = dir
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull,
		"GIT_COMMITTER_NAME=Rhea", "GIT_COMMITTER_EMAIL=rhea@example.com", "GIT_COMMITTER_DATE=1767268800 +0000",
	}
	cmd.Stdin = strings.NewReader(input)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		p.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return strings.TrimSpace(string(out))
}

// scan collects the findings.
func (p *past) scan(change ...func(*Options)) *Scan {
	p.t.Helper()
	p.build()
	return scanOf(p.t, p.dir, change...)
}

func scanOf(t testing.TB, dir string, change ...func(*Options)) *Scan {
	t.Helper()
	repo, err := gitrepo.Open(t.Context(), gitrepo.Options{Folder: dir, Env: os.Getenv})
	if err != nil {
		t.Fatal(err)
	}
	var opt Options
	for _, c := range change {
		c(&opt)
	}
	scan, err := Collect(t.Context(), repo, opt)
	if err != nil {
		t.Fatal(err)
	}
	return scan
}

func asOf(t testing.TB, date string) func(*Options) {
	at := seconds(t, date)
	return func(o *Options) { o.AsOf = &at }
}

func pattern(text string) func(*Options) {
	return func(o *Options) { o.Pattern = regexp.MustCompile(text) }
}

// told writes numbers of findings for comparison; nil is "-".
func told(values ...any) string {
	var parts []string
	for _, v := range values {
		switch v := v.(type) {
		case *int:
			parts = append(parts, toldOne(v, func(n int) string { return fmt.Sprint(n) }))
		case *float64:
			parts = append(parts, toldOne(v, figured))
		case *string:
			parts = append(parts, toldOne(v, func(s string) string { return s }))
		case Spread:
			parts = append(parts, fmt.Sprintf("n=%s(%s)", told(v.N), told(v.P25, v.Median, v.P75, v.P90)))
		default:
			parts = append(parts, fmt.Sprint(v))
		}
	}
	return strings.Join(parts, " ")
}

func toldOne[T any](v *T, write func(T) string) string {
	if v == nil {
		return "-"
	}
	return write(*v)
}

func figured(f float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.4f", f), "0"), ".")
}

// same compares what was found with what was expected.
func same(t testing.TB, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %s, want %s", what, got, want)
	}
}

// conclusion returns the conclusion of that id.
func (s *Scan) conclusion(t testing.TB, id string) Conclusion {
	t.Helper()
	for _, c := range s.Conclusions {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("there is no conclusion %s", id)
	return Conclusion{}
}
