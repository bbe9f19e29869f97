package cli

import "github.com/opsfit/opsfit/internal/files"

// writeFile writes a report, which may be read by whom the user's mask lets. Errors do not name the file: the caller knows what the
// user called it.
func writeFile(path string, data []byte) error { return files.Write(path, data, 0o666) }
