package cli

import (
	"cmp"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/terminal"
)

// readSettings combines flags, environment and configuration file for a command.
func (r *runner) readSettings(cmd *cobra.Command) (config.Config, error) {
	settings, err := r.loadSettings(cmd)
	if err != nil {
		return config.Config{}, err
	}
	return settings, r.showWarnings(settings.Warnings, settings.Strict)
}

// loadSettings is readSettings without warnings, for completions.
func (r *runner) loadSettings(cmd *cobra.Command) (config.Config, error) {
	path := r.configPath
	if flag := cmd.Flags().Lookup("config"); path == "" && flag != nil && flag.Changed {
		// A variable that was not set, perhaps; to go on would silently lose the gates of the file.
		return config.Config{}, usagef("--config is empty; name a file, or leave it out")
	}
	if path == "" {
		path = r.Env("OPSFIT_CONFIG")
	}
	settings, text, err := config.Load(config.Sources{
		Dir: r.Dir, Path: path, Env: r.Env, Variables: r.Variables, Formats: assessmentFormats().formatNames(), Flags: cmd.Flags(),
	})
	r.configText = text
	if err != nil {
		return config.Config{}, r.settingFaults(cmd, settings, cmp.Or(path, config.FileName), err)
	}
	r.color, r.ascii = settings.Color, settings.ASCII
	if settings.File != "" {
		r.inputs = append(r.inputs, r.absolutePath(settings.File))
	}
	if flag := cmd.Flags().Lookup("plain"); flag != nil {
		r.plain = flag.Changed && flag.Value.String() == "true"
	}
	return settings, checkChoice("color", settings.Color, colorModes())
}

// settingFaults adds the faults of the gates to those of a configuration, if the command has gates, so that all are
// shown at once.
func (r *runner) settingFaults(cmd *cobra.Command, settings config.Config, file string, err error) error {
	found, ok := err.(diag.List) //nolint:errorlint // config returns the list bare.
	if !ok {
		return unreadableError{file, err}
	}
	if cmd.Flags().Lookup("gate") != nil {
		_, more := gate.Read(wantedGates(settings.Gates))
		found = append(found, more...)
	}
	r.keepSources(settings.Gates, found)
	return found
}

func colorModes() []string { return []string{"auto", "always", "never"} }

// outOptions are the options for text on standard output.
func (r *runner) outOptions() text.Options { return r.textOptions(r.Streams.OutIsTerminal) }

// errOptions are the options for messages on standard error.
func (r *runner) errOptions() text.Options {
	options := r.textOptions(r.Streams.ErrIsTerminal)
	options.WrapFindings = r.Streams.ErrIsTerminal
	return options
}

func (r *runner) textOptions(isTerminal bool) text.Options {
	return text.Options{
		Width:  r.Streams.Width(r.Env),
		Rows:   r.Streams.Rows,
		Color:  r.color == "always" || r.color != "never" && terminal.Color(isTerminal, r.Env),
		Hues:   terminal.Hues(r.Env),
		ASCII:  r.ascii || terminal.ASCII(isTerminal, r.Env),
		Spoken: r.plain || terminal.Spoken(isTerminal, r.Env),

		BareCommands: r.shell().isOfWindows(),
	}
}

// fileOptions are the options for files: they depend on the settings only, so that the same input gives the same bytes
// on every machine.
func (r *runner) fileOptions() text.Options {
	return text.Options{Width: terminal.DefaultWidth, ASCII: r.ascii, Spoken: r.plain}
}
