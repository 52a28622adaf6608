package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// linksWidth returns the width of the links beside a secret, including the gaps before them.
func linksWidth() float32 {
	return secretGap + showWidth() + style.LinkGap + widestWord(lang.L("Copy"))
}

// linksBeforeMore returns the width of the links that change a key, including the gap after them.
func linksBeforeMore() float32 {
	return toggleWidth() + style.LinkGap + widestWord(lang.L("Delete")) + moreGap
}

// toggleWidth returns the width of the link that changes a key's state.
func toggleWidth() float32 { return widestWord(lang.L("Disable"), lang.L("Enable")) }

func showWidth() float32 { return widestWord(lang.L("Show"), lang.L("Hide")) }

func widestWord(words ...string) float32 {
	w := float32(0)
	for _, s := range words {
		w = max(w, style.Measure(s, style.SizeText, fyne.TextStyle{}))
	}
	return w
}

// StateWords returns the names of all states.
func StateWords() []string {
	var names []string
	for _, s := range keys.States() {
		names = append(names, words.StateName(s))
	}
	return names
}
