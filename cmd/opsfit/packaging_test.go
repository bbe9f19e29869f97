package main

import (
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

// command returns a command of the packaging, which runs in a shell, and in a repository of its own if it asks git.
func command(t *testing.T, dir, name string, arguments ...string) *exec.Cmd {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("packages are made on Unix")
	}
	for _, needed := range []string{"git", "make", name} {
		if _, err := exec.LookPath(needed); err != nil {
			t.Skipf("%s is not installed", needed)
		}
	}
	run := exec.Command(name, arguments...)
	run.Dir = dir
	run.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "GIT_") })
	run.Env = append(run.Env, "MAKEFLAGS=", "SOURCE_DATE_EPOCH=", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	for _, who := range []string{"AUTHOR", "COMMITTER"} {
		run.Env = append(run.Env, "GIT_"+who+"_NAME=A", "GIT_"+who+"_EMAIL=a@example.org", "GIT_"+who+"_DATE=2026-10-14T23:30:00+0200")
	}
	return run
}

func mustRun(t *testing.T, dir, name string, arguments ...string) string {
	t.Helper()
	run := command(t, dir, name, arguments...)
	output, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v: %s", run.Args, err, output)
	}
	return strings.TrimSpace(string(output))
}

// sourceTree makes a folder with what decides how a build is called.
func sourceTree(t *testing.T) string {
	t.Helper()
	tree := t.TempDir()
	for _, name := range []string{".gitattributes", ".packaging/version.sh", ".packaging/archived.txt"} {
		content, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(tree, name), string(content))
	}
	writeFile(t, filepath.Join(tree, "CHANGELOG.md"), "# Changes\n\n## 0.2.0 (unreleased)\n\n## 0.1.0 (2026-10-01)\n")
	return tree
}

func writeFile(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o755); err != nil {
		t.Fatal(err)
	}
}

// TestVersionOfTree holds that a clone and an archive of the same commit call a build the same.
func TestVersionOfTree(t *testing.T) {
	t.Parallel()
	tree := sourceTree(t)
	script := filepath.Join(".packaging", "version.sh")
	if got := mustRun(t, tree, "sh", script); got != "" {
		t.Errorf("without git: %s", got)
	}
	mustRun(t, tree, "git", "init", "-q")
	commit := func() string {
		mustRun(t, tree, "git", "add", ".")
		mustRun(t, tree, "git", "commit", "-q", "--allow-empty", "-m", "x")
		return mustRun(t, tree, "git", "rev-parse", "HEAD")
	}
	archive := func() string {
		// An archive may lie in another repository, as in that of a package.
		outer := t.TempDir()
		mustRun(t, outer, "git", "init", "-q")
		folder := filepath.Join(outer, "opsfit")
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		mustRun(t, tree, "git", "archive", "-o", filepath.Join(outer, "opsfit.tar"), "HEAD")
		mustRun(t, folder, "tar", "xf", filepath.Join(outer, "opsfit.tar"))
		return mustRun(t, folder, "sh", script)
	}
	check := func(name, version, hash, marked string) {
		t.Helper()
		const end = " 2026-10-14 1792013400"
		if got, want := mustRun(t, tree, "sh", script), version+marked+" "+hash+end; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if got, want := archive(), version+" "+hash+end; got != want {
			t.Errorf("archive, %s: %s, want %s", name, got, want)
		}
	}
	onTheWay := func(hash string) string { return "v0.2.0-pre20261014.g" + hash[:12] }

	first := commit()
	check("no tag", onTheWay(first), first, "")
	mustRun(t, tree, "git", "tag", "v0.1.0-rc1")
	mustRun(t, tree, "git", "tag", "latest")
	check("a tag", "v0.1.0-rc1", first, "")
	writeFile(t, filepath.Join(tree, "CHANGELOG.md"), "# Changes\n\n## 0.2.0 (unreleased)\n")
	if got := mustRun(t, tree, "sh", script); !strings.HasPrefix(got, onTheWay(first)+".dirty ") {
		t.Errorf("changed behind a tag: %s", got)
	}
	second := commit()
	check("behind a tag", onTheWay(second), second, "")
	writeFile(t, filepath.Join(tree, "CHANGELOG.md"), "# Changes\n\n## 0.2.0 (unreleased)\n\nMore.\n")
	check("changed", onTheWay(second), second, ".dirty")
}

// TestVersionWhateverTheShellAndGitSay holds that settings of a person get no word into the version.
func TestVersionWhateverTheShellAndGitSay(t *testing.T) {
	t.Parallel()
	tree := sourceTree(t)
	mustRun(t, tree, "git", "init", "-q")
	signs := filepath.Join(t.TempDir(), "gpg")
	writeFile(t, signs, "#!/bin/sh\ncat >/dev/null\necho '[GNUPG:] SIG_CREATED ' >&2\n"+
		"printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'\n")
	mustRun(t, tree, "git", "config", "gpg.program", signs)
	mustRun(t, tree, "git", "add", ".")
	mustRun(t, tree, "git", "commit", "-q", "-S", "-m", "x")
	want := mustRun(t, tree, "sh", filepath.Join(".packaging", "version.sh"))
	mustRun(t, tree, "git", "config", "log.showSignature", "true")
	run := command(t, tree, "sh", filepath.Join(".packaging", "version.sh"))
	run.Env = append(run.Env, "CDPATH=.:/tmp")
	if got, err := run.Output(); err != nil || strings.TrimSpace(string(got)) != want || len(strings.Fields(want)) != 4 {
		t.Errorf("%s, want %s (%v)", got, want, err)
	}
}

