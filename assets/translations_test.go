package assets

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestEveryStringIsTranslated(t *testing.T) {
	used := usedStrings(t)
	if len(used) < 50 {
		t.Fatalf("found only %d strings: is the search broken?", len(used))
	}
	for file, needed := range map[string]func(plural bool) bool{
		"zh-Hans.json": func(bool) bool { return true },
		"en.json":      func(plural bool) bool { return plural }, // the code has the others
	} {
		have := translations(t, file)
		for s, plural := range used {
			if needed(plural) && have[s] == nil {
				t.Errorf("%s lacks %q", file, s)
			}
		}
		for s := range have {
			if plural, ok := used[s]; !ok || !needed(plural) {
				t.Errorf("%s has %q, which nothing uses", file, s)
			}
		}
	}
}

func translations(t *testing.T, file string) map[string]any {
	t.Helper()
	data, err := Translations.ReadFile("translations/" + file)
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]any{}
	if err := json.Unmarshal(data, &have); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if keys := regexp.MustCompile(`(?m)^  "[^"]*`).FindAllString(string(data), -1); !slices.IsSorted(keys) || len(keys) != len(have) {
		t.Errorf("%s is not sorted by key", file)
	}
	return have
}

// usedStrings is what the views hand to lang, which must be literals to be found, and whether it has a plural.
func usedStrings(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	err := filepath.WalkDir("../views", func(name string, entry fs.DirEntry, err error) error {
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
			if s, plural, ok := translated(t, n); ok {
				used[s] = plural
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return used
}

func translated(t *testing.T, n ast.Node) (text string, plural, ok bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return "", false, false
	}
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", false, false
	}
	if pkg, ok := fun.X.(*ast.Ident); !ok || pkg.Name != "lang" || fun.Sel.Name == "AddTranslationsFS" || len(call.Args) == 0 {
		return "", false, false
	}
	literal, ok := call.Args[0].(*ast.BasicLit)
	if !ok {
		t.Errorf("lang.%s with something that is no literal", fun.Sel.Name)
		return "", false, false
	}
	s, err := strconv.Unquote(literal.Value)
	if err != nil {
		t.Fatal(err)
	}
	return s, fun.Sel.Name == "N", true
}

// A key's name in Chinese may end in a full-width bracket, which has its own room.
func TestChineseCalendarSummaryHasNoStrayBlank(t *testing.T) {
	text, _ := translations(t, "zh-Hans.json")["Access key {{.Name}} expires"].(string)
	if summary := strings.ReplaceAll(text, "{{.Name}}", "夜间备份（…3CyJnq）"); text == "" || strings.Contains(summary, "） ") {
		t.Errorf("the summary is %q", summary)
	}
}

// The name of a choice says that its value is a time that passes first, and not how long a state lasts.
func TestChineseNamesOfTimesSayAfter(t *testing.T) {
	for text, translation := range translations(t, "zh-Hans.json") {
		if said, _ := translation.(string); strings.HasSuffix(text, " after") && !strings.Contains(said, "多久") {
			t.Errorf("%q is translated as %q", text, said)
		}
	}
}

func TestTranslationEndsInAStopWhereTheTextDoes(t *testing.T) {
	for text, translation := range translations(t, "zh-Hans.json") {
		if plural, ok := translation.(map[string]any); ok {
			translation = plural["other"]
		}
		if said := translation.(string); strings.HasSuffix(text, ".") != strings.HasSuffix(said, "。") {
			t.Errorf("%q is translated as %q", text, said)
		}
	}
}

// The app speaks of itself as "the app". One sentence, whose English an issue gives, says "we".
func TestTheAppDoesNotSayWe(t *testing.T) {
	we := regexp.MustCompile(`(?i)\b(we|we'll|us|our|ours)\b`)
	const given = "The server didn't confirm the new key, and it isn't listed. You can try again; the app tells you if the first one appears."
	for english, chinese := range translations(t, "zh-Hans.json") {
		if we.MatchString(english) && english != given || strings.Contains(fmt.Sprint(chinese), "我们") {
			t.Errorf("%q: %q", english, chinese)
		}
	}
}

// The title of the window is Chinese, so that another name would be another program's.
func TestTheAppHasOneNameInChinese(t *testing.T) {
	for english, chinese := range translations(t, "zh-Hans.json") {
		if strings.Contains(fmt.Sprint(chinese), "Access Keys") {
			t.Errorf("%q: %q", english, chinese)
		}
	}
}

// A time may begin with 昨天, and what is on the clipboard with 一次性令牌.
func TestChineseHasNoBlankBeforeWhatMayBeChinese(t *testing.T) {
	stray := regexp.MustCompile(`\p{Han} \{\{\.Since\}\}|剪贴板中的 \{\{\.Name`)
	for english, chinese := range translations(t, "zh-Hans.json") {
		if stray.MatchString(fmt.Sprint(chinese)) {
			t.Errorf("%q: %q", english, chinese)
		}
	}
}
