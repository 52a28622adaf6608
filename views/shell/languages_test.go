package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/assets"
	"accesskeys/views/language"
)

// worded returns what a word of the toolkit's, one of ours, and the plurals and keyed strings come to.
func worded() [5]string {
	count := func(n int) string { return lang.N("{{.Count}} minutes", n, map[string]any{"Count": n}) }
	return [5]string{lang.L("Paste"), lang.L("Delete"), lang.X("state.enabled", "Enabled"), count(1), count(2)}
}

var (
	inEnglish = [5]string{"Paste", "Delete", "Enabled", "1 minute", "2 minutes"}
	inChinese = [5]string{"粘贴", "删除", "正常", "1 分钟", "2 分钟"}
)

func TestLanguageIsSwitchedBackAndForth(t *testing.T) {
	for _, c := range []struct {
		system string // as the environment says
		want   [5]string
	}{
		{"en_US.UTF-8", inEnglish},
		{"zh_CN.UTF-8", inChinese},
		{"zh_TW.UTF-8", inChinese},
		{"fr_FR.UTF-8", inEnglish},
		{"fr:zh_CN", inChinese},
		{"C", inEnglish},
		{"", inEnglish},
	} {
		t.Run(c.system, func(t *testing.T) {
			languages := languagesOf(t, c.system)
			for round := range 3 {
				for _, step := range []struct {
					choice settings.Language
					want   [5]string
				}{
					{settings.LanguageSystem, c.want}, {settings.LanguageChinese, inChinese}, {settings.LanguageEnglish, inEnglish},
					{settings.LanguageChinese, inChinese},
				} {
					languages.Use(languages.Resolve(step.choice))
					if got := worded(); got != step.want {
						t.Errorf("round %d, %q: %q", round, step.choice, got)
					}
				}
			}
		})
	}
}

// The toolkit looks for bold fonts only of the language that it takes for the system's.
func TestToolkitLooksForChineseFontsWhileTheWindowIsInChinese(t *testing.T) {
	languages := languagesOf(t, "en_US.UTF-8")
	for _, step := range []struct {
		choice settings.Language
		want   string
	}{{settings.LanguageChinese, "zh"}, {settings.LanguageSystem, "en"}, {settings.LanguageChinese, "zh"}, {settings.LanguageEnglish, "en"}} {
		languages.UseChoice(step.choice)
		if got := lang.SystemLocale().LanguageString(); !strings.HasPrefix(got, step.want) {
			t.Errorf("%q: it looks for those of %s", step.choice, got)
		}
	}
}

// languagesOf loads them as on a system in a language, until the test ends.
func languagesOf(t *testing.T, system string) *language.Catalogue {
	t.Helper()
	was := language.SystemLanguage()
	t.Setenv("LANGUAGE", system)
	t.Setenv("LC_ALL", system)
	t.Setenv("LANG", system)
	languages, err := language.Load(assets.Translations, canDraw)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { languages.Use(was) })
	return languages
}
