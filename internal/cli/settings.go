package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/render"
	"github.com/opsfit/opsfit/internal/terminal"
)

// settings gathers what flags, environment and configuration file say for a command.
func (r *runner) settings(cmd *cobra.Command) (config.Config, error) {
	path := r.configPath
	if path == "" {
		path = r.Env("OPSFIT_CONFIG")
	}
	settings, text, err := config.Load(config.Sources{
		Dir: r.Dir, Path: path, Env: r.Env, Formats: render.Assessments().Names(), Flags: cmd.Flags(),
	})
	if err != nil {
		r.keepSource(err, text)
		return config.Config{}, err
	}
	r.color, r.ascii, r.configText = settings.Color, settings.ASCII, text
	return settings, checkChoice("color", settings.Color, colors())
}

// keepSource remembers the text that the diagnostics of an error point into.
func (r *runner) keepSource(err error, text []byte) {
	if found, ok := err.(diag.List); ok && len(found) > 0 { //nolint:errorlint // config returns the list bare.
		r.sources[found[0].File] = text
	}
}

func colors() []string { return []string{"auto", "always", "never"} }

// outOptions are the options for what a person may read on standard output.
func (r *runner) outOptions() render.Options { return r.options(r.Streams.OutIsTerminal) }

// errOptions are the options for messages on standard error.
func (r *runner) errOptions() render.Options { return r.options(r.Streams.ErrIsTerminal) }

func (r *runner) options(isTerminal bool) render.Options {
	return render.Options{
		Width: r.Streams.Width(r.Env),
		Color: r.color == "always" || r.color != "never" && terminal.Color(isTerminal, r.Env),
		ASCII: r.ascii || terminal.ASCII(isTerminal, r.Env),
	}
}

// fileOptions are the options for files: they depend on nothing but the settings, so that the same input gives
// the same bytes on every machine.
func (r *runner) fileOptions() render.Options {
	return render.Options{Width: terminal.DefaultWidth, ASCII: r.ascii}
}
