package cli

import (
	"slices"
	"strings"
)

// deviceOfWindows is the device that Windows may take a file for, by the name before its first dot: what is written there is lost,
// also under a name such as nul.md; "" for none. The bare name of a device means the device.
func deviceOfWindows(file string) string {
	name := file[strings.LastIndexAny(file, `/\:`)+1:]
	stem, _, hasEnding := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	number, isNumbered := strings.CutPrefix(strings.Replace(stem, "LPT", "COM", 1), "COM")
	isNumbered = isNumbered && slices.Contains(strings.Split("123456789¹²³", ""), number)
	if hasEnding && (isNumbered || stem == "CON" || stem == "NUL" || stem == "PRN" || stem == "AUX") {
		return stem
	}
	return ""
}

// checkDevice refuses to write a file under a name that Windows keeps for a device.
func (r *runner) checkDevice(file string) error {
	if device := deviceOfWindows(file); device != "" && r.System == "windows" {
		return usagef("%s: Windows keeps the name %s for a device, whatever follows it; choose another name", file, device)
	}
	return nil
}
