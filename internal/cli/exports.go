package cli

import (
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/delivery"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/files"
)

// exports are the files about deployments and incidents that the command line or the configuration names; nil for none.
func (f *evidenceFlags) exports(cmd *cobra.Command, run *runner, settings config.Evidence) (*evidence.Exports, error) {
	deployments, err := exportOf(cmd, run, "deployments", f.deployments, settings.Deployments)
	if err != nil {
		return nil, err
	}
	incidents, err := exportOf(cmd, run, "incidents", f.incidents, settings.Incidents)
	switch {
	case err != nil:
		return nil, err
	case deployments != nil:
		return &evidence.Exports{Deployments: deployments, Incidents: incidents}, nil
	case incidents != nil && cmd.Flags().Changed("incidents"):
		return nil, usagef("--incidents needs --deployments FILE: incidents are set beside deployments")
	}
	return nil, nil
}

// exportOf is one such file; nil for none.
func exportOf(cmd *cobra.Command, run *runner, flag, file string, settings config.Export) (*delivery.Export, error) {
	switch {
	case cmd.Flags().Changed(flag) && file == "":
		return nil, usagef("--%s is empty; name a file, or leave it out", flag)
	case file == "":
		file = settings.File.Text
	}
	if file == "" {
		return nil, nil
	}
	zone, err := zoneOf(flag, settings)
	if err != nil {
		return nil, err
	}
	if err := run.checkReadable(file); err != nil {
		return nil, err
	}
	run.inputs = append(run.inputs, run.absolutePath(file))
	return &delivery.Export{
		Name: file, Open: func() (io.ReadCloser, error) { return run.openFile(file) }, Columns: settings.Columns, Zone: zone,
		Services: settings.Services, Words: settings.Words,
	}, nil
}

func zoneOf(flag string, settings config.Export) (*time.Location, error) {
	if settings.TimeZone.Text == "" {
		return nil, nil
	}
	zone, err := delivery.LoadZone(settings.TimeZone.Text)
	if err != nil {
		return nil, settings.TimeZone.Errorf("bad-value", "", "evidence: %s: \"time_zone\": %s", flag, err)
	}
	return zone, nil
}

// checkReadable refuses a file that is not there before any other work.
func (r *runner) checkReadable(name string) error {
	if err := r.refuseWaiting(name); err != nil {
		return err
	}
	info, err := os.Stat(r.absolutePath(name))
	if err == nil && info.IsDir() {
		err = files.ErrFolder
	}
	return r.readError(name, err)
}

// openFile opens a file to be read bit by bit; errors name it as the user did.
func (r *runner) openFile(name string) (io.ReadCloser, error) {
	if err := r.refuseWaiting(name); err != nil {
		return nil, err
	}
	file, err := files.Open(r.absolutePath(name))
	if err != nil {
		return nil, r.readError(name, err) // not file, which as an io.ReadCloser would not be nil
	}
	return file, nil
}

// tellUnusable says that rows of exports could not be used, for a report that does not list them. scan may be nil.
func (r *runner) tellUnusable(scan *evidence.Scan) {
	if scan == nil || scan.Delivery == nil {
		return
	}
	for _, s := range []*delivery.Summary{&scan.Delivery.Deployments, scan.Delivery.Incidents} {
		if s != nil && s.Unusable > 0 {
			r.notify("%d of %s in %s could not be used; opsfit scan with the same files lists them",
				s.Unusable, english.Count(s.Rows, "row"), s.File)
		}
	}
}
