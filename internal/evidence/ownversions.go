package evidence

import "fmt"

// ownVersions are the versions that the release tags of a repository name; nil holds none.
type ownVersions struct {
	tags []namedTag
	// known are the versions without zeros at their end; nil until they are asked for, which is seldom.
	known map[string]bool
}

// hold reports whether a version, as "v1.42" in a message, is that of a release tag, "v1.42.0".
func (o *ownVersions) hold(version string) bool {
	if o == nil {
		return false
	}
	if o.known == nil {
		o.known = map[string]bool{}
		for i := range o.tags {
			if o.tags[i].isRelease() || o.tags[i].class == preTag {
				o.known[withoutZeros(o.tags[i].version)] = true
			}
		}
	}
	read := readTagName(version)
	return o.known[withoutZeros(read.version)]
}

// withoutZeros writes a version so that 1.42 and 1.42.0 are the same.
func withoutZeros(version []int64) string {
	for len(version) > 1 && version[len(version)-1] == 0 {
		version = version[:len(version)-1]
	}
	return fmt.Sprint(version)
}
