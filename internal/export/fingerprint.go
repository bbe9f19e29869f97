package export

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// fingerprints tell findings apart, and know one again in a later version of the file: they follow from the file, the
// service, and what was found, never from a line or a figure. No two of one document are the same.
func fingerprints(doc *report.Document, found []finding) []string {
	seen := map[string]int{}
	var prints []string
	for i := range found {
		parts := []string{found[i].place.File, string(doc.Subject), doc.Questionnaire.ID, found[i].check, found[i].about}
		for part := range parts {
			parts[part] = strconv.Quote(parts[part])
		}
		key := strings.Join(parts, " ")
		if seen[key]++; seen[key] > 1 {
			key += " " + strconv.Itoa(seen[key])
		}
		sum := sha256.Sum256([]byte(key))
		prints = append(prints, hex.EncodeToString(sum[:]))
	}
	return prints
}
