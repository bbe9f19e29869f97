package outline

import (
	"regexp"
	"strings"
)

// Inline removes the marks within lines: emphasis, code, links. Make it with NewInline.
type Inline struct {
	// addresses are those of the definitions of a text, by their names in lower case.
	addresses                                map[string]string
	code, link, reference, short, auto, mark *regexp.Regexp
}

// NewInline returns what removes the marks of a text with these blocks.
func NewInline(blocks []Block) *Inline {
	in := &Inline{
		addresses: map[string]string{},
		code:      regexp.MustCompile("`+[^`]+`+|\\\\[!-/:-@\\[-`{-~]"),
		link:      regexp.MustCompile(`!?\[([^\[\]]*)\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+["'(][^"')]*["')])?\s*\)`),
		reference: regexp.MustCompile(`!?\[([^\[\]]+)\]\[([^\[\]]*)\]`),
		short:     regexp.MustCompile(`\[([^\[\]]+)\]`),
		auto:      regexp.MustCompile(`<((?:https?|mailto):[^\s<>]+)>`),
		mark: regexp.MustCompile(`(\*{1,3})([^\s*](?:[^*]*[^\s*])?)\*{1,3}` +
			`|(^|[^\pL\pN_])(_{1,3})([^\s_](?:[^_]*[^\s_])?)_{1,3}($|[^\pL\pN_])`),
	}
	in.collect(blocks)
	return in
}

func (in *Inline) collect(blocks []Block) {
	for _, b := range blocks {
		if b.Kind == Definition {
			in.addresses[strings.ToLower(b.Label)] = b.Text
		}
		in.collect(b.Blocks)
	}
}

// Plain returns a text on one line without marks, and the addresses of its links that are on the web, in their order.
func (in *Inline) Plain(text string) (plain string, links []string) {
	const holder = "\x00"
	var kept []string // code and escaped marks, which are not looked into
	text = in.code.ReplaceAllStringFunc(strings.ReplaceAll(text, holder, " "), func(s string) string {
		if s[0] == '\\' {
			kept = append(kept, s[1:])
		} else {
			kept = append(kept, strings.TrimSpace(strings.Trim(s, "`")))
		}
		return holder
	})
	text, links = in.resolve(text)
	for depth := 0; depth < maxMarks && strings.ContainsAny(text, "*_"); depth++ {
		text = in.mark.ReplaceAllString(text, "$2$3$5$6")
	}
	var b strings.Builder
	for i, part := range strings.Split(text, holder) {
		if i > 0 {
			b.WriteString(kept[min(i, len(kept))-1])
		}
		b.WriteString(part)
	}
	return strings.Join(strings.Fields(b.String()), " "), links
}

// maxMarks is how deep marks within marks are removed.
const maxMarks = 4

// resolve replaces links by their texts.
func (in *Inline) resolve(text string) (string, []string) {
	var links []string
	keep := func(words, address string) string {
		if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
			links = append(links, address)
			if words == "" {
				return address
			}
			return words
		}
		if address == "" || address == words {
			return words
		}
		return strings.TrimSpace(words + " (" + address + ")")
	}
	text = in.link.ReplaceAllStringFunc(text, func(s string) string {
		parts := in.link.FindStringSubmatch(s)
		return keep(parts[1], parts[2])
	})
	text = in.reference.ReplaceAllStringFunc(text, func(s string) string {
		parts := in.reference.FindStringSubmatch(s)
		name := parts[2]
		if name == "" {
			name = parts[1]
		}
		if address, known := in.addresses[strings.ToLower(name)]; known {
			return keep(parts[1], address)
		}
		return s
	})
	text = in.short.ReplaceAllStringFunc(text, func(s string) string {
		if address, known := in.addresses[strings.ToLower(strings.Trim(s, "[]"))]; known {
			return keep(strings.Trim(s, "[]"), address)
		}
		return s
	})
	return in.auto.ReplaceAllString(text, "$1"), links
}
