package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	const harmless = "package p\n"
	for name, tt := range map[string]struct {
		files   map[string]string
		sizes   map[string]int
		imports map[string]string
		want    []string
	}{
		"nothing wrong": {files: map[string]string{"app/a.go": harmless, "main.go": importing("accesskeys/app")}},
		"long file":     {files: map[string]string{"app/a.go": lines(401)}, want: []string{"app/a.go: 401 lines; the bound is 400"}},
		"long test": {files: map[string]string{"app/a_test.go": lines(401)},
			want: []string{"app/a_test.go: 401 lines; the bound is 400"}},
		"many lines": {files: numbered("app/%d.go", 8, lines(400)), want: []string{"app: 3200 lines; the bound is 3000"}},
		"many files": {files: numbered("app/%d.go", 41, harmless), want: []string{"app: 41 files; the bound is 40"}},
		"many tests": {files: numbered("app/%d_test.go", 41, lines(400))},
		"many fields": {files: map[string]string{"app/a.go": "package p\ntype s struct {" + each("f%d int; ", 21) + "}\n"},
			want: []string{"app.s: 21 fields; the bound is 20"}},
		"fields in one line": {files: map[string]string{"app/a.go": "package p\ntype s struct { " + each("f%d, ", 20) + "last int }\n"},
			want: []string{"app.s: 21 fields; the bound is 20"}},
		"embedded fields": {files: map[string]string{
			"app/a.go": "package p\ntype s struct { *part; other.Part; " + each("f%d int; ", 18) + "}\n",
			"app/b.go": "package p\ntype part struct { last int }\n"},
			want: []string{"app.s: 21 fields; the bound is 20"}},
		"many methods": {files: map[string]string{
			"app/a.go": "package p\ntype s[T any] struct{}\n" + each("func (s[T]) f%d() {}\n", 30),
			"app/b.go": "package p\nfunc (x *s[T]) last() {}\n"},
			want: []string{"app.s: 31 methods; the bound is 30"}},
		"a system's own": {files: map[string]string{
			"app/a_linux.go":   "package p\ntype s struct{}\n" + each("func (s) f%d() {}\n", 30),
			"app/a_windows.go": "package p\ntype s struct{}\n" + each("func (s) f%d() {}\n", 30)}},
		"large interface": {files: map[string]string{"app/a.go": "package p\ntype i interface {\n" + each("f%d()\n", 31) + "}\n"},
			want: []string{"app.i: 31 methods; the bound is 30"}},
		"what is left out": {files: map[string]string{".git/a.go": lines(401), "app/testdata/a.go": lines(401), "build/a.go": "no Go"}},

		"upwards": {files: map[string]string{"app/store/a.go": importing("accesskeys/app/keys")},
			want: []string{"app/store/a.go: imports app/keys; the layers in scripts/shapecheck/rules.go allow no such import"}},
		"sideways": {files: map[string]string{"views/about/a.go": importing("accesskeys/views/signin")},
			want: []string{"views/about/a.go: imports views/signin; the layers in scripts/shapecheck/rules.go allow no such import"}},
		"sideways in the kit": {files: map[string]string{"views/kit/a/a.go": importing("accesskeys/views/kit/b")}},
		"kit to app": {files: map[string]string{"views/kit/a/a.go": importing("accesskeys/app/keys")},
			want: []string{"views/kit/a/a.go: imports app/keys; the kit does not know what an access key is"}},
		"client to views": {files: map[string]string{"client/a.go": importing("accesskeys/views/words")},
			want: []string{"client/a.go: imports views/words; the layers in scripts/shapecheck/rules.go allow no such import"}},
		"app to the toolkit": {files: map[string]string{"app/keys/a.go": importing("fyne.io/fyne/v2/widget")},
			want: []string{"app/keys/a.go: imports fyne.io/fyne/v2/widget; only views knows the toolkit"}},
		"a test's back end": {files: map[string]string{"client/a_test.go": importing("accesskeys/client/demo")}},
		"the same, not in a test": {files: map[string]string{"client/a.go": importing("accesskeys/client/demo")},
			want: []string{"client/a.go: imports client/demo; the layers in scripts/shapecheck/rules.go allow no such import"}},
		"a package that nobody placed": {files: map[string]string{
			"views/new/a.go": importing("accesskeys/app"), "views/new/b.go": importing("io")},
			want: []string{"views/new: give it a place in the layers in scripts/shapecheck/rules.go"}},

		"exceptions that are needed": {
			files: map[string]string{"app/a.go": lines(401), "client/a.go": importing("accesskeys/app")},
			sizes: map[string]int{"app/a.go lines": 401}, imports: map[string]string{"client -> app": "why"}},
		"an exception that is outgrown": {files: map[string]string{"app/a.go": lines(403)}, sizes: map[string]int{"app/a.go lines": 402},
			want: []string{"app/a.go: 403 lines; the bound is 400, and the exception ends at 402"}},
		"exceptions that nothing needs": {
			files: map[string]string{"app/a.go": lines(400)},
			sizes: map[string]int{"app/a.go lines": 401}, imports: map[string]string{"client -> app": "why"},
			want: []string{
				`scripts/shapecheck/rules.go: delete the exception "app/a.go lines", which nothing needs any more`,
				`scripts/shapecheck/rules.go: delete the exception "client -> app", which nothing needs any more`}},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			for file, text := range tt.files {
				write(t, filepath.Join(root, file), text)
			}
			got, err := check(root, tt.sizes, tt.imports)
			if err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("got %q, %v\nwant %q", got, err, tt.want)
			}
		})
	}
}

func TestFileThatIsNoGo(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "app", "a.go"), "packing p")
	if _, err := check(root, nil, nil); err == nil || !strings.Contains(err.Error(), "a.go:1:1") {
		t.Errorf("error is %v", err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func importing(path string) string { return fmt.Sprintf("package p\nimport _ %q\n", path) }

func lines(n int) string { return "package p\n" + strings.Repeat("\n", n-1) }

// each is format n times, with the numbers from 0.
func each(format string, n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, format, i)
	}
	return all.String()
}

func numbered(format string, n int, text string) map[string]string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf(format, i)] = text
	}
	return files
}
