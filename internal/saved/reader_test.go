package saved_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/schema"
)

var update = flag.Bool("update", false, "write what is found in testdata/forged.txt")

// TestHonestResultsAreRead holds that what a run wrote is read and comes out as the same bytes, whether its questionnaire is known
// or not.
func TestHonestResultsAreRead(t *testing.T) {
	t.Parallel()
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			doc, found := s.reader().Decode("r.json", s.text)
			if doc == nil {
				t.Fatal(found)
			}
			if !bytes.Equal(s.text, encode(t, doc)) {
				t.Error("it came out otherwise")
			}
			if doc, found := stranger().Decode("r.json", s.text); doc == nil {
				t.Errorf("where nobody knows the questionnaire: %v", found)
			}
		})
	}
}

// TestForgedResults changes one thing in an honest result at a time. A case of testdata/forged.txt is a line
//
//	SAMPLE PATH = VALUE    puts a value in the place of another
//	SAMPLE PATH + MEMBER   puts a member first into an object
//
// and below it what is found; with ? in front of the sample nobody knows its questionnaire.
func TestForgedResults(t *testing.T) {
	t.Parallel()
	const file = "testdata/forged.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]sample{}
	for _, s := range samples(t) {
		name, _, isSupposed := strings.Cut(s.name, " ")
		if isSupposed {
			name = "supposed-" + name
		}
		byName[name] = s
	}
	var got strings.Builder
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "  ") {
			continue
		}
		got.WriteString(line)
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			got.WriteString(forge(t, byName, line))
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(text), got.String()); diff != "" {
		t.Errorf("run this test with -update and read the difference:\n%s", diff)
	}
}

// forge says what is found in the result that a line describes.
func forge(t *testing.T, samples map[string]sample, line string) string {
	t.Helper()
	fields := strings.SplitN(line, " ", 4)
	name, isStrange := strings.CutPrefix(fields[0], "?")
	s, known := samples[name]
	if !known || len(fields) < 4 {
		t.Fatalf("%s: not SAMPLE PATH = VALUE", line)
	}
	var path []any
	for step := range strings.SplitSeq(fields[1], "/") {
		if index, err := strconv.Atoi(step); err == nil {
			path = append(path, index)
			continue
		}
		path = append(path, step)
	}
	at := schema.Find(s.text, path...)
	end := at + 1
	if fields[2] == "=" {
		var old json.RawMessage
		decoder := json.NewDecoder(bytes.NewReader(s.text[at:]))
		if err := decoder.Decode(&old); err != nil {
			t.Fatal(err)
		}
		end = at + int(decoder.InputOffset())
	} else {
		fields[3] = "{" + fields[3] + ", "
	}
	forged := leaf{start: at, end: end}.with(s.text, fields[3])
	reader := s.reader()
	if isStrange {
		reader = stranger()
	}
	doc, found := reader.Decode("r.json", forged)
	if doc != nil {
		return "  nothing\n"
	}
	var all strings.Builder
	for _, d := range found {
		d.Hint = ""
		fmt.Fprintf(&all, "  %s\n", d)
	}
	return all.String()
}

// notNoticed are the numbers and words of a result that may be changed unnoticed, with the reason.
func notNoticed() map[string]string {
	const wording = "it is the status in words"
	const repository = "the repository is not there to be asked again"
	const published, stated = "published figures change without the questionnaire", "it is stated and follows from nothing"
	return map[string]string{
		"metrics.share_2025": published, "metrics.share_year": published, "metrics.distribution.share": published,
		"metrics.distribution.year": published, "verdict.benchmark_year": published, "what_if.before.verdict.benchmark_year": published,
		"evidence.verdict": repository, "evidence.value": repository, "evidence.n": repository, "evidence.trust": repository,
		"warnings.because.text": wording, "recommendations.because.text": wording,
		"what_if.changes.from_text": wording, "what_if.changes.to_text": wording,
		"answers.source": stated, "answers.status": "an answer that is not known may be so for another reason",
	}
}

// TestOtherFiguresAreRefused holds that no number, truth or word of an honest result can be another one.
func TestOtherFiguresAreRefused(t *testing.T) {
	t.Parallel()
	all, words := samples(t), wordLists(t)
	rapid.Check(t, func(t *rapid.T) {
		s := all[rapid.IntRange(0, len(all)-1).Draw(t, "sample")]
		byName := map[string][]leaf{}
		for _, l := range leaves(t, s.text) {
			if notNoticed()[l.name] == "" && len(others(l.value(s), words)) > 0 {
				byName[l.name] = append(byName[l.name], l)
			}
		}
		l := rapid.SampledFrom(byName[rapid.SampledFrom(sortedKeys(byName)).Draw(t, "member")]).Draw(t, "place")
		value := rapid.SampledFrom(others(l.value(s), words)).Draw(t, "value")
		if doc, _ := s.reader().Decode("r.json", l.with(s.text, value)); doc != nil {
			t.Fatalf("%s: %s may be %s in place of %s", s.name, l.name, value, l.value(s))
		}
	})
}

func TestRepeatedQuestionsOfAnEarlierResult(t *testing.T) {
	t.Parallel()
	const head = `{"schema": "opsfit.assessment/v1", "questionnaire": {"id": "full"}, "answers": [`
	for text, want := range map[string]string{
		head + `{"question": "a", "option": "x"}, {"question": "a", "option": "y"}]}`: `r.json:1:128: answers[1].question is "a", which an item before it is about already`,
		head + `{"question": "a", "option": "x", "option": "y"}]}`:                    `r.json:1:114: answers[0].option is there twice`,
		head + `{"question": "a", "Option": "x"}]}`:                                   `r.json:1:99: answers[0].Option differs from "option" only in case`,
		head + `{"question": "a", "option": "x"}, {"question": "b", "value": 99}]}`:   "",
	} {
		given, found := stranger().EarlierAnswers("r.json", []byte(text))
		if (given == nil) != (want != "") || want != "" && (len(found) != 1 || !strings.HasPrefix(found[0].String(), want)) {
			t.Errorf("%s:\n%s, %v", text, given, found)
		}
	}
}

func sortedKeys[V any](of map[string]V) []string {
	var keys []string
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
