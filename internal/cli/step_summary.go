package cli

import (
	"bytes"
	"fmt"
	"os"
	"slices"

	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/markdown"
)

// longestSummary is the size limit of GitHub for the summary of a step, all its parts together.
const longestSummary = 1 << 20

// appendStepSummary appends a page as Markdown to the summary of the current step, if GitHub Actions names one and its format was
// asked for.
func appendStepSummary[D any](r *runner, p page.Page, list []target[D]) error {
	path := r.Env("GITHUB_STEP_SUMMARY")
	wanted := slices.ContainsFunc(list, func(t target[D]) bool { return t.format.name == "github" })
	if path == "" || !wanted {
		return nil
	}
	if there, err := os.Stat(r.absolutePath(path)); err == nil && (r.mayWait(path) || r.isInput(there)) {
		return fmt.Errorf("write the summary of the step, %s: it is a file that was read, or no regular file", path)
	}
	var text bytes.Buffer
	if err := markdown.Write(&text, p); err != nil {
		return fmt.Errorf("render the summary of the step: %w", err)
	}
	if err := appendSummary(r.absolutePath(path), text.Bytes()); err != nil {
		return fmt.Errorf("write the summary of the step, %s: %w", path, files.Cause(err))
	}
	return nil
}

// appendSummary keeps what other commands of the step have written, and adds no more than GitHub shows.
func appendSummary(path string, text []byte) error {
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	size := int64(0)
	if info, err := file.Stat(); err == nil {
		size = info.Size()
	}
	if size > 0 {
		text = append([]byte("\n"), text...)
	}
	_, err = file.Write(cutToFit(text, int(longestSummary-size)))
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// cutToFit cuts a text after a line if it does not fit, and says so; "" when there is too little room.
func cutToFit(text []byte, room int) []byte {
	const note = "\n\n*The rest of the report does not fit in this summary; write it to a file with `-o report.md`.*\n"
	if len(text) <= room {
		return text
	}
	if room <= len(note) {
		return nil
	}
	whole := bytes.LastIndexByte(text[:room-len(note)], '\n')
	if whole < 0 {
		return nil
	}
	return append(slices.Clip(text[:whole]), note...)
}
