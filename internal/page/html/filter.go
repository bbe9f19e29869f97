package html

import (
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// filter is a list of choices above a table, as the templates see it.
type filter struct {
	// Name is that of the group of choices, unique in the page.
	Name, Title string
	Choices     []choice
}

// choice shows only the rows that have its number. The style sheet has a rule for each number up to mostChoices.
type choice struct {
	Number int
	Text   string
	Count  int
}

const mostChoices = 16

// Choices are the filters of a table with the numbers of their choices; those that the style sheet has no rule for are left out.
func (t *table) Choices() []filter {
	var made []filter
	number := 0
	for i, f := range t.Filters {
		if number+len(f.Values) > mostChoices {
			break
		}
		one := filter{Name: t.ID + "-" + strconv.Itoa(i+1), Title: f.Title}
		for _, value := range f.Values {
			number++
			one.Choices = append(one.Choices, choice{Number: number, Text: value.Text, Count: value.Count})
		}
		made = append(made, one)
	}
	return made
}

// HasAside tells that a column is shown on demand.
func (t *table) HasAside() string {
	for _, column := range t.Columns {
		if column.Aside {
			return column.Title
		}
	}
	return ""
}

// rowClass are the numbers of the choices that a row has.
func rowClass(filters []filter, of []page.Filter, row []string) string {
	var classes []string
	for i, f := range filters {
		for _, choice := range f.Choices {
			if strings.HasPrefix(row[of[i].Column], choice.Text) {
				classes = append(classes, "is-"+strconv.Itoa(choice.Number))
			}
		}
	}
	return strings.Join(classes, " ")
}
