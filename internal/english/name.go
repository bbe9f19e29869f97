package english

import "strings"

// NameKey is a name in the form in which names are compared: people write one service, team or role with other cases and blanks.
func NameKey[T ~string](name T) string {
	return strings.ToLower(strings.Join(strings.Fields(string(name)), " "))
}

// SameName reports whether two names differ by nothing but case and blanks.
func SameName[T ~string](a, b T) bool { return NameKey(a) == NameKey(b) }
