package render

import (
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// leaningTrack is the line from SysOps to DevOps with the edges of the bands.
func leaningTrack() track {
	return track{low: -1, high: 1, edges: report.BandEdges(), centre: new(0.0)}
}

// polePlaces names the poles and the middle of the line.
func polePlaces() []place {
	return []place{{-1, "SysOps", sysopsTone}, {0, "hybrid", faintTone}, {1, "DevOps", devopsTone}}
}

// edgePlaces names the ends of the line and the edges of the bands on it.
func edgePlaces() []place {
	places := []place{{-1, "-1", faintTone}}
	for _, edge := range report.BandEdges() {
		places = append(places, place{edge, strings.TrimRight(report.Signed(&edge), "0"), faintTone})
	}
	return append(places, place{1, "+1", faintTone})
}

// leaningScale is a chart of practice and situation without rows.
func (p *page) leaningScale() chart {
	return chart{
		heads: []string{p.practice, p.situation},
		names: []string{p.practice, p.situation},
		low:   -1, high: 1,
		above: polePlaces(),
		below: edgePlaces(),
		legend: []explanation{
			{p.practice, "practice"},
			{p.situation, "situation"},
			{p.both, "both at one place"},
			{p.span, "possible practice"},
		},
	}
}

func leaningRow(title string, practice report.Practice, situation report.Situation) chartRow {
	line := leaningTrack()
	line.from, line.to = practice.Low, practice.High
	line.situation, line.situationTone = situation.Value, poleTone(situation.Band)
	figures := []string{"not scored", report.Signed(situation.Value)}
	if practice.Scored {
		line.practice, line.practiceTone = practice.Value, poleTone(practice.Band)
		figures[0] = report.Signed(practice.Value)
	}
	return chartRow{title: title, picture: line, figures: figures}
}

// poleTone is the hue of the pole that a band belongs to; the middle has none.
func poleTone(band report.Text) tone {
	switch {
	case report.IsSysOps(band):
		return sysopsTone
	case report.IsDevOps(band):
		return devopsTone
	}
	return strongTone
}

// readinessScale is a chart of readiness without rows and without columns of figures.
func (p *page) readinessScale() chart {
	return chart{
		low: 0, high: 4,
		above: scalePlaces(0, 1, 2, 3, 4),
		legend: []explanation{
			{p.filled, "at least"},
			{p.hinged, "if the unknown is like the known"},
			{p.floor, "floor of the situation"},
		},
	}
}

func readinessRow(title string, readiness report.Readiness, floor, short *float64) chartRow {
	level := "not scored"
	if readiness.Value != nil {
		level = english.Fixed(readiness.Value, 1)
	}
	return chartRow{
		title:   title,
		picture: bar{high: 4, sure: readiness.LowerBound, value: readiness.Value, mark: floor},
		figures: []string{level, orMissing(floor), orMissing(short)},
	}
}

func orMissing(level *float64) string {
	if level == nil {
		return missing
	}
	return english.Fixed(level, 1)
}
