package cli

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// Version says what was built.
type Version struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Go      string `json:"go"`
	System  string `json:"system"`
	// Date is the day of the commit, as 2026-10-14; empty when unknown.
	Date string `json:"-"`
}

// BuildVersion returns the version and the commit that the linker set, else those of the build information, else
// "devel" and no commit. Reading the build information is a noticeable part of a start.
func BuildVersion(linked, commit string) Version {
	version := Version{Version: linked, Commit: commit, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	if linked == "" || commit == "" {
		if info, ok := debug.ReadBuildInfo(); ok {
			version.readBuildInfo(info)
		}
	}
	if version.Version == "" {
		version.Version = unreleased
	}
	return version
}

// unreleased is the version of every build that has no other.
const unreleased = "devel"

// isRelease reports that no two different programs have this version.
func (v Version) isRelease() bool {
	return v.Version != unreleased && !strings.Contains(v.Version, "dirty")
}

func (v *Version) readBuildInfo(info *debug.BuildInfo) {
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision" && v.Commit == "":
			v.Commit = setting.Value
		case setting.Key == "vcs.time":
			v.Date, _, _ = strings.Cut(setting.Value, "T")
		}
	}
	if v.Version == "" && info.Main.Version != "(devel)" {
		v.Version = info.Main.Version
	}
}

func (r *runner) reportTool() report.Tool {
	return report.Tool{Name: "opsfit", Version: r.Version.Version}
}

func newVersion(run *runner) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments(),
		RunE:  func(*cobra.Command, []string) error { return run.printVersion(asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print version, commit, Go version and system as JSON")
	groupFlags(cmd.Flags(), outputGroup)
	return run.addHelp(cmd, help{
		usage:    page.Commands{{Line: "opsfit version [FLAGS]"}},
		examples: page.Commands{{Line: "opsfit version"}, {Line: "opsfit version --json"}},
		about:    []string{"Prints one line, or a JSON object, to standard output."},
		exits:    plainExits(),
	})
}

func (r *runner) printVersion(asJSON bool) error {
	if !asJSON {
		return r.printText("opsfit " + r.Version.Version + "\n")
	}
	text, err := json.MarshalIndent(r.Version, "", "  ")
	if err != nil {
		return fmt.Errorf("write the version: %w", err)
	}
	return r.printText(string(text) + "\n")
}
