package accounts

import (
	"testing"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/assets"
)

func TestSentenceNamesAFewAccountsAndCountsTheRest(t *testing.T) {
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		t.Fatal(err)
	}
	var all []settings.Account
	for _, name := range []string{"A", "B", "C", "D", "E", "F", "G", "H", "I"} {
		all = append(all, settings.Account{ID: name, Name: name})
	}
	for count, want := range map[int]string{
		1: "A",
		2: "A, B",
		4: "A, B, C, D",
		5: "A, B, C and 2 other accounts",
		9: "A, B, C and 6 other accounts",
	} {
		if got := names(all[:count], all); got != want {
			t.Errorf("%d: %s", count, got)
		}
	}
}
