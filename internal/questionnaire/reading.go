package questionnaire

import (
	"strings"
	"time"
)

// How fast people answer: they read plain text at so many words a minute, and need some seconds for each choice.
const (
	wordsPerMinute  = 240
	secondsToChoose = 5
)

// TimeToAnswer is how long a person needs to read the question with its options, and to choose.
func (q *Question) TimeToAnswer() time.Duration {
	words := len(strings.Fields(q.Text))
	for i := range q.Options {
		words += len(strings.Fields(q.Options[i].Text))
	}
	return time.Duration(words)*time.Minute/wordsPerMinute + secondsToChoose*time.Second
}

// MinutesToAnswer is how long a person needs for all questions, as RoundMinutes tells it.
func (q *Questionnaire) MinutesToAnswer() int {
	var needed time.Duration
	for i := range q.Questions {
		needed += q.Questions[i].TimeToAnswer()
	}
	return RoundMinutes(needed)
}

// RoundMinutes rounds a time to whole minutes, at least 1; 0 for none at all.
func RoundMinutes(needed time.Duration) int {
	if needed <= 0 {
		return 0
	}
	return max(1, int(needed.Round(time.Minute)/time.Minute))
}
