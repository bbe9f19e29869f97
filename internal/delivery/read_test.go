package delivery

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// file is an export that holds a text.
func file(text string) *Export {
	return &Export{Name: "f.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

// deployed is what is read from an export of deployments: a line for each one, and a line for each row that cannot be used.
func deployed(t testing.TB, e *Export) (lines []string, s Summary, err error) {
	t.Helper()
	s, err = ReadDeployments(t.Context(), e, &ServiceNumbers{}, nil, func(d *Deployment) {
		text := fmt.Sprintf("%s %d", time.Unix(d.At, 0).UTC().Format("2006-01-02 15:04:05"), d.Service)
		for _, more := range []string{string(d.Commit), string(d.ID)} {
			if more != "" {
				text += " " + more
			}
		}
		if d.Failed {
			text += " failed"
		}
		if d.Rework {
			text += " rework"
		}
		lines = append(lines, text)
	})
	for _, f := range s.First {
		lines = append(lines, fmt.Sprintf("%d:%d %s %q", f.Line, f.Column, f.Reason, f.Text))
	}
	return lines, s, err
}

// TestDeployments reads files as programs and people write them.
func TestDeployments(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"commas", "time,service,environment,commit,outcome\n2026-01-05T12:00:00Z,ledger,production,abc,success\n", []string{"2026-01-05 12:00:00 1 abc"}},
		{"semicolons", "Deployed At;Env\r\n2026-01-05 12:00;Prod\r\n", []string{"2026-01-05 12:00:00 0"}},
		{"tabs and a mark of UTF-8", "\xef\xbb\xbftimestamp\tapp\n1767614400\ta\n1767614400123\tb", []string{"2026-01-05 12:00:00 1", "2026-01-05 12:00:00 2"}},
		{"quotes", "note,time\n\"a \"\"b\"\", \nc\",2026-01-05T12:00:00+01:00\n", []string{"2026-01-05 11:00:00 0"}},
		{"a line of a spreadsheet", "sep=;\r\ntime;app\r\n1767614400;a\r\n", []string{"2026-01-05 12:00:00 1"}},
		{"one column", "time\n2026-01-05T12:00:00Z\n\n2026-01-05T12:00:01.5Z\n", []string{"2026-01-05 12:00:00 0", "2026-01-05 12:00:01 0"}},
		{"no end of line", "time\n2026-01-05T12:00:00Z", []string{"2026-01-05 12:00:00 0"}},
		{
			"objects", `{"time":"2026-01-05T12:00:00Z","service":"a","sha":"c1","x":{"y":[1,"}"]}}` + "\n" + `{ "service" : "b\u0020c" , "time" : 1767614400 , "kind":"Hotfix"}`,
			[]string{"2026-01-05 12:00:00 1 c1", "2026-01-05 12:00:00 2 rework"},
		},
		{"outcomes", "time,status,version\n1767614400,Failed,1\n1767614400,rolled back,2\n1767614400,,3\n1767614400,canceled,4\n1767614400,blue,5\n", []string{
			"2026-01-05 12:00:00 0 1 failed", "2026-01-05 12:00:00 0 2 failed", "2026-01-05 12:00:00 0 3", `6:12 the outcome is not known "blue"`,
		}},
		{"the better name", "created_at,deployed_at\n1767614401,1767614400\n", []string{"2026-01-05 12:00:00 0"}},
		{"rows that cannot be used", "time,service,env\n,a,prod\nyesterday,a,prod\n1767614400,,prod\n1767614400,a,\n1767614400,a,prod,x\n1767614400\n" +
			"\"1767614400\"x,a,prod\n17\"67,a,prod\n1767614400,\x01,prod\n2026-01-05,a,prod\n20260105,a,prod\n1999-01-01T00:00:00Z,a,prod\n\"1767614400,a,prod\n", []string{
			`2:1 there is no time ""`, `3:1 the time cannot be read "yesterday"`, `4:12 there is no service ""`, `5:14 there is no environment ""`,
			`6:19 there are more fields than columns ""`, `7:1 there is no service ""`, `8:13 a quote stands where none can ""`,
			`9:3 a quote stands where none can ""`, `10:12 it holds control characters ""`, `11:1 the time of day is missing "2026-01-05"`,
			`12:1 the number is not a time in seconds or milliseconds since 1970 "20260105"`, `13:1 the time lies before 2000 or after 2100 "1999-01-01T00:00:00Z"`,
			`14:1 a quote is not closed ""`,
		}},
		{"objects that cannot be used", "{\"time\":1767614400}\n{\"time\":}\n[1]\n{\"time\":[1]}\n{\"time\":\"a\\u0000\"}\n{\"time\":null}\n{}\n{\"time\":1767614400,\"Time\":1}", []string{
			"2026-01-05 12:00:00 0", `2:1 it is not JSON ""`, `3:1 it is not a JSON object ""`, `4:9 a list or an object stands where a text belongs "time"`,
			`5:9 it holds control characters ""`, `6:9 there is no time ""`, `7:1 there is no time ""`,
			`8:27 a field stands there twice "Time"`,
		}},
		{"behind a quote that is never closed", "time\n\"x\n1767614400\n1767614401", []string{
			"2026-01-05 12:00:00 0", "2026-01-05 12:00:01 0", `2:1 a quote is not closed ""`,
		}},
		{"behind a quote that another one seems to close", "time,x\n1767614400,\"x\n1767614401,\"y\"\n1767614402,z", []string{
			"2026-01-05 12:00:01 0", "2026-01-05 12:00:02 0", `2:1 a quote is not closed ""`,
		}},
		{"a long row", "time,x\n1767614400," + strings.Repeat("é", longestRow) + "\n1767614401,y\n", []string{
			"2026-01-05 12:00:01 0", `2:1 the row is longer than 64 KiB ""`,
		}},
		{"a long row in quotes", "time,x\n1767614400,\"" + strings.Repeat("x\n", longestRow) + "\"\n", nil},
	} {
		for way, read := range map[string]func(io.Reader) io.Reader{
			"at once": func(r io.Reader) io.Reader { return r }, "byte by byte": iotest.OneByteReader,
		} {
			e := file("")
			e.Open = func() (io.ReadCloser, error) { return io.NopCloser(read(strings.NewReader(test.text))), nil }
			got, s, err := deployed(t, e)
			if err != nil {
				t.Fatalf("%s: %v", test.name, err)
			}
			if s.Rows != s.Used+s.Unusable+s.PassedOver.Environments+s.PassedOver.NotDeployed+s.PassedOver.Services {
				t.Errorf("%s: %+v", test.name, s)
			}
			if diff := cmp.Diff(test.want, got); diff != "" && test.want != nil {
				t.Errorf("%s, %s (-want +got):\n%s", test.name, way, diff)
			}
		}
	}
}

