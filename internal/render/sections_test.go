package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// TestFormatsShowTheSameSections holds that no format is silent about what another one claims.
func TestFormatsShowTheSameSections(t *testing.T) {
	t.Parallel()
	unadvised, firm := shop(t), ledger(t)
	unadvised.Questionnaire.Advice = false
	unadvised.Warnings, unadvised.Recommendations = nil, nil
	firm.Questionnaire.Advice = true
	documents := append(textDocuments(t), realResults(t)...)
	documents = append(documents, namedDocument{"no catalogue", unadvised}, namedDocument{"nothing to advise", firm})
	for _, kind := range []string{"leaning", "quadrant"} {
		doc, faults := report.Decode("a.json", []byte(`{"schema": "opsfit.assessment/v1", "verdict": {"kind": "`+kind+`"}}`))
		if faults != nil {
			t.Fatal(faults)
		}
		documents = append(documents, namedDocument{"bare " + kind, doc})
	}
	for _, sample := range documents {
		t.Run(sample.name, func(t *testing.T) {
			t.Parallel()
			text := sectionsOf(strings.Split(textOf(t, sample.doc, Options{Width: 200}), "\n"), "", "")
			markdown := strings.Split(string(markdownOf(t, sample.doc)), "\n")
			if diff := cmp.Diff(text, sectionsOf(markdown, "## ", "<summary>")); diff != "" {
				t.Errorf("sections (-text +markdown):\n%s", diff)
			}
			page := string(formatted(t, plain(web.Assessment), sample.doc, Options{}))
			headings := regexp.MustCompile(`(?m)^<h2 [^>]*>(.*)</h2>$`).FindAllString(page, -1)
			for i := range headings {
				headings[i] = strings.TrimSuffix(headings[i], "</h2>")
				headings[i] = headings[i][strings.Index(headings[i], ">")+1:]
			}
			if diff := cmp.Diff(text, sectionsOf(headings, "")); diff != "" {
				t.Errorf("sections (-text +html):\n%s", diff)
			}
		})
	}
}

// sectionsOf returns the titles that head a section, in the order of the report room.
func sectionsOf(lines []string, marks ...string) []string {
	var found []string
	for _, title := range reporttest.Titles() {
		if slices.ContainsFunc(lines, func(line string) bool {
			return slices.ContainsFunc(marks, func(mark string) bool { return strings.TrimSuffix(line, "</summary>") == mark+title })
		}) {
			found = append(found, title)
		}
	}
	return found
}

// TestAdviceIsAbsentOrEmpty tells a questionnaire without advice from one whose advice has nothing to say.
func TestAdviceIsAbsentOrEmpty(t *testing.T) {
	t.Parallel()
	for _, advises := range []bool{false, true} {
		doc := ledger(t)
		doc.Questionnaire.Advice = advises
		for format, got := range map[string]string{
			"text": textOf(t, doc, Options{}), "markdown": string(markdownOf(t, doc)),
			"html": string(formatted(t, plain(web.Assessment), doc, Options{})),
		} {
			for _, words := range []string{report.TitleFirst, report.NoSteps, report.TitleWarning, report.NoWarnings} {
				if strings.Contains(got, words) != advises {
					t.Errorf("%s, advice %t: %q must stand there: %t\n%s", format, advises, words, advises, got)
				}
			}
		}
	}
}
