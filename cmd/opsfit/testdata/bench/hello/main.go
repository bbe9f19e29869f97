// Hello is the smallest useful cobra program: the floor that `make bench` measures opsfit's start against. It lives under testdata so
// that it builds from this module's cobra and stays out of ./... and of every release.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use: "hello",
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), "hello, world")
			return err
		},
	}
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
