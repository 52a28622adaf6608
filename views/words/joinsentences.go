package words

import "fyne.io/fyne/v2/lang"

// Sentences puts one sentence after another, as the language in use does.
func Sentences(first, second string) string {
	return lang.L("{{.First}} {{.Second}}", map[string]any{"First": first, "Second": second})
}

// AndSay puts a sentence after a short confirmation, which has no full stop of its own.
func AndSay(confirmed, sentence string) string {
	return lang.L("{{.First}}. {{.Second}}", map[string]any{"First": confirmed, "Second": sentence})
}
