package yamltree

import "github.com/opsfit/opsfit/internal/diag"

// fewKeys is the number of keys up to which comparing them all is cheaper than a map.
const fewKeys = 16

// entries fills a mapping and refuses duplicate keys, in linear time.
type entries struct {
	faults  *Reader
	mapping *Node
	// index holds the position in mapping.Entries of every key; nil while there are few.
	index map[string]int
}

func (e *entries) add(entry Entry) {
	if first := e.find(entry.Key); first != nil {
		e.faults.Errorf(entry.KeyPos, entry.KeyLength(), "duplicate-key", "keep one of the two",
			"key %s is already given in line %d", diag.Quote(entry.Key), first.KeyPos.Line)
		return
	}
	e.mapping.Entries = append(e.mapping.Entries, entry)
	if e.index != nil {
		e.index[entry.Key] = len(e.mapping.Entries) - 1
	}
}

func (e *entries) find(key string) *Entry {
	if len(e.mapping.Entries) < fewKeys {
		return e.mapping.entryOf(key)
	}
	if e.index == nil {
		e.index = make(map[string]int, cap(e.mapping.Entries))
		for i, entry := range e.mapping.Entries {
			e.index[entry.Key] = i
		}
	}
	if i, found := e.index[key]; found {
		return &e.mapping.Entries[i]
	}
	return nil
}
