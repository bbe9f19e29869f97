package report

import (
	"strconv"
	"strings"
)

// BandWord returns a band or side in words: "leaning DevOps", "hybrid"; "not scored" for the empty band.
func BandWord(band Text) string {
	switch band {
	case "":
		return "not scored"
	case "strong_sysops":
		return "strong SysOps"
	case "leaning_sysops":
		return "leaning SysOps"
	case "leaning_devops":
		return "leaning DevOps"
	case "strong_devops":
		return "strong DevOps"
	}
	return string(band)
}

// side merges the outer bands of each pole: sysops, hybrid, devops, or empty.
func side(band Text) string {
	if pole := strings.TrimPrefix(strings.TrimPrefix(string(band), "strong_"), "leaning_"); pole != string(band) {
		return pole
	}
	return string(band)
}

// AdviceWord returns the overall advice in words; "no advice" when none can be given.
func AdviceWord(advice Text) string {
	switch advice {
	case "stay_sysops":
		return "stay with SysOps"
	case "stay_hybrid":
		return "stay with the mix"
	case "stay_devops":
		return "stay with DevOps"
	case "shift_sysops":
		return "shift towards SysOps"
	case "shift_devops":
		return "shift towards DevOps"
	case "combine":
		return "combine both models"
	}
	return "no advice"
}

// DirectionWord returns an axis direction in words; "unknown" when there is none.
func DirectionWord(direction Text) string {
	switch direction {
	case "aligned":
		return "aligned"
	case "less_pronounced":
		return "same side, less asked for"
	case "more_pronounced":
		return "same side, more asked for"
	case "towards_devops":
		return "towards DevOps"
	case "towards_sysops":
		return "towards SysOps"
	}
	return "unknown"
}

// StatusWord returns an answer's status in words.
func StatusWord(status string) string {
	switch status {
	case "dont_know":
		return "don't know"
	case "not_applicable":
		return "not applicable"
	}
	return status
}

// Signed formats a value on the line with its sign and two decimals, "+0.34"; "?" for nil. Zero has no sign.
func Signed(value *float64) string {
	if value == nil {
		return "?"
	}
	text := strconv.FormatFloat(*value, 'f', 2, 64)
	if strings.Trim(text, "-0.") == "" {
		return "0.00"
	}
	if *value > 0 {
		return "+" + text
	}
	return text
}

// Plain formats a value with the given number of decimals, trailing zeros removed; "?" for nil.
func Plain(value *float64, decimals int) string {
	if value == nil {
		return "?"
	}
	text := strconv.FormatFloat(*value, 'f', decimals, 64)
	if decimals > 0 {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" || text == "" {
		return "0"
	}
	return text
}

// Percent formats a share 0..1 as whole percent, "87 %"; "?" for nil.
func Percent(share *float64) string {
	if share == nil {
		return "?"
	}
	scaled := *share * 100
	return Plain(&scaled, 0) + " %"
}
