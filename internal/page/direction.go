package page

import "unicode"

// RightToLeft reports that a text has a letter of a script that is written from right to left.
func RightToLeft(text string) bool {
	for _, r := range text {
		if r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko,
			unicode.Samaritan, unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya, unicode.Mende_Kikakui) {
			return true
		}
	}
	return false
}
