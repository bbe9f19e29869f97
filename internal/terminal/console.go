package terminal

import (
	"os"

	"github.com/muesli/termenv"
)

// EnableSequences has the console of Windows interpret control sequences, such as those of colours: cmd.exe starts programs with
// that switched off. Other terminals always do, and files and pipes are left alone. A console that cannot keeps what it is, as
// nothing else can be done.
func EnableSequences(streams ...*os.File) {
	for _, stream := range streams {
		_, _ = termenv.EnableVirtualTerminalProcessing(termenv.NewOutput(stream, termenv.WithProfile(termenv.Ascii)))
	}
}
