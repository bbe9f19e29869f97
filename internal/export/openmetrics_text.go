package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// metrics writes a text in the OpenMetrics format, of gauges alone: a textfile collector reads the older format of Prometheus,
// which knows gauges but no info, and gets a text that is right in both. That collector refuses a name with two different helps, so
// each name has the same in every file. The first failure of the writer stays until end.
type metrics struct {
	w      *bufio.Writer
	escape *strings.Replacer
	// common are the labels that every sample has, as they are written.
	common string
}

func newMetrics(w io.Writer, common ...metricLabel) *metrics {
	m := &metrics{w: bufio.NewWriter(w), escape: strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)}
	m.common = m.pairs(common)
	return m
}

// metricLabel is a name and what a person may have typed.
type metricLabel struct {
	name, value string
}

// family is all samples of one name; one without samples is left out.
type family struct {
	name string
	// unit is the end of the name, or empty.
	unit string
	help string
	list []metricSample
}

type metricSample struct {
	labels []metricLabel
	value  float64
}

// add notes a value; nil is no sample.
func (f *family) add(value *float64, labels ...metricLabel) {
	if value != nil {
		f.list = append(f.list, metricSample{labels, *value})
	}
}

// write adds the families in the order given.
func (m *metrics) write(families ...family) {
	for i := range families {
		m.family(&families[i])
	}
}

func (m *metrics) family(f *family) {
	if len(f.list) == 0 {
		return
	}
	m.begin(f)
	seen := map[string]bool{}
	for _, sample := range f.list {
		// No run gives two samples the same labels, but a file may; a reader would refuse all of it.
		labels := m.labels(sample.labels)
		if !seen[labels] {
			seen[labels] = true
			m.sample(f.name, m.common+labels, sample.value)
		}
	}
}

// begin writes what stands above the samples of a family.
func (m *metrics) begin(f *family) {
	m.print("# TYPE ", f.name, " gauge\n")
	if f.unit != "" {
		m.print("# UNIT ", f.name, " ", f.unit, "\n")
	}
	m.print("# HELP ", f.name, " ", f.help, "\n")
}

func (m *metrics) sample(name, labels string, value float64) {
	if labels != "" {
		name += "{" + strings.TrimPrefix(labels, ",") + "}"
	}
	m.print(name, " ", strconv.FormatFloat(value, 'g', -1, 64), "\n")
}

func (m *metrics) print(parts ...string) {
	for _, part := range parts {
		_, _ = m.w.WriteString(part)
	}
}

// labels are labels that follow others.
func (m *metrics) labels(own []metricLabel) string {
	if len(own) == 0 {
		return ""
	}
	return "," + m.pairs(own)
}

func (m *metrics) pairs(labels []metricLabel) string {
	var pairs []string
	for _, label := range labels {
		pairs = append(pairs, label.name+`="`+m.escape.Replace(diag.Visible(label.value))+`"`)
	}
	return strings.Join(pairs, ",")
}

// end ends the format.
func (m *metrics) end() error {
	m.print("# EOF\n")
	return m.w.Flush()
}
