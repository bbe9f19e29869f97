package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// These tests hold the queries of the help topics against the lines that the program writes. What the queries give is tried with
// DuckDB by `make bench-scale`.

// queriesIn are the SQL blocks of a help topic.
func queriesIn(t *testing.T, topic string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "internal", "topics", topic+".md"))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, block := range regexp.MustCompile("(?ms)^```sql\n(.*?)^```$").FindAllStringSubmatch(string(text), -1) {
		list = append(list, block[1])
	}
	return list
}

// memberTypes are the members of the lines of all samples, and the types that columns of them have.
func memberTypes(t *testing.T) (members []string, types map[string]string) {
	t.Helper()
	types = map[string]string{}
	written := output(t, "opsfit portfolio testdata/answers -f jsonl")
	for line := range strings.Lines(written) {
		if !strings.HasPrefix(line, "{") {
			continue // what is told on standard error
		}
		var values map[string]any
		if err := json.Unmarshal([]byte(line), &values); err != nil {
			t.Fatal(err)
		}
		members = slices.Sorted(maps.Keys(values))
		for name, value := range values {
			switch value.(type) {
			case float64:
				types[name] = "DOUBLE"
			case string:
				types[name] = "VARCHAR"
			case []any:
				types[name] = "VARCHAR[]"
			}
		}
	}
	if len(members) == 0 {
		t.Fatal("no line was written:\n" + written)
	}
	types["date"] = "DATE"
	return members, types
}

// TestColumnsOfTheTable holds that the table of the topic has every member of a line, and no other, with its type.
func TestColumnsOfTheTable(t *testing.T) {
	t.Parallel()
	_, rest, found := strings.Cut(strings.Join(queriesIn(t, "scale"), ""), "columns = {")
	list, _, closed := strings.Cut(rest, "}")
	if !found || !closed {
		t.Fatal("the topic names no columns")
	}
	members, types := memberTypes(t)
	var columns []string
	for _, column := range regexp.MustCompile(`(\w+): '([^']+)'`).FindAllStringSubmatch(list, -1) {
		columns = append(columns, column[1])
		if want := types[column[1]]; want != "" && want != column[2] {
			t.Errorf("the column %s is %s, and the member %s", column[1], column[2], want)
		}
	}
	slices.Sort(columns)
	if !slices.Equal(columns, members) {
		t.Errorf("the table has the columns\n%q, a line the members\n%q", columns, members)
	}
}

// TestNamesInQueries holds that a query names only members of a line, what the table adds to them, and what it has named itself.
func TestNamesInQueries(t *testing.T) {
	t.Parallel()
	members, _ := memberTypes(t)
	known := append([]string{"day", "file", "filename", "lines", "latest"}, members...)
	for topic, least := range map[string]int{"scale": 8, "portfolio": 3} {
		asked := 0
		for _, block := range queriesIn(t, topic) {
			for statement := range strings.SplitSeq(block, ";\n") {
				if !strings.HasPrefix(statement, "SELECT") && !strings.HasPrefix(statement, "WITH") {
					continue
				}
				asked++
				for _, name := range unknownNames(statement, known) {
					t.Errorf("%s: %s is no column of\n%s", topic, name, statement)
				}
			}
		}
		if asked < least {
			t.Errorf("%s has %d queries", topic, asked)
		}
	}
}

// unknownNames are the names of columns in a statement, in which keywords are in capitals, that are neither known nor its own.
func unknownNames(statement string, known []string) []string {
	statement = regexp.MustCompile(`'[^']*'`).ReplaceAllString(statement, "")
	own := regexp.MustCompile(`(?:\bAS|\bWITH|FROM \w+|JOIN \w+) ([a-z_]+)`)
	for _, named := range own.FindAllStringSubmatch(statement, -1) {
		known = append(known, named[1])
	}
	var unknown []string
	for _, name := range regexp.MustCompile(`\b[a-z_]+\b\(?`).FindAllString(statement, -1) {
		if !strings.HasSuffix(name, "(") && name != "current_date" && !slices.Contains(known, name) {
			unknown = append(unknown, name)
		}
	}
	return unknown
}

func TestUnknownNamesAreFound(t *testing.T) {
	t.Parallel()
	got := unknownNames("SELECT team, min(fitt) AS lowest FROM latest l WHERE l.adviced = 'x' ORDER BY lowest", []string{"team", "latest"})
	if !slices.Equal(got, []string{"fitt", "adviced"}) {
		t.Errorf("found %q", got)
	}
}
