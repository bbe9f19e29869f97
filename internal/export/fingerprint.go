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
	prints := fingerprinter{}
	var list []string
	for i := range found {
		list = append(list, prints.next(found[i].place.File, string(doc.Subject), doc.Questionnaire.ID, found[i].check, found[i].about))
	}
	return list
}

// fingerprinter counts how often it was asked for the same.
type fingerprinter map[string]int

// next is the fingerprint of a finding that the parts describe; another one each time.
func (f fingerprinter) next(parts ...string) string {
	for i := range parts {
		parts[i] = strconv.Quote(parts[i])
	}
	key := strings.Join(parts, " ")
	if f[key]++; f[key] > 1 {
		key += " " + strconv.Itoa(f[key])
	}
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:])
}