// TestChangelogNamesNextVersion holds what version.sh reads.
func TestChangelogNamesNextVersion(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "..", "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	heading := regexp.MustCompile(`(?m)^## .*$`).Find(text)
	if !regexp.MustCompile(`^## \d+\.\d+\.\d+ \((unreleased|20\d\d-\d\d-\d\d)\)$`).Match(heading) {
		t.Errorf("CHANGELOG.md begins with %q, want a heading such as: ## 0.1.0 (unreleased)", heading)
	}
}

// TestInstall holds what make install puts where, and that make uninstall removes it.
func TestInstall(t *testing.T) {
	t.Parallel()
	program, err := exec.LookPath("opsfit")
	if err != nil {
		t.Fatal(err)
	}
	into := t.TempDir()
	const prefix = "opt/opsfit's tool"
	destination := []string{"DESTDIR=" + into, "PREFIX=/" + prefix, "PROGRAM=" + program}
	root := filepath.Join("..", "..")
	mustRun(t, root, "make", append([]string{"install"}, destination...)...)

	installed := filepath.Join(into, filepath.FromSlash(prefix))
	if got := mustRun(t, into, filepath.Join(installed, "bin", "opsfit"), "version"); !strings.HasPrefix(got, "opsfit ") {
		t.Errorf("the installed program says %q", got)
	}
	got := readFolder(t, into)
	want := []string{"bin/opsfit"}
	for name := range sharedFiles(t, program) {
		want = append(want, name)
	}
	for i := range want {
		want[i] = prefix + "/" + want[i]
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(got))); diff != "" {
		t.Errorf("installed are %s", diff)
	}
	for _, name := range []string{
		"share/man/man1/opsfit.1", "share/man/man1/opsfit-assess.1", "share/man/man7/opsfit-gates.7",
		"share/bash-completion/completions/opsfit", "share/zsh/site-functions/_opsfit", "share/fish/vendor_completions.d/opsfit.fish",
		"share/doc/opsfit/LICENSE", "share/doc/opsfit/third-party-licences.txt", "share/doc/opsfit/CHANGELOG.md",
	} {
		if len(got[prefix+"/"+name].content) == 0 {
			t.Errorf("%s is missing or empty", name)
		}
	}

	mine := filepath.Join(installed, "share", "man", "man1", "mine.1")
	writeFile(t, mine, "")
	mustRun(t, root, "make", append([]string{"uninstall"}, destination...)...)
	if left := readFolderNames(t, into); !slices.Equal(left, []string{mine}) {
		t.Errorf("make uninstall leaves %q", left)
	}
}

func readFolderNames(t *testing.T, folder string) []string {
	t.Helper()
	return strings.Split(mustRun(t, folder, "find", folder, "-type", "f"), "\n")
}

// packaging is what the tests here read of goreleaser.yaml.
type packaging struct {
	Builds []struct {
		Goos, Goarch []string
		Ignore       []struct{ Goos, Goarch string }
	}
	Nfpms []struct {
		Contents []struct{ Src, Packager string }
	}
}

func readPackaging(t *testing.T) packaging {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", ".packaging", "goreleaser.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var read packaging
	if err := yaml.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Builds) != 1 || len(read.Nfpms) == 0 {
		t.Fatalf("want one build, and packages, have %v", read)
	}
	return read
}

// TestPackagesAreForAllTargets holds that goreleaser builds for what make cross does.
func TestPackagesAreForAllTargets(t *testing.T) {
	t.Parallel()
	built := readPackaging(t).Builds[0]
	var got []string
	for _, system := range built.Goos {
		for _, machine := range built.Goarch {
			// Go knows no darwin/386 and darwin/arm, and goreleaser leaves these out.
			if system != "darwin" || strings.HasSuffix(machine, "64") {
				got = append(got, system+"/"+machine)
			}
		}
	}
	for _, left := range built.Ignore {
		got = slices.DeleteFunc(got, func(target string) bool { return target == left.Goos+"/"+left.Goarch })
	}
	want := targets(t)
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("goreleaser.yaml and the Makefile's TARGETS differ: %s", diff)
	}
}

// TestPackagesHoldWhatIsInstalled holds that each kind of package lists every file that share.sh writes.
func TestPackagesHoldWhatIsInstalled(t *testing.T) {
	t.Parallel()
	program, err := exec.LookPath("opsfit")
	if err != nil {
		t.Fatal(err)
	}
	contents := readPackaging(t).Nfpms[0].Contents
	for name := range sharedFiles(t, program) {
		if strings.HasPrefix(name, "share/powershell/") {
			continue // for Windows, which has no such packages
		}
		for _, packager := range []string{"deb", "rpm", "apk"} {
			if packager == "deb" && name == "share/doc/opsfit/LICENSE" {
				continue // Debian has it
			}
			if !slices.ContainsFunc(contents, func(content struct{ Src, Packager string }) bool {
				matches, err := path.Match(strings.TrimPrefix(content.Src, "bin/stage/package/"), name)
				return err == nil && matches && (content.Packager == "" || content.Packager == packager)
			}) {
				t.Errorf("no %s would hold %s; list it in goreleaser.yaml", packager, name)
			}
		}
	}
}

// TestActionsArePinned holds that no workflow runs what a tag of somebody else points to today, and that each says what it may do.
func TestActionsArePinned(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("..", "..", ".github", "workflows", "*.yml"))
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	pinned := regexp.MustCompile(`^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "\npermissions:\n  contents: read\n") {
			t.Errorf("%s: begin with reading alone, and let a job do more where it must", filepath.Base(file))
		}
		for line := range strings.Lines(string(text)) {
			_, used, found := strings.Cut(strings.TrimSpace(line), "uses: ")
			if found && !strings.HasPrefix(used, "./") && !pinned.MatchString(used) {
				t.Errorf("%s: pin %s by the digest of its commit, with the version as a comment", filepath.Base(file), used)
			}
		}
	}
}
