package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// screen is where the series led, its course, why it is so, and how the advice went.
func (p *trendPage) screen() page.Screen {
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: [][]page.Block{{page.Quiet(p.title())}, nil}})
	screen.Add(page.ScreenPart{ID: partVerdict, Close: true, Forms: headlineForms(p.headline())})
	screen.Add(page.ScreenPart{ID: partChart, Forms: courseForms(p.wholeCourse())})
	screen.Add(page.ScreenPart{ID: partFound, Close: true, Forms: listForms(p.why(), 3, 2, 1, 0)})
	screen.Add(page.ScreenPart{ID: partAdvice, Forms: p.adviceForms()})
	screen.Add(page.ScreenPart{ID: partCommitments, Forms: commitmentForms(p.Commitments)})
	screen.Shrink = []string{
		page.NextPart, page.NextPart, partAdvice, partFound, partChart, partFound, partChart, partFound, partAbout, partChart,
		partAdvice, partFound, partChart, page.NextPart, partCommitments,
	}
	return screen
}

// courseForms are a course, its last moments, fewer and fewer, and none.
func courseForms(block page.Block) [][]page.Block {
	course, ok := block.(page.Course)
	if !ok {
		return nil
	}
	// The headline tells the fit.
	course.Caption, course.Behind, course.Below = "", nil, nil
	forms := [][]page.Block{{course}}
	for _, most := range []int{8, 4, 2} {
		if most < len(course.Moments) {
			forms = append(forms, []page.Block{lastMoments(course, most)})
		}
	}
	return append(forms, nil)
}

// lastMoments is the end of a course, and says that it is.
func lastMoments(course page.Course, most int) page.Course {
	all := len(course.Moments)
	from := all - most
	course.Moments = course.Moments[from:]
	panels := make([]page.Panel, len(course.Panels))
	for i, panel := range course.Panels {
		series := make([]page.Series, len(panel.Series))
		for j, s := range panel.Series {
			s.Values, s.Other, s.Figures = after(s.Values, from), after(s.Other, from), after(s.Figures, from)
			series[j] = s
		}
		panel.Series = series
		panels[i] = panel
	}
	course.Panels = panels
	course.Note = fmt.Sprintf("The last %d of %d.", most, all)
	return course
}

// after is the end of a list, which may be shorter than others.
func after[T any](list []T, from int) []T { return list[min(from, len(list)):] }

// adviceForms are the results at which the advice changed, and the last of them.
func (p *trendPage) adviceForms() [][]page.Block {
	if p.States != nil {
		facts := factList(p.stateFacts())
		return [][]page.Block{{page.Facts{Items: facts}}, {page.Facts{Items: facts[len(facts)-1:]}}, nil}
	}
	if p.Overall == nil {
		return nil
	}
	var facts factList
	for i, advice := range p.Overall.Advice {
		if i == 0 || advice != p.Overall.Advice[i-1] {
			facts.add("Advice", p.Points[i].Name()+" "+report.AdviceWord(advice))
		}
	}
	return [][]page.Block{{page.Facts{Items: facts}}, {page.Facts{Items: facts[len(facts)-1:]}}, nil}
}
