package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// isBot reports whether an identity names a program. A name that only ends in "bot" does not: Rabot and Talbot are
// people.
func isBot(id gitrepo.Identity) bool {
	name, email := strings.ToLower(id.Name), strings.ToLower(id.Email)
	local, _, _ := strings.Cut(email, "@")
	switch {
	case strings.Contains(name, "[bot]"), strings.Contains(email, "[bot]"):
		return true
	case slices.ContainsFunc(splitWords(name), func(word string) bool { return word == "bot" || word == "robot" }):
		return true
	case strings.HasSuffix(local, "-bot"), strings.HasSuffix(local, ".bot"), strings.HasSuffix(local, "robot"):
		return true
	case hasCamelBot(id.Name):
		return true
	case id.Name == name && strings.HasSuffix(name, "bot") && len(splitWords(name)) == 1 && !strings.Contains(name, " "):
		return true
	}
	return isKnownBot(name)
}

func splitWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// hasCamelBot reports whether a text has a word such as CodecovBot, which ends in Bot after a small letter.
func hasCamelBot(name string) bool {
	return slices.ContainsFunc(splitWords(name), func(word string) bool {
		before, found := strings.CutSuffix(word, "Bot")
		last, _ := utf8.DecodeLastRuneInString(before)
		return found && before != "" && !unicode.IsUpper(last)
	})
}

// isKnownBot knows programs whose names follow no rule.
func isKnownBot(name string) bool {
	return slices.Contains([]string{
		"allcontributors", "argo-cd", "argocd-image-updater", "bors", "buildkite", "changeset-release", "circleci", "codecov",
		"continuous integration", "copybara-service", "deepsource", "depfu", "docker-library", "drone", "fluxcd", "gitbot", "github actions",
		"github-actions", "gitlab ci", "gitlab-ci", "govuk-ci", "greenkeeper", "hosted weblate", "imgbot", "jenkins", "jenkins-x",
		"mend-for-github-com", "mergify", "pre-commit-ci", "pyup", "release-please", "renovate", "scala steward", "semantic-release",
		"snyk", "teamcity", "transifex", "travis ci", "travis-ci", "weblate", "whitesource", "whitesource-renovate", "zuul",
	}, name)
}
