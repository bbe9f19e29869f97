package export_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
)

func TestBadgeGolden(t *testing.T) { t.Parallel(); goldens(t, "badge", export.Badge) }

func TestShieldsGolden(t *testing.T) { t.Parallel(); goldens(t, "shields", export.Shields) }

// TestBadge reads badges as XML: nothing but the few elements of a badge, a title, and texts that end before the edge.
func TestBadge(t *testing.T) {
	t.Parallel()
	sound(t, export.Badge, func(t rapid.TB, doc *report.Document, text string) {
		var elements []string
		decoder := xml.NewDecoder(strings.NewReader(text))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if start, ok := token.(xml.StartElement); ok {
				elements = append(elements, start.Name.Local)
			}
		}
		if got := strings.Join(elements, " "); got != "svg title rect path g text text" {
			t.Fatalf("%s\n%s", got, text)
		}
		width := numberIn(t, text, `<svg [^>]*width="(\d+)"`)
		x, length := numberIn(t, text, `.*<text x="(\d+)"`), numberIn(t, text, `.*textLength="(\d+)"`)
		if x+length >= width || length < 20 || width > 480 && len(doc.Warnings) > 0 {
			t.Fatalf("from %d, %d long, in %d\n%s", x, length, width, text)
		}
	})
}

func numberIn(t rapid.TB, text, pattern string) int {
	t.Helper()
	found := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if found == nil {
		t.Fatalf("no %s in %s", pattern, text)
	}
	n, err := strconv.Atoi(found[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestBadgeDoesNotJudge holds that both poles, and good and bad fits, look the same.
func TestBadgeDoesNotJudge(t *testing.T) {
	t.Parallel()
	colors := regexp.MustCompile(`fill="[^"]*"`)
	var want string
	for name, doc := range documents(t) {
		got := strings.Join(colors.FindAllString(writtenBy(t, export.Badge, doc), -1), " ")
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%s has the colours %s, others %s", name, got, want)
		}
	}
}

// TestShields holds what shields.io documents: https://shields.io/badges/endpoint-badge
func TestShields(t *testing.T) {
	t.Parallel()
	sound(t, export.Shields, func(t rapid.TB, _ *report.Document, text string) {
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.DisallowUnknownFields()
		var got struct {
			SchemaVersion                     int
			Label, Message, Color, LabelColor string
		}
		if err := decoder.Decode(&got); err != nil || got.SchemaVersion != 1 || got.Label == "" || got.Message == "" {
			t.Fatalf("%v\n%s", err, text)
		}
		for _, color := range []string{got.Color, got.LabelColor} {
			if !regexp.MustCompile(`^#([0-9a-f]{3}|[0-9a-f]{6})$`).MatchString(color) {
				t.Fatalf("the colour %q\n%s", color, text)
			}
		}
	})
}

func BenchmarkBadge(b *testing.B) { bench(b, export.Badge) }

func BenchmarkShields(b *testing.B) { bench(b, export.Shields) }
