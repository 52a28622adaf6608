package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

func TestShowingTheKeysThatExpireKeepsTheFilter(t *testing.T) {
	for state, during := range map[client.State]string{client.StateEnabled: "Enabled", client.StateDisabled: "All states"} {
		for _, end := range []string{"Show All", "Dismiss"} {
			r := expiringRig(t, demo.Options{})
			r.endsIn(20*day, r.enabledKeys()[0])
			states := onlyOne[*control.Choice](r)
			states.Choose(1 + slices.Index(keys.States(), state))
			r.typeInto(r.filter(), "AK")
			all, was := len(r.ids()), states.Selected
			r.tapButton("Show")
			if got := r.ids(); len(got) != 1 || states.Selected != during || r.filterEntry().Text != "" {
				t.Errorf("beside %s, it shows %q, with the filter %q of %q", state, got, r.filterEntry().Text, states.Selected)
			}
			r.tapButton(end)
			if got := r.ids(); len(got) != all || states.Selected != was || r.filterEntry().Text != "AK" {
				t.Errorf("after %s, it shows %d keys, not %d, with the filter %q of %q", end, len(got), all, r.filterEntry().Text, states.Selected)
			}
		}
	}
}

func TestReloadLeavesTheKeysThatExpireScrolledAsTheyAre(t *testing.T) {
	r := expiringRig(t, demo.Options{Keys: 30})
	r.setSize(fyne.NewSize(760, 480))
	for _, id := range r.enabledKeys()[:12] {
		r.endsIn(20*day, id)
	}
	r.tapButton("Show")
	r.scrollList(3, 0)
	was, _ := r.topRow()
	r.press(fyne.KeyF5)
	if top, _ := r.topRow(); top != was || was == r.listed()[0].ID {
		t.Errorf("scrolled to %v", r.list().GetScrollOffset())
	}
}
