package yamltree

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/testarchive"
)

var update = flag.Bool("update", false, "rewrite the golden files of this package")

// outline writes a tree with every place, one value a line.
func outline(n *Node) string {
	var b strings.Builder
	writeOutline(&b, n, "", "")
	return b.String()
}

func writeOutline(b *strings.Builder, n *Node, indent, key string) {
	quoted := ""
	if n.Quoted {
		quoted = " quoted"
	}
	fmt.Fprintf(b, "%s%s%s %d:%d +%d %q%s\n", indent, key, n.Kind, n.Pos.Line, n.Pos.Column, n.Length(), n.Text, quoted)
	for _, e := range n.Entries {
		writeOutline(b, e.Value, indent+"  ", fmt.Sprintf("%q %d:%d +%d = ", e.Key, e.KeyPos.Line, e.KeyPos.Column, e.KeyLength()))
	}
	for _, item := range n.Items {
		writeOutline(b, item, indent+"  ", "- ")
	}
}

// listing writes diagnostics as they are printed, with the number of code points to underline.
func listing(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s ^%d\n", d, d.Length)
	}
	return b.String()
}

func TestParseGuards(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		file, source string
		want         []string // line:column+length code
	}{
		"empty":                      {source: "", want: []string{"1:1+1 empty"}},
		"only blanks":                {source: " \n\n", want: []string{"1:1+1 empty"}},
		"only comments":              {source: "# a\n# b\n", want: []string{"1:1+1 empty"}},
		"only a document start":      {source: "---\n", want: []string{"1:1+1 empty"}},
		"only a byte order mark":     {source: "\ufeff", want: []string{"1:1+1 empty"}},
		"empty JSON":                 {file: "a.json", source: "\n", want: []string{"1:1+1 empty"}},
		"not UTF-8":                  {source: "a: 1\n日本: caf\xe9\n", want: []string{"2:8+1 not-utf8"}},
		"surrogate in UTF-8":         {source: "a: \xed\xa0\x80", want: []string{"1:4+1 not-utf8"}},
		"overlong UTF-8":             {source: "a: \xc0\x80", want: []string{"1:4+1 not-utf8"}},
		"cut UTF-8":                  {source: "a: \xe6\x97", want: []string{"1:4+1 not-utf8"}},
		"UTF-16 little endian":       {source: "\xff\xfea\x00:\x00", want: []string{"1:1+1 not-utf8"}},
		"UTF-16 big endian":          {source: "\xfe\xff\x00a\x00:", want: []string{"1:1+1 not-utf8"}},
		"UTF-16 without a mark":      {source: "a\x00:\x00 \x00b\x00", want: []string{"1:1+1 not-utf8"}},
		"UTF-16 BE without a mark":   {source: "\x00a\x00:\x00 \x00b", want: []string{"1:1+1 not-utf8"}},
		"NUL":                        {source: "a: b\x00c\n", want: []string{"1:5+1 control-character"}},
		"NUL at the start":           {source: "\x00abc", want: []string{"1:1+1 control-character"}},
		"escape after CJK and CRLF":  {source: "a: 1\r\n日本: é\x1b[31m\r\n", want: []string{"2:6+1 control-character"}},
		"escape after lone CR":       {source: "a: 1\rb: \x1b", want: []string{"2:4+1 control-character"}},
		"escape after BOM":           {source: "\ufeffa: \x07", want: []string{"1:4+1 control-character"}},
		"DEL and C1":                 {source: "a: \x7f\nb: \u0085\n", want: []string{"1:4+1 control-character", "2:4+1 control-character"}},
		"line separators":            {source: "a: x\u2028y\u2029z", want: []string{"1:5+1 control-character", "1:7+1 control-character"}},
		"BOM inside":                 {source: "a: 1\n\ufeffb: 2\n", want: []string{"2:1+1 control-character"}},
		"noncharacter":               {source: "a: \uffff", want: []string{"1:4+1 control-character"}},
		"in JSON too":                {file: "a.json", source: "{\"é\": \"\x01\"}", want: []string{"1:8+1 control-character"}},
		"second document":            {source: "a: 1\n---\nb: 2\n", want: []string{"2:1+1 second-document"}},
		"trailing document start":    {source: "a: 1\n---\n", want: []string{"2:1+1 second-document"}},
		"document after its end":     {source: "a: 1\n...\n---\nb: 2\n", want: []string{"3:1+1 second-document"}},
		"second JSON document":       {file: "a.json", source: "{}\n {}", want: []string{"2:2+1 second-document"}},
		"anchor":                     {source: "日本: &base x\n", want: []string{"1:5+5 anchor"}},
		"anchor on a mapping":        {source: "a: &base\n  b: 1\n", want: []string{"1:4+5 anchor"}},
		"anchor on a key":            {source: "&k a: 1\n", want: []string{"1:1+2 anchor"}},
		"anchor and alias":           {source: "a: &x 1\nb: [*x, *x]\n", want: []string{"1:4+2 anchor", "2:5+2 alias", "2:9+2 alias"}},
		"alias as a key":             {source: "a: &x 1\n*x : 2\n", want: []string{"1:4+2 anchor", "2:1+2 alias"}},
		"unknown alias":              {source: "note: a*b*\nb: *nobody\n", want: []string{"2:4+7 alias"}},
		"merge key":                  {source: "a: 1\n<<: {b: 2}\n", want: []string{"2:1+2 merge-key"}},
		"quoted merge key is a key":  {source: "\"<<\": 1\n"},
		"custom tag":                 {source: "a: !secret x\n", want: []string{"1:4+7 tag"}},
		"standard tag":               {source: "a: !!str 1\n", want: []string{"1:4+5 tag"}},
		"verbatim tag":               {source: "a: !<tag:x> 1\n", want: []string{"1:4+8 tag"}},
		"lone tag":                   {source: "a: ! 1\nb: ! [x]\n", want: []string{"1:4+1 tag", "2:4+1 tag"}},
		"tag after an anchor":        {source: "a: &b !c d\n", want: []string{"1:4+2 anchor", "1:4+2 tag"}},
		"tag on a mapping":           {source: "a: !m {b: 1}\n", want: []string{"1:4+2 tag"}},
		"duplicate key":              {source: "id: 1\nb: 2\n\"id\": 3\nid: 4\n", want: []string{"3:1+4 duplicate-key", "4:1+2 duplicate-key"}},
		"nested duplicate key":       {source: "a: {b: 1, b: 2}\na: 1\n", want: []string{"1:11+1 duplicate-key", "2:1+1 duplicate-key"}},
		"duplicate key in JSON":      {file: "a.json", source: "{\"é\": 1,\n \"\\u00e9\": 2}", want: []string{"2:2+8 duplicate-key"}},
		"mapping as a key":           {source: "? {a: 1}\n: b\nc: 1\n", want: []string{"1:3+1 complex-key"}},
		"list as a key":              {source: "[a]: b\n", want: []string{"1:1+1 complex-key"}},
		"template in place of text":  {source: "text: {{ name }}\n", want: []string{"1:8+1 complex-key"}},
		"64 levels":                  {source: strings.Repeat("[", 64) + strings.Repeat("]", 64)},
		"64 levels not JSON":         {source: strings.Repeat("[", 64) + "a" + strings.Repeat("]", 64)},
		"65 levels":                  {source: strings.Repeat("[", 65) + "a" + strings.Repeat("]", 65), want: []string{"1:65+1 too-deep"}},
		"65 levels of JSON":          {source: strings.Repeat("[", 65) + strings.Repeat("]", 65), want: []string{"1:65+1 too-deep"}},
		"65 levels of JSON objects":  {file: "a.json", source: strings.Repeat(`{"a":`, 65) + "1" + strings.Repeat("}", 65), want: []string{"1:321+1 too-deep"}},
		"65 block levels":            {source: "日本:\n  " + strings.Repeat("- ", 64) + "a\n", want: []string{"2:129+1 too-deep"}},
		"two deep places":            {source: strings.Repeat("[", 64) + "[], [a]" + strings.Repeat("]", 64), want: []string{"1:65+1 too-deep", "1:69+1 too-deep"}},
		"too deep for the library":   {source: "a: " + strings.Repeat("{a: ", 20000), want: []string{"1:260+1 too-deep"}},
		"too deep for JSON":          {file: "a.json", source: strings.Repeat("[", 20000) + strings.Repeat("]", 20000), want: []string{"1:65+1 too-deep"}},
		"every fault of a file":      {source: "a: &x 1\na: !t 2\nb: *x\n<<: {}\n[c]: 1\n", want: []string{"1:4+2 anchor", "2:1+1 duplicate-key", "2:4+2 tag", "3:4+2 alias", "4:1+2 merge-key", "5:1+1 complex-key"}},
		"faults before a syntax one": {source: "a: 1\na: 2\n---\nb: [\n", want: []string{"2:1+1 duplicate-key", "4:1+4 syntax"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root, list := Parse(test.file, []byte(test.source))
			var got []string
			for _, d := range list {
				got = append(got, fmt.Sprintf("%d:%d+%d %s", d.Pos.Line, d.Pos.Column, d.Length, d.Code))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s%s", diff, listing(list))
			}
			if (root == nil) != (len(test.want) > 0) {
				t.Errorf("a tree is returned: %t", root != nil)
			}
		})
	}
}

