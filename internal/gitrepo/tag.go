package gitrepo

import (
	"bufio"
	"bytes"
	"context"
	"strconv"
	"strings"
)

// Tag is a tag and the commit that it stands for.
type Tag struct {
	// Name is without refs/tags/.
	Name string
	// Commit is what the tag peels to, through any number of tags; zero if that is not a commit.
	Commit Hash
	// Annotated tags know who made them and when; for lightweight ones Tagger is empty and Time 0.
	Annotated    bool
	Tagger       string
	TaggerEmail  string
	Time         int64
	object, peel Hash
}

const tagFormat = "--format=%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00" +
	"%(taggername)%00%(taggeremail)%00%(taggerdate:raw)%00%(refname)%00"

// Tags returns all tags, sorted by name.
func (r *Repository) Tags(ctx context.Context) ([]Tag, error) {
	var tags []Tag
	q := r.newQuestion(lengthy, "for-each-ref", tagFormat, "refs/tags/")
	err := r.git.stream(ctx, q, func(out *bufio.Reader) error {
		read := tagReader{fields: fields{from: out}}
		for {
			tag, err := read.nextTag()
			if err != nil || read.ended {
				return err
			}
			if len(tags) == r.limits.tags {
				return ErrTooLarge
			}
			tags = append(tags, tag)
		}
	})
	if err != nil {
		return nil, err
	}
	return tags, r.peelTags(ctx, tags)
}

// peelTags follows tags of tags to the end: git before 2.44 takes only the first step.
func (r *Repository) peelTags(ctx context.Context, tags []Tag) error {
	var input strings.Builder
	var nested []int
	for i := range tags {
		if tags[i].Commit.IsZero() && !tags[i].peel.IsZero() {
			nested = append(nested, i)
			input.WriteString(tags[i].object.String() + "^{commit}\n")
		}
	}
	if len(nested) == 0 {
		return nil
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

func (r *tagReader) nextTag() (Tag, error) {
	const parts = 8
	var texts [parts]string
	for i := range texts {
		var err error
		if r.buffer, err = r.readField(r.buffer, longestIdentity); err != nil {
			return Tag{}, err
		}
		if r.ended {
			return Tag{}, cutShort(bytes.TrimSpace(append(r.buffer, texts[0]...)))
		}
		texts[i] = string(r.buffer)
	}
	return tagOf(texts), nil
}

func tagOf(texts [8]string) Tag {
	kind, peeledKind := strings.TrimLeft(texts[0], "\n"), texts[2]
	tag := Tag{
		Name: strings.TrimPrefix(texts[7], "refs/tags/"), Annotated: kind == "tag",
		Tagger: texts[4], TaggerEmail: strings.Trim(texts[5], "<>"),
	}
	tag.object, _ = ParseHash([]byte(texts[1]))
	seconds, _, _ := strings.Cut(texts[6], " ")
	tag.Time, _ = strconv.ParseInt(seconds, 10, 64)
	tag.Time = inRange(tag.Time)
	switch {
	case kind == "commit":
		tag.Commit = tag.object
	case peeledKind == "commit":
		tag.Commit, _ = ParseHash([]byte(texts[3]))
	case peeledKind == "tag":
		tag.peel = tag.object
	}
	return tag
}
