package words

import "fyne.io/fyne/v2/lang"

// Sentences puts one sentence after another, as the language in use does.
func Sentences(first, second string) string {
	return lang.L("{{.First}} {{.Second}}", map[string]any{"First": first, "Second": second})
}
