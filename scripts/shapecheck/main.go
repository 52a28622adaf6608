// Shapecheck fails where a part of the program is larger than its bound, or an import runs the wrong way. The bounds,
// the layers and the exceptions are in rules.go. It runs at the top of the repository.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

const rulesFile = "scripts/shapecheck/rules.go"

func main() {
	problems, err := check(".", sizeExceptions, importExceptions)
	if err != nil {
		fmt.Fprintln(os.Stderr, "shapecheck:", err)
		os.Exit(2)
	}
	if len(problems) > 0 {
		fmt.Fprintln(os.Stderr, strings.Join(problems, "\n"))
		os.Exit(1)
	}
}

func check(root string, sizesAllowed map[string]int, importsAllowed map[string]string) ([]string, error) {
	sizes, imports, err := measure(root)
	if err != nil {
		return nil, err
	}
	problems := slices.Concat(checkSizes(sizes, sizesAllowed), checkImports(imports, importsAllowed))
	slices.Sort(problems)
	return slices.Compact(problems), nil
}

func checkSizes(sizes []size, allowed map[string]int) (problems []string) {
	needed := map[string]bool{}
	for _, s := range sizes {
		bound := bounds[s.kind]
		if s.n <= bound {
			continue
		}
		_, measure, _ := strings.Cut(s.kind, " ")
		key := s.part + " " + measure
		needed[key] = true
		if now, excepted := allowed[key]; !excepted {
			problems = append(problems, fmt.Sprintf("%s: %d %s; the bound is %d", s.part, s.n, measure, bound))
		} else if s.n > now {
			problems = append(problems, fmt.Sprintf("%s: %d %s; the bound is %d, and the exception ends at %d",
				s.part, s.n, measure, bound, now))
		}
	}
	return append(problems, unneeded(allowed, needed)...)
}

func checkImports(imports []goImport, allowed map[string]string) (problems []string) {
	needed := map[string]bool{}
	for _, i := range imports {
		if layerOf(i.from) < 0 {
			problems = append(problems, fmt.Sprintf("%s: give it a place in the layers in %s", i.from, rulesFile))
			continue
		}
		why := fault(i)
		if why == "" {
			continue
		}
		key := i.from + " -> " + i.to
		needed[key] = true
		if allowed[key] == "" {
			problems = append(problems, fmt.Sprintf("%s: imports %s; %s", i.file, i.to, why))
		}
	}
	return append(problems, unneeded(allowed, needed)...)
}

func unneeded[V any](allowed map[string]V, needed map[string]bool) (problems []string) {
	for key := range allowed {
		if !needed[key] {
			problems = append(problems, fmt.Sprintf("%s: delete the exception %q, which nothing needs any more", rulesFile, key))
		}
	}
	return problems
}

// fault says which rule an import breaks, or "" if none.
func fault(i goImport) string {
	for _, b := range bans {
		if matches(b.from, i.from) && matches(b.to, i.to) {
			return b.why
		}
	}
	from, to := layerOf(i.from), layerOf(i.to)
	inTest := strings.HasSuffix(i.file, "_test.go")
	switch {
	case to < 0, from < to, i.from == i.to, from == to && strings.HasPrefix(layers[from], "= "):
		return ""
	case inTest && matches(forTests, i.to):
		return ""
	}
	return "the layers in " + rulesFile + " allow no such import"
}

// layerOf is the line of layers in which a package is, or -1.
func layerOf(name string) int {
	return slices.IndexFunc(layers, func(layer string) bool { return matches(layer, name) })
}

func matches(patterns, name string) bool {
	return slices.ContainsFunc(strings.Fields(patterns), func(pattern string) bool {
		folder, below := strings.CutSuffix(pattern, "/...")
		return name == folder || below && strings.HasPrefix(name, folder+"/")
	})
}
