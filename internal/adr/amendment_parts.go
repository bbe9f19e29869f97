package adr

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// pair matches entries of two lists by their id: those of the later list in its order, then those that only the earlier
// one has. Either side of a pair is nil where its list does not have the entry.
type pair[T any] struct {
	was, now *T
}

func pairs[T any](was, now []T, id func(T) string) []pair[T] {
	find := func(list []T, wanted string) *T {
		for i := range list {
			if id(list[i]) == wanted {
				return &list[i]
			}
		}
		return nil
	}
	var list []pair[T]
	for i := range now {
		list = append(list, pair[T]{find(was, id(now[i])), &now[i]})
	}
	for i := range was {
		if find(now, id(was[i])) == nil {
			list = append(list, pair[T]{&was[i], nil})
		}
	}
	return list
}

// drivers says which answers about the situation are others.
func (c compared) drivers() []string {
	var sentences []string
	for _, p := range pairs(c.was.Drivers, c.now.Drivers, func(d report.Cause) string { return d.Question }) {
		switch {
		case p.was == nil:
			sentences = append(sentences, fmt.Sprintf("%s is %s; the record does not know it.", titleOf(p.now), english.Quote(p.now.Text)))
		case p.now == nil:
			sentences = append(sentences, fmt.Sprintf("%s was %s and is no longer answered.", titleOf(p.was), english.Quote(p.was.Text)))
		case p.was.Option != p.now.Option:
			sentences = append(sentences, fmt.Sprintf("%s was %s and now is %s.",
				titleOf(p.now), english.Quote(p.was.Text), english.Quote(p.now.Text)))
		}
	}
	return sentences
}

// titleOf is the short title of the question behind an answer; its id in records of earlier versions.
func titleOf(driver *report.Cause) string { return cmp.Or(driver.Title, driver.Question) }

// shortfalls says on which axes another amount of readiness is missing.
func (c compared) shortfalls() []string {
	var sentences []string
	for _, p := range pairs(c.was.Shortfalls, c.now.Shortfalls, func(a AxisFact) string { return a.Axis }) {
		var was, now *float64
		title := ""
		if p.was != nil {
			was, title = p.was.Short, p.was.Title
		}
		if p.now != nil {
			now, title = p.now.Short, p.now.Title
		}
		if sentence := shortWords(was, now); sentence != "" {
			sentences = append(sentences, "Readiness on "+title+" "+sentence)
		}
	}
	return sentences
}

// shortWords say how a shortfall changed, behind what it is about; empty where nothing that shows did.
func shortWords(was, now *float64) string {
	then, later := report.Level(was), report.Level(now)
	switch {
	case then == later:
		return ""
	case now == nil:
		return "can no longer be compared with what is called for: one of the two is not known."
	case !isShort(now) && was == nil:
		return "is now known to be what is called for, or more."
	case !isShort(now):
		return "is no longer short of what is called for."
	case !isShort(was):
		return "is now short by " + later + " of what is called for."
	}
	return "was short by " + then + " and now is short by " + later + "."
}

func isShort(shortfall *float64) bool { return shortfall != nil && *shortfall > 0 }

// points says which points are below their floor now, and which no longer are.
func (c compared) points() []string {
	var below, settled []string
	for _, p := range pairs(c.was.Unmet, c.now.Unmet, func(p PointFact) string { return p.Question }) {
		switch {
		case p.was == nil:
			below = append(below, english.Quote(p.now.Title))
		case p.now == nil:
			settled = append(settled, english.Quote(p.was.Title))
		}
	}
	var sentences []string
	if len(below) > 0 {
		sentences = append(sentences, "Below the minimum, or unknown, now: "+english.List(below)+".")
	}
	if len(settled) > 0 {
		sentences = append(sentences, "No longer below the minimum: "+english.List(settled)+".")
	}
	return sentences
}

// warnings says which warnings are new, milder or graver, and gone; one behind which answers are open now is not gone.
func (c compared) warnings() []string {
	var sentences []string
	for _, p := range pairs(c.was.Warnings, c.now.Warnings, func(w WarningFact) string { return w.ID }) {
		switch {
		case p.was == nil:
			sentences = append(sentences, fmt.Sprintf("A new warning (%s): %s", p.now.Severity, p.now.Text))
		case p.now == nil && c.isOpen(p.was.Because):
			sentences = append(sentences, fmt.Sprintf("A warning that cannot be judged now, for answers behind it are open (%s): %s",
				p.was.Severity, p.was.Text))
		case p.now == nil:
			sentences = append(sentences, fmt.Sprintf("A warning that no longer stands (%s): %s", p.was.Severity, p.was.Text))
		case p.was.Severity != p.now.Severity:
			sentences = append(sentences, fmt.Sprintf("A warning that was %s and now is %s: %s", p.was.Severity, p.now.Severity, p.now.Text))
		}
	}
	return sentences
}

// isOpen reports that one of the questions was answered then and is open now.
func (c compared) isOpen(questions []string) bool {
	return slices.ContainsFunc(questions, func(id string) bool {
		return slices.Contains(c.now.Unknown, id) && !slices.Contains(c.was.Unknown, id)
	})
}

// steps says which recommendations are done or no longer due, which are new, and which can start or have to wait now.
func (c compared) steps() []string {
	titles := map[string][]string{}
	add := func(lead, title string) { titles[lead] = append(titles[lead], english.Quote(title)) }
	for _, p := range pairs(c.was.Steps, c.now.Steps, func(s StepFact) string { return s.ID }) {
		switch {
		case p.was == nil:
			add(stepNew, p.now.Title)
		case p.now == nil && c.isOpen(p.was.Because):
			add(stepOpen, p.was.Title)
		case p.now == nil:
			add(stepGone, p.was.Title)
		case p.was.Status == report.StatusLater && p.now.Status == report.StatusNow:
			add(stepReady, p.now.Title)
		case p.was.Status == report.StatusNow && p.now.Status == report.StatusLater:
			add(stepWaits, p.now.Title)
		}
	}
	var sentences []string
	for _, lead := range []string{stepGone, stepOpen, stepNew, stepReady, stepWaits} {
		if len(titles[lead]) > 0 {
			sentences = append(sentences, lead+english.List(titles[lead])+".")
		}
	}
	return sentences
}

// What became of steps.
const (
	stepGone  = "Done, or no longer called for: "
	stepOpen  = "Cannot be judged now, for answers behind it are open: "
	stepNew   = "New: "
	stepReady = "Can start now: "
	stepWaits = "Has to wait now: "
)
