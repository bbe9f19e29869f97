package gitrepo

import (
	"bufio"
	"context"
	"strings"
)

// Identity is a name and an address as written in a commit.
type Identity struct {
	Name, Email string
}

// Mailmap maps the given identities with a mailmap file of the repository.
func (r *Repository) Mailmap(ctx context.Context, mailmap Hash, list []Identity) ([]Identity, error) {
	mapped := append([]Identity(nil), list...)
	var input strings.Builder
	var asked []int
	for i, id := range list {
		if id.isOneLine() {
			asked = append(asked, i)
			input.WriteString(id.Name + " <" + id.Email + ">\n")
		}
	}
	if len(asked) == 0 {
		return mapped, nil
	}
	q := r.newQuestion(lengthy, "check-mailmap", "--stdin")
	// A mailmap named by the configuration may lie anywhere.
	q.settings = []string{"mailmap.file=", "mailmap.blob=" + mailmap.String()}
	q.input = input.String()
	return mapped, r.git.stream(ctx, q, func(out *bufio.Reader) error {
		for _, i := range asked {
			line, err := out.ReadSlice('\n')
			if err != nil {
				return errCutShort
			}
			mapped[i] = identityOf(strings.TrimSuffix(string(line), "\n"))
		}
		return nil
	})
}

// isOneLine reports whether an identity can be written on a line and read back; git stops at others.
func (id Identity) isOneLine() bool {
	return !strings.ContainsAny(id.Name, "<>\n\x00") && !strings.ContainsAny(id.Email, "<>\n\x00")
}

// identityOf reads "Name <address>" or "<address>".
func identityOf(line string) Identity {
	name, rest, _ := strings.Cut(line, "<")
	return Identity{Name: strings.TrimSpace(name), Email: strings.TrimSuffix(rest, ">")}
}
