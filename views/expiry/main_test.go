package expiry

import (
	"os"
	"testing"

	"fyne.io/fyne/v2/lang"

	"accesskeys/assets"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
