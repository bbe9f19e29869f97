package gitrepo

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Tag is a tag and the commit that it stands for.
type Tag struct {
	// Name is without refs/tags/.
	Name string
	// Object is what the tag names: a commit, an object of its own if it is annotated, or seldom something else.
	Object Hash
	// Commit is what the tag peels to, through any number of tags; zero if that is not a commit. Before DescribeTags it is
	// Object for an annotated tag.
	Commit Hash
	// Annotated tags know who made them and when; DescribeTags fills that in. For lightweight ones Tagger is empty and Time 0.
	Annotated   bool
	Tagger      string
	TaggerEmail string
	Time        int64
}

const tagPrefix = "refs/tags/"

// Tags returns the names of all tags, sorted, and what they name. That takes git a fifth of the time of DescribeTags, and is
// enough to walk the history from them.
func (r *Repository) Tags(ctx context.Context) ([]Tag, error) {
	var tags []Tag
	err := r.eachTag(ctx, []string{"objectname", "objecttype", "refname"}, []string{tagPrefix}, func(texts []string) error {
		if len(tags) == r.limits.tags {
			return ErrTooLarge
		}
		object, ok := ParseHash([]byte(texts[0]))
		if !ok {
			return errCutShort
		}
		tag := Tag{Name: strings.TrimPrefix(texts[2], tagPrefix), Object: object, Annotated: texts[1] == "tag"}
		if tag.Annotated || texts[1] == "commit" {
			tag.Commit = object
		}
		tags = append(tags, tag)
		return nil
	})
	return tags, err
}

// DescribeTags fills in the commits of annotated tags and who made them when.
func (r *Repository) DescribeTags(ctx context.Context, tags []Tag) error {
	places, refs := map[string]int{}, []string{}
	for i := range tags {
		if tags[i].Annotated {
			places[tags[i].Name] = i
			refs = append(refs, tagPrefix+tags[i].Name)
		}
	}
	if len(places) == 0 {
		return nil
	}
	err := r.describeRefs(ctx, tags, places, []string{tagPrefix})
	if !errors.Is(err, ErrMissing) {
		return err
	}
	// Another tag may be broken: ask for these alone.
	const most = 500
	for some := range slices.Chunk(refs, most) {
		if err := r.describeRefs(ctx, tags, places, some); err != nil {
			return err
		}
	}
	return nil
}

// describeRefs is DescribeTags for the tags that some patterns name.
func (r *Repository) describeRefs(ctx context.Context, tags []Tag, places map[string]int, patterns []string) error {
	var nested []int
	fields := []string{"*objecttype", "*objectname", "taggername", "taggeremail", "taggerdate:raw", "refname"}
	err := r.eachTag(ctx, fields, patterns, func(texts []string) error {
		i, wanted := places[strings.TrimPrefix(texts[5], tagPrefix)]
		if wanted && tags[i].describe(texts) {
			nested = append(nested, i)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return r.peelTags(ctx, tags, nested)
}

// describe fills in what git says of an annotated tag, and reports whether it is a tag of a tag.
func (t *Tag) describe(texts []string) (nested bool) {
	t.Commit = Hash{}
	if texts[0] == "commit" {
		t.Commit, _ = ParseHash([]byte(texts[1]))
	}
	t.Tagger, t.TaggerEmail = texts[2], strings.Trim(texts[3], "<>")
	seconds, _, _ := strings.Cut(texts[4], " ")
	at, _ := strconv.ParseInt(seconds, 10, 64)
	t.Time = inRange(at)
	return texts[0] == "tag"
}

// eachTag calls visit with some fields of each tag that a pattern names, sorted by name.
func (r *Repository) eachTag(ctx context.Context, names, patterns []string, visit func(texts []string) error) error {
	format := "--format=%(" + strings.Join(names, ")%00%(") + ")%00"
	return r.git.stream(ctx, r.newQuestion(lengthy, append([]string{"for-each-ref", format}, patterns...)...), func(out *bufio.Reader) error {
		read, texts := tagReader{fields: fields{from: out}}, make([]string, len(names))
		for {
			if err := read.readTexts(texts); err != nil || read.ended {
				return err
			}
			if err := visit(texts); err != nil {
				return err
			}
		}
	})
}

// peelTags follows tags of tags to the end: git before 2.44 takes only the first step.
func (r *Repository) peelTags(ctx context.Context, tags []Tag, nested []int) error {
	if len(nested) == 0 {
		return nil
	}
	var input strings.Builder
	for _, i := range nested {
		input.WriteString(tags[i].Object.String() + "^{commit}\n")
	}
	q := r.newQuestion(lengthy, "cat-file", "--batch-check=%(objectname)")
	q.input = input.String()
	return r.git.stream(ctx, q, func(out *bufio.Reader) error {
		for _, i := range nested {
			line, err := out.ReadSlice('\n')
			if err != nil {
				return errCutShort
			}
			// Otherwise "… missing": a tag of a tree or a file.
			if hash, ok := ParseHash(bytes.TrimSpace(line)); ok {
				tags[i].Commit = hash
			}
		}
		return nil
	})
}

type tagReader struct {
	fields
	buffer []byte
}

// readTexts reads the fields of the next tag.
func (r *tagReader) readTexts(texts []string) error {
	for i := range texts {
		var err error
		if r.buffer, err = r.readField(r.buffer, longestIdentity); err != nil {
			return err
		}
		switch {
		case r.ended && i == 0:
			return cutShort(bytes.TrimSpace(r.buffer))
		case r.ended:
			return errCutShort
		}
		texts[i] = string(r.buffer)
	}
	texts[0] = strings.TrimPrefix(texts[0], "\n")
	return nil
}