func TestParseSizeLimit(t *testing.T) {
	t.Parallel()
	full := []byte("a: " + strings.Repeat("x", MaxBytes-3))
	if root, list := Parse("a.yaml", full); root == nil {
		t.Errorf("a file of exactly 1 MiB is refused: %v", list)
	}
	root, list := Parse("a.yaml", append(full, '\n'))
	want := "a.yaml:1:1: the file is larger than 1 MiB (1048576 bytes); split the file or shorten its texts [too-large] ^1\n"
	if diff := cmp.Diff(want, listing(list)); diff != "" || root != nil {
		t.Errorf("one byte more (-want +got):\n%s", diff)
	}
}

func TestParseGolden(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, corpus, *update)
	for _, name := range inputs(t, archive) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root, list := Parse(path.Base(name), contents(t, archive, name))
			got := listing(list)
			if root != nil {
				got += outline(root)
			}
			archive.Check(t, name+".out", got)
			if failed := strings.HasPrefix(name, "err/"); failed != (root == nil) {
				t.Errorf("a tree is returned: %t", root != nil)
			}
		})
	}
}

// corpus is an archive of files that are refused, in err, and read, in ok.
const corpus = "testdata/parse.txtar"

// inputs are the names of all YAML and JSON files.
func inputs(t testing.TB, files fs.FS) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
		if extension := path.Ext(name); extension == ".yaml" || extension == ".json" {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatalf("inputs: %v, %v", names, err)
	}
	return names
}

