package form

import (
	"encoding/json"
	"fmt"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Part is a form inside of a page that shows the result too. Script and Style make it work.
type Part struct {
	// Facts say how long the questionnaire is.
	Facts string
	// Markup is HTML. Its button with the id "result" is for the page.
	Markup string
	// Data is the JSON that the script reads.
	Data []byte
}

// WritePart returns the form for a questionnaire as a part of a page. The key names its draft in the browser.
func WritePart(q *questionnaire.Questionnaire, key string) (Part, error) {
	words, err := readWords()
	if err != nil {
		return Part{}, err
	}
	doc := newDocument(q, Prefilled{}, words)
	doc.Data.Key, doc.ShowsResult = key, true
	markup, err := doc.execute("form", words)
	if err != nil {
		return Part{}, err
	}
	data, err := json.Marshal(doc.Data)
	if err != nil {
		return Part{}, fmt.Errorf("write the data of the form: %w", err)
	}
	return Part{Facts: doc.Facts, Markup: string(markup), Data: data}, nil
}
