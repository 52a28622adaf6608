package views

import "fyne.io/fyne/v2/lang"

// sentences puts one sentence after another, as the language in use does.
func sentences(first, second string) string {
	return lang.L("{{.First}} {{.Second}}", map[string]any{"First": first, "Second": second})
}
