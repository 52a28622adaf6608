package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
)

// A date in a chip is found as it is shown.
func TestTheFilterFindsDatesOfChips(t *testing.T) {
	for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
		r := expiringRig(t, demo.Options{})
		r.chooseLanguage(language)
		id := r.enabledKeys()[0]
		r.endsIn(0, id)
		shown := r.now.Add(30 * time.Minute).Local().Format(time.DateTime)
		r.hold = true // what the server says does not matter
		r.sleep(time.Hour)
		r.pass(autorefresh.TickPause)
		if !strings.Contains(r.chip(id), shown) {
			t.Fatalf("it says %q", r.chip(id))
		}
		r.filter().SetText(shown)
		if got := r.ids(); !slices.Equal(got, []string{id}) {
			t.Errorf("%s: it finds %q", shown, got)
		}
	}
}
