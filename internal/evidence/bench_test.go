package evidence

import (
	"fmt"
	"os"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// BenchmarkCollect reads generated histories of growing length; the time for each commit should stay the same.
func BenchmarkCollect(b *testing.B) {
	for _, commits := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("commits=%d", commits), func(b *testing.B) {
			p := lengthy(b, commits)
			p.build()
			repo, err := gitrepo.Open(b.Context(), gitrepo.Options{Folder: p.dir, Env: os.Getenv})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Collect(b.Context(), repo, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(commits), "ns/commit")
		})
	}
}

// lengthy is a history with a merge every fourth commit, a release every fiftieth, and a commit every two hours.
func lengthy(b *testing.B, commits int) *past {
	p := newPast(b)
	const twoHours = 2 * 60 * 60
	at := int64(1_000_000_000)
	write := func(branch string, mark int, parents ...int) {
		at += twoHours
		message := fmt.Sprintf("Change %d of the shop (#%d)\n\nWhat it does and why, in a sentence or two.\n", mark, mark)
		fmt.Fprintf(&p.stream, "commit refs/heads/%s\nmark :%d\n", branch, mark)
		fmt.Fprintf(&p.stream, "author Author %d <a%d@example.com> %d +0000\ncommitter C <c@example.com> %d +0000\n", mark%100, mark%100, at-3600, at)
		fmt.Fprintf(&p.stream, "data %d\n%s\n", len(message), message)
		for i, parent := range parents {
			fmt.Fprintf(&p.stream, "%s :%d\n", []string{"from", "merge"}[i], parent)
		}
		p.stream.WriteString("\n")
	}
	write("main", 1)
	main := 1
	for mark := 2; mark <= commits; mark++ {
		switch mark % 4 {
		case 0:
			write("side", mark, main)
		case 1:
			write("main", mark, main, mark-1)
			main = mark
		default:
			write("main", mark, main)
			main = mark
		}
		if mark%50 == 0 {
			fmt.Fprintf(&p.stream, "tag v%d.%d.0\nfrom :%d\ntagger R <r@example.com> %d +0000\ndata 0\n\n", mark/1000, mark/50%20, main, at)
		}
	}
	return p
}

// BenchmarkFiles matches paths with the globs of all signals.
func BenchmarkFiles(b *testing.B) {
	c, err := newCatalogue()
	if err != nil {
		b.Fatal(err)
	}
	const files = 100_000
	paths := make([][]byte, files)
	for i := range paths {
		paths[i] = fmt.Appendf(nil, "services/s%02d/internal/part%03d/file%d.%s", i/5000, i/50, i, []string{"go", "yaml", "md", "json", "tf"}[i%5])
	}
	b.ReportAllocs()
	for b.Loop() {
		f := newFiles(c)
		for _, path := range paths {
			f.addPath(&gitrepo.File{Path: path}, true)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/files, "ns/file")
}
