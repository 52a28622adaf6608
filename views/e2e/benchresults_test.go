package e2e

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// samples are the measurements, by program and measure.
type samples map[sample][]float64

type sample struct{ name, measure string }

func (s samples) add(name, measure string, value float64) {
	at := sample{name, measure}
	s[at] = append(s[at], value)
}

func (s samples) median(at sample) float64 {
	sorted := slices.Sorted(slices.Values(s[at]))
	if len(sorted) == 0 {
		return 0
	}
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// target is the largest allowed median: a multiple of another median, or else a value.
type target struct {
	name, measure string
	base          sample
	most          float64 // 0: it is only told
}

// targets returns the lines of the table. The page took 109 and 187 ms to reload where the bare table took 45: half of that
// is 1.21 and 2.08 of the bare table.
func targets() []target {
	window := func(measure string) sample { return sample{bareWindow, measure} }
	table := func(measure string) sample { return sample{bareTable, measure} }
	list := []target{
		{bareTable, startTime, window(startTime), 0},
		{asyncMany, startTime, table(startTime), 0},
		{fewKeys, startTime, window(startTime), 1.35},
		{manyKeys, startTime, sample{fewKeys, startTime}, 1.05},
		{hugeKeys, startTime, window(startTime), 0},
		{twentyAccounts, startTime, sample{fewKeys, startTime}, 1.05},
		{fewKeys, startCPU, window(startCPU), 0},
		{manyKeys, startCPU, window(startCPU), 0},
		{twentyAccounts, startCPU, sample{fewKeys, startCPU}, 0},
		{firstTable, startTime, sample{firstBare, startTime}, 0},
		{firstDemo, startTime, sample{firstBare, startTime}, 1.35},
		{firstDemo, startCPU, sample{firstBare, startCPU}, 0},
		{bareTable, memorySize, window(memorySize), 0},
		{fewKeys, memorySize, window(memorySize), 1.15},
		{manyKeys, memorySize, window(memorySize), 1.35},
		{hugeKeys, memorySize, sample{}, 250},
		{bareTable, idleCPU, window(idleCPU), 0},
		{fewKeys, idleCPU, window(idleCPU), 1.15},
		{manyKeys, idleCPU, window(idleCPU), 1.15},
	}
	async := func(measure string) {
		for _, name := range []string{asyncTable, asyncMany} {
			list = append(list, target{name, measure, table(measure), 0})
		}
	}
	for _, measure := range []string{repaint, repaintCPU} {
		async(measure)
		list = append(list, target{fewKeys, measure, table(measure), 1.25}, target{manyKeys, measure, table(measure), 0})
	}
	async(reload)
	list = append(list, target{fewKeys, reload, table(reload), 1.21}, target{fewKeys, reload + framesAfter, sample{}, 1},
		target{manyKeys, reload, table(reload), 2.08}, target{manyKeys, reload + framesAfter, sample{}, 1})
	async(showLater)
	for _, measure := range []string{showFirst, showLater, hide, arrow, filterKey, questionFirst, question} {
		for _, name := range []string{fewKeys, manyKeys} {
			list = append(list, target{name, measure, table(showLater), 1.15}, target{name, measure + framesAfter, sample{}, 1})
		}
	}
	for _, measure := range []string{arrow, filterKey, question, endOfList} {
		list = append(list, target{hugeKeys, measure, sample{}, 100})
	}
	return list
}

// print writes the table, and how long the toolkit alone takes for the acts.
func (s samples) print(out io.Writer, rounds int) {
	fmt.Fprintf(out, "\nMedians of %d rounds, 1221x700. Without a base, a line is a value of its own.\n\n", rounds)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	defer w.Flush()
	fmt.Fprintln(w, "measure\tof\tvalue\tbase\tits value\tratio\tat most\t")
	for _, t := range targets() {
		if len(s[sample{t.name, t.measure}]) > 0 {
			fmt.Fprintln(w, s.line(t))
		}
	}
}

func (s samples) line(t target) string {
	value := s.median(sample{t.name, t.measure})
	line := fmt.Sprintf("%s\t%s\t%.1f\t", t.measure, t.name, value)
	if t.base == (sample{}) {
		line += "\t\t\t"
	} else {
		base := s.median(t.base)
		value /= base
		line += fmt.Sprintf("%s\t%.1f\t%.2f\t", t.base.name, base, value)
	}
	switch {
	case t.most == 0:
		return line + "\t"
	case value > t.most:
		return line + fmt.Sprintf("%.4g\tmissed", t.most)
	}
	return line + fmt.Sprintf("%.4g\tmet", t.most)
}
