package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "draw the pictures of the README and write the licences again")

const licencesFile = ".packaging/third-party-licences.txt"

// TestLicences holds that the texts that go into every archive and package are those of exactly the modules that are linked into the
// program on some system. -update writes them again.
func TestLicences(t *testing.T) {
	t.Parallel()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	library := licenceTexts(t, []string{strings.TrimSpace(string(root))})
	if len(library) == 0 {
		t.Skip("this Go comes without its licence")
	}
	got := licences(t, linkedFolders(t, targets(t)), library)
	file := filepath.Join("..", "..", licencesFile)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the linked modules say; write it again with: go test ./cmd/opsfit -run TestLicences -update", licencesFile)
	}
}

// targets returns what the Makefile builds for, each as linux/amd64.
func targets(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^TARGETS := (.+)$`).FindSubmatch(text)
	if line == nil {
		t.Fatal("the Makefile has no TARGETS")
	}
	return strings.Fields(string(line[1]))
}

// linkedFolders returns the folders of the packages that are linked for some target, by module and version.
func linkedFolders(t *testing.T, targets []string) map[string][]string {
	t.Helper()
	const format = `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}|{{.Dir}}|{{$.Dir}}{{end}}{{end}}`
	folders := map[string][]string{}
	for _, target := range targets {
		system, machine, _ := strings.Cut(target, "/")
		list := exec.Command("go", "list", "-deps", "-f", format, ".")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+machine, "CGO_ENABLED=0")
		output, err := list.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", target, err)
		}
		for line := range strings.Lines(string(output)) {
			fields := strings.Split(strings.TrimSpace(line), "|")
			folders[fields[0]] = append(folders[fields[0]], foldersBetween(fields[1], fields[2])...)
		}
	}
	return folders
}

// foldersBetween returns a folder and those above it, up to a root.
func foldersBetween(root, folder string) []string {
	list := []string{folder}
	for folder != root {
		folder = filepath.Dir(folder)
		list = append(list, folder)
	}
	return list
}

// licences writes the texts, each once, below the modules that have it.
func licences(t *testing.T, folders map[string][]string, library []string) []byte {
	t.Helper()
	owners := map[string][]string{}
	for _, module := range slices.Sorted(maps.Keys(folders)) {
		texts := licenceTexts(t, folders[module])
		if len(texts) == 0 {
			t.Errorf("%s has no licence", module)
		}
		for _, text := range texts {
			owners[text] = append(owners[text], module)
		}
	}
	for _, text := range library {
		owners[text] = append(owners[text], "the Go standard library and runtime")
	}
	var file bytes.Buffer
	fmt.Fprintf(&file, "opsfit contains the following works of others.\n")
	byOwner := slices.SortedFunc(maps.Keys(owners), func(a, b string) int { return cmp.Or(slices.Compare(owners[a], owners[b]), cmp.Compare(a, b)) })
	for _, text := range byOwner {
		fmt.Fprintf(&file, "\n%s\n\n%s\n\n%s\n", strings.Repeat("=", 80), strings.Join(owners[text], "\n"), text)
	}
	return file.Bytes()
}

// licenceTexts returns what the folders hold of licences and notices, each text once.
func licenceTexts(t *testing.T, folders []string) []string {
	t.Helper()
	name := regexp.MustCompile(`(?i)^(licen[cs]e|copying|copyright|notice)(\.(md|txt))?$`)
	var texts []string
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			if !entry.Type().IsRegular() || !name.MatchString(entry.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.ReplaceAll(string(text), "\r\n", "\n")
			if text := strings.Trim(lines, "\n"); !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
	}
	return texts
}
