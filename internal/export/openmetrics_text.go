package export

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// metrics builds a text in the OpenMetrics format, of gauges alone: a textfile collector reads the older format of Prometheus,
// which knows gauges but no info, and gets a text that is right in both.
type metrics struct {
	b      bytes.Buffer
	escape *strings.Replacer
	// common are the labels that every sample has, as they are written.
	common string
}

func newMetrics(common ...metricLabel) *metrics {
	m := &metrics{escape: strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)}
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
	m.b.WriteString("# TYPE " + f.name + " gauge\n")
	if f.unit != "" {
		m.b.WriteString("# UNIT " + f.name + " " + f.unit + "\n")
	}
	m.b.WriteString("# HELP " + f.name + " " + f.help + "\n")
	seen := map[string]bool{}
	for _, sample := range f.list {
		// No run gives two samples the same labels, but a file may; a reader would refuse all of it.
		if labels := m.labels(sample.labels); !seen[labels] {
			seen[labels] = true
			m.b.WriteString(f.name + labels + " " + strconv.FormatFloat(sample.value, 'g', -1, 64) + "\n")
		}
	}
}

func (m *metrics) labels(own []metricLabel) string {
	if len(own) == 0 {
		return "{" + m.common + "}"
	}
	return "{" + m.common + "," + m.pairs(own) + "}"
}

func (m *metrics) pairs(labels []metricLabel) string {
	var pairs []string
	for _, label := range labels {
		pairs = append(pairs, label.name+`="`+m.escape.Replace(diag.Visible(label.value))+`"`)
	}
	return strings.Join(pairs, ",")
}

// text ends the format.
func (m *metrics) text() []byte {
	m.b.WriteString("# EOF\n")
	return m.b.Bytes()
}
