package saved

import (
	"reflect"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// Why a member is not compared with what the answers give.
const (
	// wording may be changed by another version of the questionnaire or of the program, which no digest tells.
	wording = "the wording of the questionnaire or of the program"
	// ofTheCatalogue is compared where the catalogue is known to be the same.
	ofTheCatalogue = "it follows from the catalogue, which the digest leaves out"
	// slow is compared where it is shown.
	slow      = "it takes long, and is compared where it is shown"
	published = "a published figure, which the digest leaves out"
	given     = "it is stated, and follows from nothing"
	judged    = "it is judged again by itself"
)

// notCompared are the members of a document that are not compared, by Type.Field.
func notCompared() map[string]string {
	return map[string]string{
		"Document.Schema": judged, "Document.Tool": given, "Document.Freshness": judged, "Document.Gates": judged, "Document.Notes": wording,
		"Document.Repository": given, "Document.Evidence": given, "Document.AsOf": given,

		"QuestionnaireRef.Version": wording, "QuestionnaireRef.Title": wording, "QuestionnaireRef.AnswersFor": given,
		"QuestionnaireRef.Advice": ofTheCatalogue,

		"ReadinessAxis.Title": wording, "Tier.Title": wording, "Tier.Text": wording, "NextTier.Text": wording, "Listed.Text": wording,

		"Axis.Title": wording, "Axis.Low": wording, "Axis.High": wording, "BeyondLimit.Forbidden": ofTheCatalogue,

		"Quadrant.Sentence": wording, "Quadrant.Sentences": wording, "Quadrant.BenchmarkYear": published, "Metric.Title": wording,
		"Metric.Share": published, "Metric.ShareYear": published, "Metric.Distribution": published,

		"Document.Warnings": ofTheCatalogue, "Warning.Title": wording, "Warning.Text": wording, "Warning.Why": wording,
		"Cause.Title": wording, "Cause.Text": wording, "Before.Warnings": ofTheCatalogue, "ActiveWarning.Text": wording,
		"Document.Exemptions": ofTheCatalogue,

		"Document.Recommendations": ofTheCatalogue, "Recommendation.Title": wording, "Recommendation.FirstStep": wording,
		"Recommendation.Then": wording, "Recommendation.Why": wording, "Recommendation.Effect": wording,
		"Recommendation.AntiPattern": wording, "Recommendation.After": wording,

		"Commitments.AsOf": given, "Commitment.Title": wording, "Commitment.QuestionTitle": wording, "Commitment.FromText": wording,
		"Commitment.ToText": wording, "Commitment.NowText": wording,

		"Document.Tips": slow, "Tip.Text": wording, "Answer.Title": wording, "Answer.Text": wording, "Answer.Prompt": wording,
		"Change.Title": wording, "Change.Prompt": wording, "Change.FromText": wording, "Change.ToText": wording,
	}
}

// member is a field of a document.
type member struct {
	index int
	// name is that in JSON; empty for a struct whose members stand in its place.
	name string
	// kept is why it is not compared; empty for one that is.
	kept string
}

// members are those of each type in a document that are in its JSON.
type members map[reflect.Type][]member

// nameOf is the name of a field in JSON; "-" for none.
func nameOf(of reflect.Type, field reflect.StructField) string {
	if of == reflect.TypeFor[report.Document]() && field.Name == "Checked" {
		return "axes" // A document writes them itself.
	}
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}

// membersOf lists the members of a type and of all types in it.
func membersOf(of reflect.Type) members {
	all, kept := members{}, notCompared()
	var visit func(reflect.Type)
	visit = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			visit(of.Elem())
			return
		case reflect.Struct:
		default:
			return
		}
		if _, met := all[of]; met {
			return
		}
		all[of] = nil
		for field := range of.Fields() {
			if name := nameOf(of, field); name != "-" {
				all[of] = append(all[of], member{index: field.Index[0], name: name, kept: kept[of.Name()+"."+field.Name]})
				visit(field.Type)
			}
		}
	}
	visit(of)
	return all
}
