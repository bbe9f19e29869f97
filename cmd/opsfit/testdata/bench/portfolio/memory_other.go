//go:build !unix

package main

import "os"

// megabytes is not known on this system.
func megabytes(*os.ProcessState) float64 { return 0 }
