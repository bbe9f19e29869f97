package questionnaire

import (
	"maps"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// outcomes reads the frame of a quadrant verdict. A questionnaire that extends another keeps the frame of that one, with
// the metrics that it still asks for.
func (f *file) outcomes(d *draft) *Outcomes {
	if d.Verdict != Quadrant {
		return nil
	}
	if f.parent != nil {
		return d.Outcomes.only(d)
	}
	f.top.Require("groups")
	o := &Outcomes{Quadrants: map[string]string{}, Benchmarks: map[string]Benchmark{}}
	f.groups(o)
	f.benchmarks(o)
	f.industries(o)
	f.limits(o)
	f.quadrants(o)
	f.sentences(o)
	return o
}

func (o *Outcomes) only(d *draft) *Outcomes {
	if o == nil {
		return nil
	}
	asked := func(id string) bool { return d.Question(id) != nil }
	kept := *o
	kept.Throughput = filter(o.Throughput, asked)
	kept.Stability = filter(o.Stability, asked)
	isAsked := func(test OutcomeTest) bool { return asked(test.Metric) }
	kept.FastTests, kept.StableTests = filter(o.FastTests, isAsked), filter(o.StableTests, isAsked)
	kept.Sentences = filter(o.Sentences, func(sentence OutcomeSentence) bool {
		return !slices.ContainsFunc(sentence.When, func(test OutcomeTest) bool { return !asked(test.Metric) })
	})
	kept.Benchmarks = maps.Clone(o.Benchmarks)
	maps.DeleteFunc(kept.Benchmarks, func(id string, _ Benchmark) bool {
		return id != "throughput" && id != "stability" && !asked(id)
	})
	return &kept
}

func (f *file) groups(o *Outcomes) {
	p := f.section("groups", "throughput", "stability")
	p.Require("throughput", "stability")
	home := map[string]string{}
	o.Throughput = f.group(p, "throughput", home)
	o.Stability = f.group(p, "stability", home)
}

// section reads a mapping at the top level.
func (f *file) section(key string, known ...string) part {
	node := f.top.Node(key)
	if node == nil || node.Kind == yamltree.Null {
		return part{reader: f.Reader}
	}
	return newPart(f.Reader, node, diag.Quote(key), known...)
}

// group reads the metrics of one group; home says in which group a metric already is.
func (f *file) group(p part, key string, home map[string]string) []string {
	var metrics []string
	for _, item := range p.Words(key) {
		id := item.Text
		if !f.questions.check(item.Pos, item.Length(), p.label+", "+diag.Quote(key), id) {
			continue
		}
		if home[id] != "" {
			f.Errorf(item.Pos, item.Length(), "duplicate-id", "keep a metric in one group", "%s: the metric %s is already in %s",
				p.label, diag.Quote(id), diag.Quote(home[id]))
			continue
		}
		home[id] = key
		metrics = append(metrics, id)
	}
	return metrics
}

func (f *file) benchmarks(o *Outcomes) {
	first := ""
	for _, entry := range f.top.node.Entries {
		year := yearOf("benchmark_", entry.Key)
		if year == 0 || entry.Value.Kind == yamltree.Null {
			continue
		}
		f.top.once("benchmark", first, entry)
		first, o.Year = entry.Key, year
		f.benchmark(o, entry)
	}
}

func (f *file) benchmark(o *Outcomes, entry yamltree.Entry) {
	label := diag.Quote(entry.Key)
	f.FieldsMatching(entry.Value, label, func(string) bool { return true })
	for _, metric := range entry.Value.Entries {
		if metric.Key != "throughput" && metric.Key != "stability" {
			f.questions.check(metric.KeyPos, metric.KeyLength(), label, metric.Key)
		}
		values := newPart(f.Reader, metric.Value, label+", "+diag.Quote(metric.Key), "mean", "sd")
		values.Require("mean", "sd")
		o.Benchmarks[metric.Key] = Benchmark{Mean: values.score("mean"), SD: values.score("sd")}
	}
}

func (f *file) quadrants(o *Outcomes) {
	p := f.section("quadrants", Quadrants()...)
	for _, id := range Quadrants() {
		if text := p.Text(id); text != "" {
			o.Quadrants[id] = text
		}
	}
}

// score reads a value on the scale 0..10.
func (p part) score(key string) *big.Rat {
	return p.between(key, 0, 10)
}

// Quadrants returns the ids of the quadrants, from fast and stable on.
func Quadrants() []string {
	return []string{"fast_stable", "fast_unstable", "slow_stable", "slow_unstable"}
}
