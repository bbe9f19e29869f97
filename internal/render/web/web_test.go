package web_test

import (
	"bytes"
	"errors"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, name := range sampleNames() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := sample(t, name)
			place := filepath.Join("..", "..", "..", "testdata", "render", name)
			golden(t, place+".html", pageOf(t, doc))
			golden(t, place+".svg", pictureOf(t, doc))
		})
	}
	t.Run("README", func(t *testing.T) {
		t.Parallel()
		golden(t, filepath.Join("..", "..", "..", ".github", "pictures", "web-shop.svg"), pictureOf(t, sample(t, "web-shop")))
	})
	t.Run("what if", func(t *testing.T) {
		t.Parallel()
		golden(t, filepath.Join("testdata", "what_if.html"), pageOf(t, supposed(t)))
		golden(t, filepath.Join("testdata", "what_if.svg"), pictureOf(t, supposed(t)))
	})
	t.Run("hostile", func(t *testing.T) {
		t.Parallel()
		golden(t, filepath.Join("testdata", "hostile.html"), pageOf(t, hostile(t)))
		golden(t, filepath.Join("testdata", "hostile.svg"), pictureOf(t, hostile(t)))
	})
}

// TestSameDocumentSameBytes also takes the document through its saved form.
func TestSameDocumentSameBytes(t *testing.T) {
	t.Parallel()
	for _, name := range sampleNames() {
		doc := sample(t, name)
		for _, other := range []*report.Document{doc, sample(t, name), reporttest.Reread(t, doc)} {
			if diff := cmp.Diff(string(pageOf(t, doc)), string(pageOf(t, other))); diff != "" {
				t.Errorf("%s: another page:\n%s", name, diff)
			}
			if diff := cmp.Diff(string(pictureOf(t, doc)), string(pictureOf(t, other))); diff != "" {
				t.Errorf("%s: another picture:\n%s", name, diff)
			}
		}
	}
}

// TestPageTellsTheWholeStory holds that a page says every sentence of the story, and every text and remark of the answers.
func TestPageTellsTheWholeStory(t *testing.T) {
	t.Parallel()
	for name, doc := range everyDocument(t) {
		words := textOf(parsed(t, pageOf(t, doc)))
		for _, text := range slices.Concat(storyTexts(report.Tell(doc)), adviceTexts(doc), figureTexts(doc), answerTexts(doc)) {
			if !strings.Contains(words, shown(text)) {
				t.Errorf("%s does not say %q", name, text)
			}
		}
	}
}

func storyTexts(story report.Story) []string {
	told := slices.Concat([]string{story.Title, story.Headline},
		story.Why, story.Unknown, story.Tips, story.Notes, story.Exempted, story.Ages)
	for _, fact := range append(story.Asked, story.Figures...) {
		told = append(told, fact.Label, fact.Value)
	}
	if h := story.WhatIf; h != nil {
		told = append(append(told, report.TitleWhatIf, h.Intro), h.Warnings...)
		for _, change := range h.Changes {
			told = append(told, change.Question, change.Given(), change.Supposed())
		}
		for _, effect := range h.Effects {
			told = append(told, effect.Label, effect.Before, effect.After)
		}
	}
	for _, gate := range story.Gates {
		told = append(told, gate.Name, gate.Word(), gate.Required, gate.Actual, gate.Reason)
	}
	return told
}

func adviceTexts(doc *report.Document) []string {
	var told []string
	for _, step := range doc.Recommendations {
		told = append(told, step.ID, step.Title, step.FirstStep, step.Then, step.Why, step.Effect, step.AntiPattern,
			report.EffortWord(step.Effort), report.BecauseInFull(step.Because))
		told = append(told, step.After...)
	}
	for _, warning := range doc.Warnings {
		told = append(told, strings.ToUpper(warning.Severity), warning.Text, warning.Why, report.BecauseInFull(warning.Because))
	}
	return told
}

func figureTexts(doc *report.Document) []string {
	var told []string
	for i := range doc.Axes {
		for _, fact := range report.AxisFacts(&doc.Axes[i]) {
			told = append(told, fact.Label, fact.Value)
		}
	}
	for _, metric := range doc.Metrics {
		for _, share := range metric.Distribution {
			told = append(told, share.Text, english.Fixed(share.Share, 1)+" %")
		}
	}
	return told
}

func answerTexts(doc *report.Document) []string {
	var told []string
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		told = append(told, answer.Question, answer.Prompt, string(answer.Text), string(answer.Note), report.Worth(answer),
			strings.TrimPrefix(string(answer.Evidence), "https://"), string(answer.Reviewed))
	}
	return told
}

// shown is a text as a page has it: with what is hidden made visible. html/template replaces NUL.
func shown(text string) string {
	return folded(diag.VisibleLines(strings.ReplaceAll(text, "\x00", "\ufffd")))
}

// TestNoFigureIsTooLarge draws figures that no scoring gives but a file may hold.
func TestNoFigureIsTooLarge(t *testing.T) {
	t.Parallel()
	for _, name := range sampleNames() {
		kept := sample(t, name)
		for _, figure := range []float64{-1e300, math.MaxFloat64, 5e-324} {
			doc := reporttest.Reread(t, kept)
			reporttest.EachNumber(reflect.ValueOf(doc), func(value reflect.Value) { value.SetFloat(figure) })
			for _, got := range [][]byte{pageOf(t, doc), pictureOf(t, doc)} {
				for _, broken := range []string{`="NaN`, `="+Inf`, `="-Inf`, `width="-`, `height="-`} {
					if bytes.Contains(got, []byte(broken)) {
						t.Errorf("%s with %g everywhere has %s", name, figure, broken)
					}
				}
			}
		}
	}
}

func TestAnEmptyResultIsAPage(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"leaning", "quadrant"} {
		doc := reporttest.Bare(t, kind)
		if words := textOf(parsed(t, pageOf(t, doc))); !strings.Contains(words, report.Tell(doc).Headline) {
			t.Errorf("%s: no headline in %s", kind, words)
		}
		checkXML(t, kind, pictureOf(t, doc))
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestTheErrorOfTheWriterComesBack(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	doc := sample(t, "web-shop")
	if err := web.Assessment(failing{full}, doc); !errors.Is(err, full) {
		t.Errorf("page: %v", err)
	}
	if err := web.Picture(failing{full}, doc); !errors.Is(err, full) {
		t.Errorf("picture: %v", err)
	}
}

func BenchmarkAssessment(b *testing.B) {
	doc := sample(b, "web-shop")
	b.ReportAllocs()
	for b.Loop() {
		pageOf(b, doc)
	}
}

func BenchmarkPicture(b *testing.B) {
	doc := sample(b, "web-shop")
	b.ReportAllocs()
	for b.Loop() {
		pictureOf(b, doc)
	}
}
