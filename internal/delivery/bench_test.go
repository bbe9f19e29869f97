package delivery

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// BenchmarkDeployments reads exports of a million rows; memory must not grow with their number.
func BenchmarkDeployments(b *testing.B) {
	const rows = 1_000_000
	for _, form := range []struct{ name, header, row string }{
		{"csv", "id,time,service,environment,commit,outcome\n", "%d,2025-%02d-%02dT%02d:%02d:%02dZ,svc-%d,production,%040x,success\n"},
		{
			"json", "",
			"{\"id\":%d,\"time\":\"2025-%02d-%02dT%02d:%02d:%02dZ\",\"service\":\"svc-%d\",\"environment\":\"production\",\"commit\":\"%040x\",\"outcome\":\"success\"}\n",
		},
	} {
		var text strings.Builder
		text.WriteString(form.header)
		for i := range rows {
			fmt.Fprintf(&text, form.row, i, i%12+1, i%28+1, i%24, i%60, i%59, i%50, i)
		}
		b.Run(form.name, func(b *testing.B) {
			e := &Export{Name: "f", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text.String())), nil }}
			b.ReportAllocs()
			for b.Loop() {
				s, err := ReadDeployments(b.Context(), e, &ServiceNumbers{}, nil, func(*Deployment) {})
				if err != nil || s.Used != rows {
					b.Fatal(err, s)
				}
			}
		})
	}
}
