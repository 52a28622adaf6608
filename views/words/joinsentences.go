package words

import "fyne.io/fyne/v2/lang"

// Sentences joins two sentences as usual in the current language. The second may be empty.
func Sentences(first, second string) string {
	if second == "" {
		return first
	}
	return lang.L("{{.First}} {{.Second}}", map[string]any{"First": first, "Second": second})
}

// after joins two sentences of which the first may be empty.
func after(first, second string) string {
	if first == "" {
		return second
	}
	return Sentences(first, second)
}

// AndSay joins a short confirmation, which has no full stop, and a sentence.
func AndSay(confirmed, sentence string) string {
	return lang.L("{{.First}}. {{.Second}}", map[string]any{"First": confirmed, "Second": sentence})
}
