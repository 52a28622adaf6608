package shell

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
)

// A date in a chip is found as it is shown, and without the spaces that it has in Chinese.
func TestTheFilterFindsChineseDatesOfChips(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	r.chooseLanguage(settings.LanguageChinese)
	id := r.enabledKeys()[0]
	r.endsIn(0, id)
	at := r.now.Add(30 * time.Minute).Local()
	r.hold = true // what the server says does not matter
	r.sleep(time.Hour)
	r.pass(autorefresh.TickPause)
	shown := fmt.Sprintf("%d 月 %d 日", at.Month(), at.Day())
	if !strings.Contains(r.chip(id), shown) {
		t.Fatalf("it says %q", r.chip(id))
	}
	for _, text := range []string{shown, "已于 " + shown, strings.ReplaceAll(shown, " ", "") + " 过期"} {
		r.filter().SetText(text)
		if got := r.ids(); !slices.Equal(got, []string{id}) {
			t.Errorf("%s: it finds %q", text, got)
		}
	}
}