func contents(t testing.TB, files fs.FS, name string) []byte {
	t.Helper()
	source, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func TestParseLeavesSourceAlone(t *testing.T) {
	t.Parallel()
	source := []byte("\ufeffa: [\"é\", {b: ~}]\r\n")
	before := bytes.Clone(source)
	root, list := Parse("", source)
	if root == nil {
		t.Fatal(list)
	}
	if !bytes.Equal(before, source) {
		t.Error("the source was changed")
	}
	tree := outline(root)
	clear(source)
	if diff := cmp.Diff(tree, outline(root)); diff != "" {
		t.Errorf("the tree shares memory with the source:\n%s", diff)
	}
}

func TestSalvage(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		source string
		want   string // texts of the keys and scalars; empty for no tree
	}{
		"nothing wrong":   {"a: 1\n", "a=1"},
		"duplicate key":   {"a: 1\na: 2\nb: 3\n", "a=1 b=3"},
		"anchor":          {"a: &x 1\nb: 2\n", "a=1 b=2"},
		"tag":             {"a: !x 1\nb: 2\n", "a=1 b=2"},
		"second document": {"a: 1\n---\nb: 2\n", "a=1"},
		"alias":           {"a: &x 1\nb: *x\n", ""},
		"merge key":       {"<<: {a: 1}\nb: 1\n", ""},
		"complex key":     {"[a]: 1\nb: 1\n", ""},
		"too deep":        {strings.Repeat("[", 65) + "a" + strings.Repeat("]", 65), ""},
		"syntax":          {"a: [\n", ""},
		"broken second":   {"a: 1\n---\nb: [\n", ""},
		"not UTF-8":       {"a: \xff\n", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root, list := Salvage("", []byte(test.source))
			var got []string
			if root != nil {
				for _, e := range root.Entries {
					got = append(got, e.Key+"="+e.Value.Text)
				}
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if list.HasErrors() == (name == "nothing wrong") {
				t.Errorf("diagnostics: %v", list)
			}
		})
	}
}