// TestFatal holds what is said about a file of which nothing can be read.
func TestFatal(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"", "f.csv:1:1: the file is empty: it has not even a header [empty]"},
		{"\n \n", "f.csv:1:1: the file is empty: it has not even a header [empty]"},
		{"\xff\xfet\x00", "f.csv:1:1: the file is UTF-16; save it as UTF-8 [encoding]"},
		{"time,caf\xe9\n", "f.csv:1:9: the file is not UTF-8; save it as UTF-8 [encoding]"},
		{"time\n1767614400\nx\xe9\n", "f.csv:3:2: the file is not UTF-8; save it as UTF-8 [encoding]"},
		{"[\n{}]", "f.csv:1:1: the file is a JSON list; write one object a line; jq -c '.[]' writes it so [json-list]"},
		{"when,what\n", `f.csv:1:1: no column has a name for the time (deployed_at, deployment_time, deploy_time, finished_at, completed_at, ended_at, ` +
			`time, timestamp, date, datetime, created_at, started_at); name it in .opsfit.yaml, as evidence: {deployments: {time: COLUMN}}; ` +
			`there are "when", "what" [missing-column]`},
		{"time,time\n", `f.csv:1:1: two columns are called "time" [duplicate-column]`},
		{"time,x,Time\n", `f.csv:1:1: two columns are called "Time" [duplicate-column]`},
		{"a\"b,time\n", "f.csv:1:2: the header cannot be read: a quote stands where none can [syntax]"},
	} {
		_, _, err := deployed(t, file(test.text))
		if err == nil || err.Error() != test.want {
			t.Errorf("%q:\n got %v\nwant %s", test.text, err, test.want)
		}
	}
	for format, text := range map[string]string{"csv": "time,comit\n", "json": `{"time":1767614400,"comit":"x"}`} {
		e := file(text)
		e.Columns = map[string]string{"commit": "commit"}
		_, _, err := deployed(t, e)
		want := `f.csv:1:1: there is no column "commit", which the configuration names (evidence: deployments: commit); did you mean "comit"? [missing-column]`
		if err == nil || strings.Replace(err.Error(), "f.csv:2:", "f.csv:1:", 1) != want {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// TestMapping counts the rows of chosen services and environments, by names and words of one's own.
func TestMapping(t *testing.T) {
	t.Parallel()
	e := file("when,svc,where,how\n1767614400,Ledger,P1,good\n1767614401,ledger,P2,bad\n1767614402,shop,P1,good\n1767614403,ledger,p1,BAD\n1767614404,ledger,p1,failed\n")
	e.Columns = map[string]string{"time": "when", "service": "svc", "environment": "where", "outcome": "how"}
	e.Services = []string{"ledger"}
	e.Words = Words{Production: []string{"p1"}, Failed: []string{"bad"}, NotDeployed: []string{"failed"}, Succeeded: []string{"good"}}
	got, s, err := deployed(t, e)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"2026-01-05 12:00:00 1", "2026-01-05 12:00:03 1 failed"}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(PassedOver{Services: 1, Environments: 1, NotDeployed: 1}, s.PassedOver); diff != "" {
		t.Error(diff)
	}
}

// TestUsualNames holds the names of columns that the topic on evidence lists to those that are looked for, in order.
func TestUsualNames(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "topics", "evidence.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []Kind{OfDeployments, OfIncidents} {
		for _, f := range fieldsOf(kind) {
			row := fmt.Sprintf("| %s: %s | `%s` |", kind, f.key, strings.Join(f.names, "`, `"))
			if !strings.Contains(string(text), row) && (kind == OfDeployments || f.key != "service") {
				t.Errorf("evidence.md lacks the row\n%s", row)
			}
		}
	}
}

