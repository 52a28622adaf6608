package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

// TestReloadStaysOnThePage reads the list from other tabs, where only a message can tell how that went.
func TestReloadStaysOnThePage(t *testing.T) {
	for _, tab := range []string{"Account", "Preferences"} {
		r := newRig(t, demo.Options{})
		r.tab(tab).OnTapped()
		before := r.asked("GET", "/accesskeys")
		r.press(fyne.KeyF5)
		if r.tabShown() != tab || r.asked("GET", "/accesskeys") == before || !r.toldOf("The list of access keys is up to date.") {
			t.Errorf("%s: shown is %s, and it says %q", tab, r.tabShown(), r.said())
		}
		r.server.SetFaults(demo.Faults{Status: 500})
		r.press(fyne.KeyF5)
		if said := strings.Join(r.said(), " "); r.tabShown() != tab || strings.Contains(said, "up to date") || !strings.Contains(said, "Couldn't load the access keys.") {
			t.Errorf("%s: where that fails, shown is %s, and it says %q", tab, r.tabShown(), said)
		}
		r.server.SetFaults()
		r.press(fyne.KeyF5)
		if said := strings.Join(r.said(), " "); strings.Contains(said, "Couldn't") {
			t.Errorf("%s: it still says %q", tab, said)
		}
	}
}
