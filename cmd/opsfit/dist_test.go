package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"debug/elf"
	"encoding/hex"
	"encoding/json"
	"flag"
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
)

var distFolder = flag.String("dist", "", "check the files that make dist put into this folder")

// dist is what `make dist` made of one commit.
type dist struct {
	folder, version string
	// shared are the files that are installed beside the program, by their name below /usr.
	shared packed
}

// TestDist checks what people download, by the programs that install it where these are present.
func TestDist(t *testing.T) {
	t.Parallel()
	if *distFolder == "" {
		t.Skip("checks the files of a release; run it with make dist-check")
	}
	d := dist{folder: *distFolder, version: distVersion(t, *distFolder), shared: sharedFiles(t, filepath.Join("..", "..", "bin", "opsfit"))}
	t.Run("checksums", d.testChecksums)
	t.Run("manifests", d.testManifests)
	for _, target := range targets(t) {
		t.Run(target, func(t *testing.T) { d.testTarget(t, target) })
	}
}

func distVersion(t *testing.T, folder string) string {
	t.Helper()
	const end = "_linux_amd64.tar.gz"
	found, err := filepath.Glob(filepath.Join(folder, "opsfit_*"+end))
	if err != nil || len(found) != 1 {
		t.Fatalf("want one archive for linux/amd64 in %s, have %v, %v", folder, found, err)
	}
	return strings.TrimSuffix(strings.TrimPrefix(filepath.Base(found[0]), "opsfit_"), end)
}

// sharedFiles returns what share.sh writes by a program.
func sharedFiles(t *testing.T, program string) packed {
	t.Helper()
	program, err := filepath.Abs(program)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	mustRun(t, filepath.Join("..", ".."), "sh", ".packaging/share.sh", program, folder)
	return readFolder(t, folder)
}

// file returns the name of a file for a target.
func (d *dist) file(target, ending string) string {
	return filepath.Join(d.folder, "opsfit_"+d.version+"_"+strings.ReplaceAll(target, "/", "_")+ending)
}