// TestFuture: what lies behind the day of the run cannot have happened.
func TestFuture(t *testing.T) {
	t.Parallel()
	e := file("time\n1767614400\n1767614401\n")
	e.Latest = 1767614400
	got, _, err := deployed(t, e)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"2026-01-05 12:00:00 0", `3:1 the time lies in the future "1767614401"`}, got); diff != "" {
		t.Error(diff)
	}
}

// TestIncidents reads what was opened and resolved.
func TestIncidents(t *testing.T) {
	t.Parallel()
	e := file("opened,resolved,service,severity,caused by\n1767614400,1767614460,a,sev1,abc\n1767614400,,a,sev1,\n1767614400,1767614399,a,sev1,\n1767614400,soon,a,sev1,\n1767614400,,a,sev3,\n")
	e.Words.Severities = []string{"SEV1"}
	var got []string
	s, err := ReadIncidents(t.Context(), e, &ServiceNumbers{}, nil, func(i *Incident) {
		got = append(got, fmt.Sprint(i.Opened, i.Resolved, i.Service, string(i.Cause)))
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range s.First {
		got = append(got, fmt.Sprintf("%d:%d %s %q", f.Line, f.Column, f.Reason, f.Text))
	}
	want := []string{
		"1767614400 1767614460 1abc", "1767614400 0 1", `4:12 it was resolved before it was opened "1767614399"`, `5:12 the time cannot be read "soon"`,
	}
	if diff := cmp.Diff(want, got); diff != "" || s.PassedOver.Severities != 1 {
		t.Error(diff, s)
	}
}

// TestUnusableRowChangesNothing: such a row is listed, and the others are read as before.
func TestUnusableRowChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		header := "time,service,env,commit,status\n"
		row := rapid.Custom(func(rt *rapid.T) string {
			return fmt.Sprintf("%d,%s,%s,\"%s\",%s\n", rapid.IntRange(1_700_000_000, 1_800_000_000).Draw(rt, "time"),
				rapid.SampledFrom([]string{"a", "b"}).Draw(rt, "service"), rapid.SampledFrom([]string{"prod", "test"}).Draw(rt, "env"),
				rapid.SampledFrom([]string{"", "c\n1", `c""2`}).Draw(rt, "commit"), rapid.SampledFrom([]string{"", "ok", "failed"}).Draw(rt, "status"))
		})
		rows := rapid.SliceOf(row).Draw(rt, "rows")
		bad := rapid.SampledFrom([]string{
			"x,a,prod,,\n", ",a,prod,,\n", "1767614400,a,prod,,,,\n", "17\"6,a,prod,,\n", "1767614400,a,prod,,purple\n", "1767614400,\x00,prod,,\n",
			"\"1767614400\" x,a,prod\n", "1767614400,,prod\n",
		}).Draw(rt, "bad")
		at := rapid.IntRange(0, len(rows)).Draw(rt, "at")
		want, _, err := deployed(t, file(header+strings.Join(rows, "")))
		if err != nil {
			rt.Fatal(err)
		}
		got, s, err := deployed(t, file(header+strings.Join(rows[:at], "")+bad+strings.Join(rows[at:], "")))
		if err != nil || s.Unusable != 1 || s.First[0].Line != strings.Count(header+strings.Join(rows[:at], ""), "\n")+1 {
			rt.Fatal(err, s)
		}
		if diff := cmp.Diff(want, got[:len(got)-1]); diff != "" && len(want) > 0 {
			rt.Fatal(diff)
		}
	})
}
