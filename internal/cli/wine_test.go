package cli

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// wine runs programs for Windows.
type wine struct {
	t       *testing.T
	program string
	// prefix is a disk of Windows, tools a folder with programs, dir the working directory.
	prefix, tools, dir string
}

// newWine makes a disk of Windows. That takes a while: it is done only where OPSFIT_WINE names the program.
func newWine(t *testing.T) *wine {
	t.Helper()
	program := os.Getenv("OPSFIT_WINE")
	if program == "" {
		t.Skip("Windows is not tried; install wine and name it: OPSFIT_WINE=wine go test -run TestWine ./internal/cli")
	}
	w := &wine{t: t, program: program, prefix: t.TempDir(), tools: t.TempDir(), dir: t.TempDir()}
	w.run("", "wineboot", "-i")
	system := filepath.Join(w.prefix, "drive_c/windows/system32")
	if err := os.MkdirAll(system, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(system, "bcryptprimitives.dll"), string(randomLibrary()))
	t.Cleanup(func() {
		cmd := exec.Command("wineserver", "-k")
		cmd.Env = append(os.Environ(), "WINEPREFIX="+w.prefix)
		_ = cmd.Run()
	})
	return w
}

// build builds a program for Windows and returns its path.
func (w *wine) build(name, source string) string {
	w.t.Helper()
	program := filepath.Join(w.tools, name+".exe")
	cmd := exec.Command("go", "build", "-o", program, source)
	cmd.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		w.t.Fatalf("%v: %s", err, out)
	}
	return program
}

// run returns what a program writes, standard error included, and its exit code.
func (w *wine) run(in string, args ...string) (out string, code int) {
	w.t.Helper()
	cmd := exec.CommandContext(w.t.Context(), w.program, args...)
	cmd.Dir, cmd.Stdin = w.dir, strings.NewReader(in)
	cmd.Env = append(os.Environ(), "WINEPREFIX="+w.prefix, "WINEDEBUG=-all")
	var text bytes.Buffer
	cmd.Stdout, cmd.Stderr = &text, &text
	err := cmd.Run()
	if cmd.ProcessState == nil {
		w.t.Fatal(err)
	}
	return text.String(), cmd.ProcessState.ExitCode()
}

// randomLibrary is the library of Windows from which programs in Go take random numbers, and which older versions of wine lack. Its
// one function is that of another library.
func randomLibrary() []byte {
	const address, sectionAt, size = 0x1000, 0x200, 0x200
	const library, function, meant = "bcryptprimitives.dll\x00", "ProcessPrng\x00", "advapi32.SystemFunction036\x00"
	const directory = 40
	names := directory + 10 // behind three tables of one row
	le := binary.LittleEndian
	section := make([]byte, 0, size)
	for _, field := range []int{0, 0, 0, address + names, 1, 1, 1, address + directory, address + directory + 4, address + directory + 8} {
		section = le.AppendUint32(section, uint32(field))
	}
	section = le.AppendUint32(section, uint32(address+names+len(library+function)))
	section = le.AppendUint32(section, uint32(address+names+len(library)))
	section = append(section, 0, 0)
	section = append(section, library+function+meant...)

	file := make([]byte, 64, sectionAt+size)
	copy(file, "MZ")
	file[60] = 64
	file = append(file, "PE\x00\x00"...)
	for _, field := range []uint16{0x8664, 1, 0, 0, 0, 0, 0, 0, 240, 0x2022} { // a library for amd64 with one section
		file = le.AppendUint16(file, field)
	}
	file = append(file, 0x0b, 0x02, 14, 0)
	for _, field := range []uint32{0, size, 0, 0, address} {
		file = le.AppendUint32(file, field)
	}
	file = le.AppendUint64(file, 0x180000000)
	for _, field := range []uint32{0x1000, 0x200, 6, 0, 6, 0, 0x2000, sectionAt, 0, 0x1600003} {
		file = le.AppendUint32(file, field)
	}
	for range 4 { // stack and heap
		file = le.AppendUint64(file, 0x100000)
	}
	for _, field := range []uint32{0, 16, address, uint32(len(section))} {
		file = le.AppendUint32(file, field)
	}
	file = append(file, make([]byte, 15*8)...)
	file = append(file, ".rdata\x00\x00"...)
	for _, field := range []uint32{uint32(len(section)), address, size, sectionAt, 0, 0, 0, 0x40000040} {
		file = le.AppendUint32(file, field)
	}
	file = append(file, make([]byte, sectionAt-len(file))...)
	return append(file, append(section, make([]byte, size-len(section))...)...)
}

