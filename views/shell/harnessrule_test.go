package shell

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// What tests know of the window's parts has to change with them.
func TestOnlyTheHarnessLooksIntoTheWindow(t *testing.T) {
	names, err := filepath.Glob("*_test.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no tests are found: %v", err)
	}
	files := token.NewFileSet()
	for _, name := range names {
		if strings.HasPrefix(name, "harness") {
			continue
		}
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "w" {
				t.Errorf("%s looks into the window; let a method in a file harness*_test.go do that", files.Position(s.Pos()))
			}
			return true
		})
	}
}
