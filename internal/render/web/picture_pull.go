package web

import (
	"html/template"
	"math"

	"github.com/opsfit/opsfit/internal/report"
)

const pullHeight = 26

// reach is how far the longest bar of a list of pulls goes; never 0.
func reach(effects []float64) float64 {
	longest := 0.0
	for _, effect := range effects {
		longest = max(longest, math.Abs(effect))
	}
	if longest == 0 {
		return 1
	}
	return longest
}

// pullPicture draws how far one answer, or several together, pull the practice value to one pole.
func pullPicture(title string, effect, reach float64, look class) template.HTML {
	c := canvas{scale: fluid(-reach, reach)}
	c.down("centre", 0, 0, pullHeight)
	c.rect(look.with(signHue(effect)), 0, effect, 6, pullHeight-12)
	return c.picture(pullHeight, title)
}

// pullScalePicture names the directions.
func pullScalePicture() template.HTML {
	c := canvas{scale: fluid(-1, 1)}
	c.label(class("pole").with(sysopsHue), -1, 14, starts, "SysOps")
	c.label(class("pole").with(devopsHue), 1, 14, ends, "DevOps")
	return c.picture(20, "Answers pull to the left, towards SysOps, or to the right, towards DevOps")
}

// placePicture draws where one answer stands on the line.
func placePicture(item report.Contribution) template.HTML {
	c := canvas{scale: fluid(-1, 1)}
	c.across("axis", -1, 1, pullHeight/2)
	c.down("centre", 0, 5, pullHeight-5)
	c.rect(class("pull").with(signHue(item.Position)), 0, item.Position, pullHeight/2-3, 6)
	c.dot(class("practice").with(signHue(item.Position)), item.Position, pullHeight/2, 5)
	title := short(item.Question, heardColumns) + ": position " + report.Signed(&item.Position)
	if item.Effect != nil {
		title += ", adds " + report.Signed(item.Effect)
	}
	return c.picture(pullHeight, title)
}
