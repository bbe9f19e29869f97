package interview

import "strings"

// DraftsSchema names the form of DraftList.
const DraftsSchema = "opsfit.drafts/v1"

// DraftList is what there is to continue.
type DraftList struct {
	Schema string `json:"schema"`
	Tool   Tool   `json:"tool"`
	// Folder is where the drafts are.
	Folder string `json:"folder"`
	// Drafts are ordered from the latest to the first.
	Drafts []StoredDraft `json:"drafts"`
}

// Tool is the program that wrote the list.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// StoredDraft is one file in the folder of the drafts.
type StoredDraft struct {
	// Path is absolute.
	Path string `json:"path"`
	// Saved is when it was last written, as in RFC 3339.
	Saved string `json:"saved"`
	// Subject is the service; empty when it was left blank.
	Subject string `json:"subject"`
	// Questionnaire is an id; null for a file that cannot be read.
	Questionnaire *string `json:"questionnaire"`
	// Answered of Total questions have an answer; both are null where the questionnaire is not known here.
	Answered *int `json:"answered"`
	Total    *int `json:"total"`
}

// Day is when the draft was last written, as YYYY-MM-DD.
func (d *StoredDraft) Day() string {
	day, _, _ := strings.Cut(d.Saved, "T")
	return day
}
