package evidence

import (
	"bytes"
	"slices"
	"strings"
)

// rollout is what a merge of "…/APPLICATION/ENVIRONMENT/VERSION" deploys where. Without comparing trees, the name of
// the branch is all that can be read.
type rollout struct {
	application, version string
	environment          string
}

// readRollout reads the subject of a merge; nil for another subject, and for branches of other names.
func readRollout(subject []byte) *rollout {
	rest, found := bytes.CutPrefix(subject, []byte("Merge "))
	if !found {
		return nil
	}
	for word := range bytes.FieldsSeq(rest) {
		parts := strings.Split(strings.Trim(string(word), `'"`), "/")
		at := slices.IndexFunc(parts, isEnvironment)
		if at > 0 && at < len(parts)-1 {
			return &rollout{application: parts[at-1], environment: strings.ToLower(parts[at]), version: strings.Join(parts[at+1:], "/")}
		}
	}
	return nil
}

func isProduction(name string) bool {
	return slices.Contains([]string{"production", "prod", "prd", "live"}, strings.ToLower(name))
}

func isEnvironment(name string) bool {
	return isProduction(name) || slices.Contains([]string{
		"integration", "staging", "stage", "stg", "test", "testing", "tst", "qa", "uat", "acceptance", "acc", "preprod", "pre-prod",
		"preproduction", "pre-production", "preview", "dev", "development", "sandbox", "demo", "canary",
	}, strings.ToLower(name))
}
