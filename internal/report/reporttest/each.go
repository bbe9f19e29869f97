package reporttest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// EachText visits every text of a value that can be set, wherever it hides, with the path to it, such as
// ".Answers[3].Note", so that a test can put another in its place. Keys of maps are no texts: they are visited in order.
func EachText(value reflect.Value, visit func(path string, text reflect.Value)) {
	eachText(value, "", visit)
}

func eachText(value reflect.Value, path string, visit func(path string, text reflect.Value)) {
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			eachText(value.Elem(), path, visit)
		}
	case reflect.Struct:
		for field, held := range value.Fields() {
			eachText(held, path+"."+field.Name, visit)
		}
	case reflect.Slice:
		for i := range value.Len() {
			eachText(value.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Map:
		eachTextOfMap(value, path, visit)
	case reflect.String:
		if value.CanSet() {
			visit(path, value)
		}
	default:
	}
}

// eachTextOfMap visits copies of the values in the order of their keys, and puts them back.
func eachTextOfMap(value reflect.Value, path string, visit func(path string, text reflect.Value)) {
	keys := value.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for _, key := range keys {
		held := reflect.New(value.Type().Elem()).Elem()
		held.Set(value.MapIndex(key))
		eachText(held, path+"["+key.String()+"]", visit)
		value.SetMapIndex(key, held)
	}
}

// EachNumber visits every number of a value, wherever it hides, so that a test can put absurd ones in their place.
func EachNumber(value reflect.Value, visit func(reflect.Value)) {
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			EachNumber(value.Elem(), visit)
		}
	case reflect.Struct:
		for _, field := range value.Fields() {
			EachNumber(field, visit)
		}
	case reflect.Slice:
		for i := range value.Len() {
			EachNumber(value.Index(i), visit)
		}
	case reflect.Float64:
		visit(value)
	default:
	}
}
