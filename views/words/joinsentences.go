package words

import (
	"strings"

	"fyne.io/fyne/v2/lang"
)

// Sentences joins two sentences as usual in the current language. Either may be empty.
func Sentences(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return lang.L("{{.First}} {{.Second}}", map[string]any{"First": first, "Second": second})
}

// List joins the items of a list in a sentence.
func List(items []string) string { return strings.Join(items, lang.X("list.separator", ", ")) }

// AndSay joins a short confirmation, which has no full stop, and a sentence.
func AndSay(confirmed, sentence string) string {
	return lang.L("{{.First}}. {{.Second}}", map[string]any{"First": confirmed, "Second": sentence})
}