// TestWineReadsQuotedWords types words at cmd.exe, as TestQuote writes them.
func TestWineReadsQuotedWords(t *testing.T) {
	w := newWine(t)
	source := filepath.Join(w.tools, "words.go")
	write(t, source, `package main

import (
	"fmt"
	"os"
)

func main() { fmt.Printf("words: %q\n", os.Args[1:]) }
`)
	w.build("words", source)
	for _, kind := range []shellKind{commandPrompt, powerShell} {
		for _, words := range [][]string{
			{"shop.yaml", "the shop.yaml", "fit >= 60", "a&b|c", "a^b!c;(d)", "a=b,c=d", "@team", "it's.yaml"},
			{`C:\our files\`, `\\server\share\a b.yaml`, `C:\work\shop.yaml`, "--save=a.yaml", "", "-o", "{a,b}?[c]"},
			{"50%", "%PATH% x", "%PATH%"},
			{"$HOME it's", "a`b"},
			{`say "x & y"`, `a\"b`, `"a" & "b|c"`},
		} {
			used := shell{kind: kind}
			if line := used.quoteWords(words); kind == powerShell && strings.ContainsAny(line, "'%`$") {
				continue // There is no PowerShell here, and cmd.exe reads these otherwise.
			}
			out, _ := w.run("Z:"+strings.ReplaceAll(w.tools, "/", `\`)+`\words.exe `+used.quoteWords(words)+"\r\nexit\r\n", "cmd")
			want := make([]string, len(words))
			for i, word := range words {
				want[i] = strconv.Quote(word)
			}
			if want := "words: [" + strings.Join(want, " ") + "]"; !strings.Contains(out, want) {
				t.Errorf("shell %d: %s\nis read as %s\nwant %s", kind, used.quoteWords(words), out, want)
			}
		}
	}
}

// TestWine runs the program itself on Windows.
func TestWine(t *testing.T) {
	w := newWine(t)
	program := w.build("opsfit", "../../cmd/opsfit")
	sheet, err := os.ReadFile("../../testdata/answers/web-shop.yaml")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(w.dir, "our shop.yaml"), strings.ReplaceAll(string(sheet), "\n", "\r\n"))
	for _, test := range []struct {
		args []string
		code int
		// said is part of what is written, file a file that is there then.
		said, file string
	}{
		{[]string{"version"}, ExitDone, "opsfit devel", ""},
		{[]string{"assess", "-a", "our shop.yaml", "-o", `C:\x\y.md`}, ExitDone, "", "drive_c/x/y.md"},
		{[]string{"assess", "-a", "our shop.yaml", "-o", `json=C:\x\y.txt`}, ExitDone, "", "drive_c/x/y.txt"},
		{[]string{"assess", "-a", "our shop.yaml", "-o", `C:\x\y.md`}, ExitDone, "", "drive_c/x/y.md"},
		{[]string{"assess", "-a", "our shop.yaml", "-o", "NUL"}, ExitUsage, "no format is known", ""},
		{[]string{"assess", "-a", "our shop.yaml", "-o", "json=NUL"}, ExitDone, "", ""},
		{[]string{"assess", "-a", "our shop.yaml", "-o", "nul.md"}, ExitUsage, "Windows keeps", ""},
		{[]string{"assess", "-a", "our shop.yaml", "-o", `C:\x\Con.html`}, ExitUsage, "Windows keeps", ""},
		{[]string{"assess", "our shop"}, ExitUsage, `name a file of answers with -a: opsfit assess -a "our shop"`, ""},
		{[]string{"assess", "-a", `\\server\share\x y.yaml`}, ExitFailure, `opsfit answers new "\\server\share\x y.yaml"`, ""},
		{[]string{"assess", "-a", `none\x.yaml`}, ExitFailure, `not found; write one to fill in with: opsfit answers new none\x.yaml`, ""},
		{[]string{"assess", "-a", "our shop.yaml", "-o", "a b.pdf"}, ExitUsage, `opsfit assess -a "our shop.yaml" -o "a b.html"`, ""},
		{[]string{"portfolio", ".", "-f", "jsonl"}, ExitDone, `"path":"our shop.yaml"`, ""},
	} {
		out, code := w.run("", append([]string{program}, test.args...)...)
		if code != test.code || !strings.Contains(out, test.said) {
			t.Errorf("%q: exit code %d, want %d:\n%s\nwant %s", test.args, code, test.code, out, test.said)
		}
		if test.file != "" {
			if _, err := os.Stat(filepath.Join(w.prefix, test.file)); err != nil {
				t.Errorf("%q: %v", test.args, err)
			}
		}
	}
}
