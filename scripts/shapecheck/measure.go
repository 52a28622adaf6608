package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// size is how large one part of the program is; kind is its key in bounds.
type size struct {
	part, kind string
	n          int
}

type goImport struct{ file, from, to string }

type goPackage struct {
	lines, files int
	types        map[string]*goType
}

// goType is what the files of a package say about one of its types, for all systems together.
type goType struct{ fields, methods, embedded map[string]bool }

func newGoType() *goType {
	return &goType{map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

// measure reads the Go files below root.
func measure(root string) (sizes []size, imports []goImport, err error) {
	packages := map[string]*goPackage{}
	files := os.DirFS(root)
	err = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (base[0] == '.' || base == "testdata" || base == "build"):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		source, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		folder, lines := path.Dir(name), bytes.Count(source, []byte("\n"))
		sizes = append(sizes, size{name, "file lines", lines})
		for _, spec := range parsed.Imports {
			imports = append(imports, goImport{name, folder, strings.TrimPrefix(strings.Trim(spec.Path.Value, "\"`"), module+"/")})
		}
		if strings.HasSuffix(name, "_test.go") {
			return nil
		}
		if packages[folder] == nil {
			packages[folder] = &goPackage{types: map[string]*goType{}}
		}
		packages[folder].add(parsed, lines)
		return nil
	})
	for folder, p := range packages {
		sizes = append(sizes, p.sizes(folder)...)
	}
	return sizes, imports, err
}

func (p *goPackage) add(file *ast.File, lines int) {
	p.files++
	p.lines += lines
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.FuncDecl:
			if n.Recv != nil {
				p.typeNamed(typeName(n.Recv.List[0].Type)).methods[n.Name.Name] = true
			}
		case *ast.TypeSpec:
			t := p.typeNamed(n.Name.Name)
			switch literal := n.Type.(type) {
			case *ast.StructType:
				t.add(t.fields, literal.Fields)
			case *ast.InterfaceType:
				t.add(t.methods, literal.Methods)
			}
		}
		return true
	})
}

func (p *goPackage) typeNamed(name string) *goType {
	if p.types[name] == nil {
		p.types[name] = newGoType()
	}
	return p.types[name]
}

func (t *goType) add(members map[string]bool, list *ast.FieldList) {
	for _, member := range list.List {
		for _, name := range member.Names {
			members[name.Name] = true
		}
		if member.Names == nil {
			members["embedded "+typeName(member.Type)] = true
			t.embedded[typeName(member.Type)] = true
		}
	}
}

// typeName is the name of an embedded type or a receiver, without its pointer and type parameters.
func typeName(e ast.Expr) string {
	name, _, _ := strings.Cut(strings.TrimLeft(types.ExprString(e), "*"), "[")
	return name
}

func (p *goPackage) sizes(folder string) []size {
	sizes := []size{{folder, "package lines", p.lines}, {folder, "package files", p.files}}
	for name := range p.types {
		all := newGoType()
		p.collect(name, all)
		part := folder + "." + name
		sizes = append(sizes, size{part, "type fields", len(all.fields)}, size{part, "type methods", len(all.methods)})
	}
	return sizes
}

// collect adds to all what the type has, and what it has by embedding types of its package.
func (p *goPackage) collect(name string, all *goType) {
	t := p.types[name]
	if t == nil || all.embedded[name] {
		return
	}
	all.embedded[name] = true
	maps.Copy(all.fields, t.fields)
	maps.Copy(all.methods, t.methods)
	for embedded := range t.embedded {
		p.collect(embedded, all)
	}
}
