package questionnaire

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// names are the ids of one kind of thing, so that each is given once and can be looked up.
type names struct {
	reader *yamltree.Reader
	// kind is the word for one of them: "question".
	kind string
	// ids are the valid ones, in file order.
	ids []string
	// lines says where an id, valid or not, was given; 0 for one that comes from the questionnaire named by origin.
	lines  map[string]int
	origin string
	// partial is set when some names could not be read; then a name that is not here may still be right.
	partial bool
}

func newNames(r *yamltree.Reader, kind string) *names {
	return &names{reader: r, kind: kind, lines: map[string]int{}}
}

// inherit enters an id that an extended questionnaire gives.
func (n *names) inherit(id string) {
	n.ids = append(n.ids, id)
	n.lines[id] = 0
}

// enter takes the id of a mapping and reports one that was given before, or that is reserved.
func (n *names) enter(p part, reserved ...string) string {
	id := p.ID("id")
	node := p.Node("id")
	if node == nil || node.Kind != yamltree.Scalar {
		return ""
	}
	if slices.Contains(reserved, id) {
		p.fault("id", "reserved-id", "choose another id", "the id %s has a meaning of its own", diag.Quote(id))
	}
	if line, given := n.lines[node.Text]; given {
		n.repeated(p, line)
		return id
	}
	n.lines[node.Text] = node.Pos.Line
	if id != "" {
		n.ids = append(n.ids, id)
	}
	return id
}

func (n *names) repeated(p part, line int) {
	if line == 0 {
		p.fault("id", "duplicate-id", "choose another id", "the id is already used in %s", diag.Quote(n.origin))
		return
	}
	p.fault("id", "duplicate-id", "choose another id", "the id is already used in line %d", line)
}

func (n *names) has(id string) bool {
	_, given := n.lines[id]
	return given
}

// check reports a name that was not given, and returns whether it was.
func (n *names) check(pos diag.Pos, length int, label, id string) bool {
	if n.partial || n.has(id) {
		return true
	}
	n.reader.Errorf(pos, length, "unknown-"+n.kind, n.hint(id),
		"%s: there is no %s %s", label, n.kind, diag.Quote(id))
	return false
}

// hint names the nearest id, or all of them when they are few.
func (n *names) hint(id string) string {
	const few = 12
	hint := n.reader.DidYouMean(id, n.ids)
	if hint == "" && len(n.ids) > 0 && len(n.ids) <= few {
		return "known: " + strings.Join(n.ids, ", ")
	}
	return hint
}
