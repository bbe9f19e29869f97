package screen

import "context"

// beside is said in front of what a repository shows about an answer.
const beside = "The repository shows: "

// differing heads the answers that a repository differs from.
const differing = "Where the repository shows something else. Keep the answer or change it; no score comes from this."

// concurring stands in the place of the list when there is none, or people would wonder whether the repository was read.
const concurring = "The repository differs from none of these answers; the report says what it was compared with."

// sights lists where a repository differs from the answers, once it has been read.
func (p *plain) sights(ctx context.Context) error {
	if p.opening.Reading() {
		p.say("The repository is still being read.")
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-p.opening.Witness.Ready():
		}
	}
	if fault := p.opening.Blind(); fault != nil {
		p.say("The repository could not be read: %s.", fault)
	}
	if p.opening.Concurs(p.session) {
		p.say(concurring)
	}
	sights := p.opening.Sights(p.session)
	if len(sights) > 0 {
		p.say(differing)
	}
	for _, sight := range sights {
		p.list([]int{sight.At})
		p.item("     ", beside+sight.Text)
	}
	return nil
}

// showBeside repeats at a question that was reached from the review what the repository shows about its answer.
func (p *plain) showBeside(at int) {
	if text := p.opening.Beside(p.session, at); text != "" && p.returning {
		p.say("%s%s", beside, text)
	}
}
