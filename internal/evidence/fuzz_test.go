package evidence

import (
	"bytes"
	"reflect"
	"testing"
)

// FuzzMessage reads what anybody may write into a commit.
func FuzzMessage(f *testing.F) {
	for _, seed := range []string{
		"Revert \"x\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.", "[a] b: revert(c): d", "x (#1)\n\nChange-Id: I",
		"[", "(#", ": ", "This reverts commit", "\n\nReverts a/b#1", "\x00\xff", "Revert^2",
		"x\n\n(cherry picked from commit 0123456)\ncommit 01234567 upstream.", "x\n(cherry picked from commit )",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, message []byte) {
		n := readMessage(message)
		for _, source := range n.sources {
			if len(source) < shortestHash {
				t.Errorf("%q: picked from %q", message, source)
			}
		}
		if n.target != "" && (n.revert != strictRevert || len(n.target) < shortestHash) {
			t.Errorf("%q: %+v", message, n)
		}
		if again := readMessage(bytes.Clone(message)); !reflect.DeepEqual(again, n) {
			t.Errorf("%q: %+v, then %+v", message, n, again)
		}
	})
}

// FuzzTagName reads what a tag may be called.
func FuzzTagName(f *testing.F) {
	for _, seed := range []string{"v1.2.3-rc.1+b", "a/b@1_2_3u", "release_9", "..", "1.2.", "99999999999999999999.1", "V_9_8_P1", "v1.2-3-4", "é1.2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		read := readTagName(name)
		if read.isRelease() && len(read.version) == 0 {
			t.Errorf("%q is a release without a version", name)
		}
		for _, n := range read.version {
			if n < 0 {
				t.Errorf("%q has the number %d", name, n)
			}
		}
	})
}

// FuzzContent looks for every signal in what a file may hold.
func FuzzContent(f *testing.F) {
	known, err := newCatalogue()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"on: push\njobs:\n  a: # b\n", "apiVersion: v1\nkind: Job", "apiVersion: v1", "canary:\n", "- alert: A\n  expr: b", "'#\n\"", "kind:",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		clean := cutComments(bytes.Clone(text))
		if len(clean) > len(text) || bytes.Count(clean, []byte("\n")) != bytes.Count(text, []byte("\n")) {
			t.Errorf("%q became %q", text, clean)
		}
		read := content{text: clean}
		for _, rule := range known.rules {
			rule.matchesContent("a.yaml", &read)
		}
	})
}
