package gitrepo

import (
	"bufio"
	"bytes"
	"context"
	"strings"
)

// IntactTags returns what Tags does, without the tags that lead to an object that is missing or damaged, and the names of
// these. Git gives up at the first of them, so each tag is looked up by itself: call it where that happened.
func (r *Repository) IntactTags(ctx context.Context) (tags []Tag, broken []string, err error) {
	var all []Tag
	var input strings.Builder
	err = r.eachTag(ctx, []string{"objectname", "refname"}, []string{tagPrefix}, func(texts []string) error {
		object, ok := ParseHash([]byte(texts[0]))
		if !ok {
			return errCutShort
		}
		if len(all) == r.limits.tags {
			return ErrTooLarge
		}
		all = append(all, Tag{Name: strings.TrimPrefix(texts[1], tagPrefix), Object: object})
		input.WriteString(texts[0] + "\n" + texts[0] + "^{}\n")
		return nil
	})
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	q := r.newQuestion(lengthy, "cat-file", "--batch-check=%(objecttype)", "--buffer")
	q.input = input.String()
	err = r.git.stream(ctx, q, func(out *bufio.Reader) error {
		for i := range all {
			itself, behind, err := twoTypes(out)
			switch {
			case err != nil:
				return err
			case behind == "":
				broken = append(broken, all[i].Name)
				continue
			case itself == "tag", itself == "commit":
				all[i].Commit = all[i].Object
			}
			all[i].Annotated = itself == "tag"
			tags = append(tags, all[i])
		}
		return nil
	})
	return tags, broken, err
}

// twoTypes reads the types of an object and of what it leads to; "" for one that is missing.
func twoTypes(out *bufio.Reader) (itself, behind string, err error) {
	for _, to := range []*string{&itself, &behind} {
		line, err := out.ReadSlice('\n')
		if err != nil {
			return "", "", errCutShort
		}
		switch kind := string(bytes.TrimSpace(line)); kind {
		case "commit", "tag", "tree", "blob":
			*to = kind
		}
	}
	return itself, behind, nil
}