func (d *dist) testChecksums(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(d.folder, "checksums.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(text)) {
		hash, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		want[name] = hash
	}
	entries, err := os.ReadDir(d.folder)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, entry := range entries {
		if entry.Name() != "checksums.txt" {
			got[entry.Name()] = hashOf(t, filepath.Join(d.folder, entry.Name()))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("checksums.txt and the files differ: %s", diff)
	}
}

func hashOf(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return digest(content)
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// testManifests holds that Homebrew and Scoop get the archives of this release.
func (d *dist) testManifests(t *testing.T) {
	for manifest, archives := range map[string][]string{
		"opsfit.rb": {
			d.file("darwin/amd64", ".tar.gz"), d.file("darwin/arm64", ".tar.gz"), d.file("linux/amd64", ".tar.gz"), d.file("linux/arm64", ".tar.gz"),
		},
		"opsfit.json": {d.file("windows/amd64", ".zip"), d.file("windows/arm64", ".zip")},
	} {
		text, err := os.ReadFile(filepath.Join(d.folder, manifest))
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Fields(strings.NewReplacer(`"`, " ", ",", " ").Replace(string(text)))
		for _, archive := range archives {
			address := slices.IndexFunc(words, func(word string) bool { return path.Base(word) == filepath.Base(archive) })
			if address < 0 || !slices.Contains(words[address:min(address+4, len(words))], hashOf(t, archive)) {
				t.Errorf("%s does not name %s with its hash", manifest, filepath.Base(archive))
			}
		}
		if strings.Contains(string(text), "@") {
			t.Errorf("%s has a gap: %s", manifest, text)
		}
	}
	var scoop map[string]any
	if text, err := os.ReadFile(filepath.Join(d.folder, "opsfit.json")); err != nil || json.Unmarshal(text, &scoop) != nil || scoop["version"] != d.version {
		t.Errorf("opsfit.json is not a manifest of %s: %v", d.version, err)
	}
}

func (d *dist) testTarget(t *testing.T, target string) {
	program, archive := "opsfit", packed(nil)
	if strings.HasPrefix(target, "windows/") {
		program, archive = "opsfit.exe", readZip(t, d.file(target, ".zip"))
	} else {
		archive = readTarGz(t, d.file(target, ".tar.gz"))
	}
	archive.sameTimes(t)
	binary, ok := archive[program]
	if !ok {
		t.Fatalf("%s is missing among %v", program, slices.Sorted(maps.Keys(archive)))
	}
	delete(archive, program)
	if diff := cmp.Diff(d.shared.digests(), archive.digests()); diff != "" {
		t.Errorf("the archive differs from what is installed: %s", diff)
	}

	extracted := filepath.Join(t.TempDir(), program)
	if err := os.WriteFile(extracted, binary.content, 0o755); err != nil {
		t.Fatal(err)
	}
	d.testBinary(t, target, extracted)
	d.testRun(t, target, extracted)
	if strings.HasPrefix(target, "linux/") {
		t.Run("deb", func(t *testing.T) { d.testPackage(t, target, ".deb", readDeb, &binary) })
		t.Run("rpm", func(t *testing.T) { d.testPackage(t, target, ".rpm", readRPM, &binary) })
		t.Run("apk", func(t *testing.T) { d.testPackage(t, target, ".apk", readAPK, &binary) })
	}
}

// testBinary reads what a program says about itself, and compares it with its list of components.
func (d *dist) testBinary(t *testing.T, target, file string) {
	info, err := buildinfo.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	settings := map[string]string{}
	for _, setting := range info.Settings {
		settings[setting.Key] = setting.Value
	}
	if built := settings["GOOS"] + "/" + settings["GOARCH"]; built != target || settings["-trimpath"] != "true" || settings["vcs"] != "" {
		t.Errorf("the program is built for %s with %v", built, settings)
	}
	if executable, err := elf.Open(file); err == nil {
		defer func() { _ = executable.Close() }()
		if libraries, err := executable.ImportedLibraries(); err != nil || len(libraries) > 0 {
			t.Errorf("the program is not static: %v, %v", libraries, err)
		}
	}

	want := map[string]string{"std": info.GoVersion}
	for _, module := range info.Deps {
		want[module.Path] = module.Version
	}
	var list struct {
		Metadata   struct{ Component struct{ Version string } }
		Components []struct{ Name, Version string }
	}
	text, err := os.ReadFile(d.file(target, ".cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, component := range list.Components {
		got[component.Name] = component.Version
	}
	if diff := cmp.Diff(want, got); diff != "" || list.Metadata.Component.Version != "v"+d.version {
		t.Errorf("the list of components of %s differs from the program: %s", list.Metadata.Component.Version, diff)
	}
}

// testRun runs a program here, or under what runs programs for its system on this one.
func (d *dist) testRun(t *testing.T, target, file string) {
	runners := map[string][]string{
		"linux/386": {}, "linux/arm64": {"qemu-aarch64-static"}, "linux/arm": {"qemu-arm-static"}, "windows/amd64": {"wine"},
	}
	runner, known := runners[target]
	switch {
	case target == runtime.GOOS+"/"+runtime.GOARCH:
		runner = nil
	case !known || runtime.GOOS+"/"+runtime.GOARCH != "linux/amd64":
		t.Logf("NOT RUN: nothing on this system runs programs for %s", target)
		return
	case len(runner) > 0:
		if _, err := exec.LookPath(runner[0]); err != nil {
			t.Logf("NOT RUN: %s is not installed", runner[0])
			return
		}
	}
	version := exec.Command(file, "version", "--json")
	if len(runner) > 0 {
		version = exec.Command(runner[0], file, "version", "--json")
	}
	version.Env = append(os.Environ(), "WINEDEBUG=-all")
	var messages bytes.Buffer
	version.Stderr = &messages
	output, err := version.Output()
	if strings.Contains(messages.String(), "bcryptprimitives.dll not found") {
		t.Log("NOT RUN: this wine is too old for programs of Go")
		return
	}
	if err != nil {
		t.Fatalf("%v: %v: %s", version.Args, err, &messages)
	}
	var got struct{ Version, System string }
	if err := json.Unmarshal(output, &got); err != nil || got.Version != "v"+d.version || got.System != target {
		t.Errorf("the program says that it is %s for %s: %v", got.Version, got.System, err)
	}
}

// testPackage holds that a package has the program of the archive and everything that belongs to it, where its system looks.
func (d *dist) testPackage(
	t *testing.T, target, ending string, read func(*testing.T, string) (packed, string), binary *packedFile,
) {
	files, version := read(t, d.file(target, ending))
	d.testPackageVersion(t, ending, version)
	files.sameTimes(t)
	if files["usr/bin/opsfit"].digest != binary.digest {
		t.Error("the program is not that of the archive")
	}
	var want []string
	for name := range d.shared {
		switch {
		case strings.HasPrefix(name, "share/man/"):
			name += ".gz"
		case name == "share/doc/opsfit/LICENSE" && ending == ".deb":
			name = "share/doc/opsfit/copyright"
		case strings.HasPrefix(name, "share/powershell/"):
			continue
		}
		want = append(want, "usr/"+name)
	}
	var got []string
	for name := range files {
		if name != "usr/bin/opsfit" {
			got = append(got, strings.Replace(name, "/vendor-completions/", "/site-functions/", 1))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the package differs from what is installed: %s", diff)
	}
	t.Logf("%d files", len(files))
}

// testPackageVersion holds that a package comes before the release that it is on the way to. apk also refuses versions of another form.
func (d *dist) testPackageVersion(t *testing.T, ending, version string) {
	want := strings.Replace(d.version, "-", "~", 1)
	if ending == ".apk" {
		release, rest, _ := strings.Cut(d.version, "-")
		want, _, _ = strings.Cut(release+"_"+rest, ".g")
		want = strings.TrimSuffix(want, "_")
		if !regexp.MustCompile(`^\d+(\.\d+)*(_(alpha|beta|pre|rc)\d*)?$`).MatchString(version) {
			t.Errorf("apk takes no version such as %s", version)
		}
	}
	if version != want {
		t.Errorf("the package has the version %s, want %s", version, want)
	}
}
