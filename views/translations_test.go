package views

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"accesskeys/assets"
)

func TestEveryStringIsTranslated(t *testing.T) {
	used := usedStrings(t)
	if len(used) < 50 {
		t.Fatalf("found only %d strings: is the search broken?", len(used))
	}
	for _, file := range []string{"en.json", "zh-Hans.json"} {
		have := translations(t, file)
		for _, s := range used {
			if have[s] == nil {
				t.Errorf("%s lacks %q", file, s)
			}
		}
		for s := range maps.Keys(have) {
			if !slices.Contains(used, s) {
				t.Errorf("%s has %q, which nothing uses", file, s)
			}
		}
	}
}

func translations(t *testing.T, file string) map[string]any {
	t.Helper()
	data, err := assets.Translations.ReadFile("translations/" + file)
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]any{}
	if err := json.Unmarshal(data, &have); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return have
}

// usedStrings is what this folder's packages hand to lang, which must be literals to be found.
func usedStrings(t *testing.T) []string {
	t.Helper()
	used := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := translated(t, n); ok {
				used[s] = true
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(used))
}

func translated(t *testing.T, n ast.Node) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	if pkg, ok := fun.X.(*ast.Ident); !ok || pkg.Name != "lang" || fun.Sel.Name == "AddTranslationsFS" || len(call.Args) == 0 {
		return "", false
	}
	literal, ok := call.Args[0].(*ast.BasicLit)
	if !ok {
		t.Errorf("lang.%s with something that is no literal", fun.Sel.Name)
		return "", false
	}
	s, err := strconv.Unquote(literal.Value)
	if err != nil {
		t.Fatal(err)
	}
	return s, true
}
