package text

import (
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// wgl4 are the signs of WGL4 beyond Latin-1 that text can be drawn with. Usual fonts for terminals have all of them in their own
// width; what a font lacks is taken from another one, often in two cells.
const wgl4 = "•…─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬▀▄█▌▐░▒▓■□▪▫▬▲►▼◄◊○●◘◙◦"

func TestSymbolsAreOneCellWide(t *testing.T) {
	t.Parallel()
	for name, set := range map[string]symbols{"unicode": unicodeSymbols(), "ascii": asciiSymbols()} {
		for field, value := range reflect.ValueOf(set).Fields() {
			for _, symbol := range textsIn(value) {
				if ansi.StringWidth(symbol) != 1 && field.Name != "ellipsis" {
					t.Errorf("%s: %s is %q, which is not one cell wide", name, field.Name, symbol)
				}
				for _, r := range symbol {
					if ascii := r < 0x7f; !ascii && (name == "ascii" || r > 0xff && !strings.ContainsRune(wgl4, r)) {
						t.Errorf("%s: %s is %q, which fonts may lack", name, field.Name, symbol)
					}
				}
			}
		}
	}
}

func textsIn(value reflect.Value) []string {
	if value.Kind() == reflect.String {
		return []string{value.String()}
	}
	var texts []string
	for i := range value.Len() {
		texts = append(texts, value.Index(i).String())
	}
	return texts
}
