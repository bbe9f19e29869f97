// Package cli is the command line: the command tree with one file for each command, the wiring of the other packages,
// and the exit codes.
//
// It decides nothing about a result. The outside (streams, environment, working directory, version) enters as a
// Process, so that every command can be run in a test.
package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/terminal"
)

// Process is everything that a run needs from the outside.
type Process struct {
	Streams terminal.Streams
	// Env returns an environment variable, or "".
	Env func(name string) string
	// Variables are the names of all environment variables, to warn of misspelt ones of ours.
	Variables []string
	// System is the operating system, such as "windows"; "" counts as one of Unix.
	System string
	// Dir is the working directory, which relative names start from.
	Dir string
	// Now is the clock.
	Now func() time.Time
	// Version is the program's own version.
	Version Version
	// OpenFile shows a file in the browser, or says why it cannot.
	OpenFile func(ctx context.Context, path string) error
	// Pager shows a text that is longer than the terminal, and returns false where it shows nothing; nil for no pager.
	Pager func(ctx context.Context, text []byte) (shown bool)
	// Continued receives a signal when the process goes on after it was stopped; nil where systems have no such signal.
	Continued <-chan os.Signal
	// LimitMemory, unless nil, makes the rest of the run use little more memory than the bytes that it keeps: for runs over very
	// many files.
	LimitMemory func(kept int64)
}

// Main runs one command line and returns its exit code. It never exits the process. When ctx ends, the run stops
// before it writes anything more; the cause of the end, an Interruption, gives the exit code.
func Main(ctx context.Context, process Process, args []string) (code int) {
	out := &errorWriter{to: process.Streams.Out}
	process.Streams.Out = out
	run := &runner{Process: process, commands: out, sources: map[string][]byte{}, args: args}
	run.guardLogs()
	defer func() {
		if failure := recover(); failure != nil {
			run.printError(fmt.Errorf("internal failure: %v; please report it with the command line and its input", failure))
			code = ExitFailure
		}
	}()
	root := newRoot(run, args)
	root.SetArgs(args)
	return run.exitCode(cmp.Or(root.ExecuteContext(ctx), run.helpFailure, out.failure))
}

// guardLogs keeps texts of files from being commands for a build server that reads the output. A person's terminal obeys none.
func (r *runner) guardLogs() {
	if !r.Streams.OutIsTerminal {
		r.Streams.Out = terminal.Log(r.Streams.Out)
	}
	if !r.Streams.ErrIsTerminal {
		r.Streams.Err = terminal.Log(r.Streams.Err)
	}
}

// errorWriter remembers the first write error: cobra writes help and completions without checking.
type errorWriter struct {
	to      io.Writer
	failure error
}

func (w *errorWriter) Write(data []byte) (int, error) {
	n, err := w.to.Write(data)
	if err != nil && w.failure == nil {
		w.failure = fmt.Errorf("write to standard output: %w", files.Cause(err))
	}
	return n, err
}

// runner is the state of one run: the outside, the global flags, and the texts that diagnostics may point into.
type runner struct {
	Process
	// commands is standard output for the one format that is commands for a build server.
	commands   io.Writer
	configPath string
	configText []byte
	color      string
	ascii      bool
	// args is the command line, without the name of the program.
	args []string
	// plain: reports draw nothing.
	plain bool
	// helpFailure is what --help refused; cobra takes no error for it.
	helpFailure error
	// helps holds the help of each command that was made.
	helps map[*cobra.Command]help
	// sources holds the text of each file read, by the name diagnostics use.
	sources map[string][]byte
	// inputs are the paths of the files that were read: no report may replace one of them.
	inputs []string
}

// newRoot returns the root command with the commands that a command line may need.
func newRoot(run *runner, args []string) *cobra.Command {
	root := &cobra.Command{
		Use:           "opsfit",
		Short:         "Find out which operating model fits a service: DevOps, SysOps, or a mix of both",
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       run.Version.Version,
	}
	// Do this before the completion command is made: it keeps the output that is set then.
	root.SetIn(run.Streams.In)
	root.SetOut(run.Streams.Out)
	root.SetErr(run.Streams.Err)
	flags := root.PersistentFlags()
	flags.StringVar(&run.configPath, "config", "",
		"`FILE` with the configuration (default: the nearest .opsfit.yaml up to the repository root)")
	flags.StringVar(&run.color, "color", "auto", "colours: `WHEN` is auto, always or never")
	flags.BoolVar(&run.ascii, "ascii", false, "draw charts with ASCII characters only")
	flags.BoolP("help", "h", false, "show this help")
	root.Flags().Bool("version", false, "print the version")
	groupFlags(flags, everywhereGroup)
	groupFlags(root.Flags(), outputGroup)
	root.SetVersionTemplate("opsfit {{.Version}}\n")
	completeWords(root, "color", colorModes()...)
	root.SetFlagErrorFunc(run.flagError)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { run.helpFailure = run.showHelpFor(cmd) })
	addCommands(root, run, args)
	if len(args) > 0 && args[0] == cobra.ShellCompRequestCmd {
		shortenFlagTexts(root)
	}
	return root
}
