package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// A secret that came once the server is back would come on screen, or take the place of what the user has copied meanwhile,
// without a press.
func TestASecretThatCouldNotBeFetchedOfflineDoesNotComeLater(t *testing.T) {
	for name, press := range map[string]func(*rig){
		"show": func(r *rig) { r.press(fyne.KeyReturn) },
		"copy": func(r *rig) { r.shortcut(&fyne.ShortcutCopy{}) },
	} {
		r, _ := offlineRig(t)
		id := r.idInState(client.StateDisabled, false)
		r.selectKey(id, 0)
		press(r)
		if !r.toldOf("isn't saved on this computer") {
			t.Errorf("%s: offline, it says %q", name, r.said())
		}
		r.find()
		r.reload()
		if r.revealed(id) || !r.clip.secret.IsZero() {
			t.Errorf("%s: back online, the secret is shown or copied", name)
		}
		if r.toldOf("isn't saved on this computer") {
			t.Errorf("%s: back online, it still says %q", name, r.said())
		}
	}
}

func TestASecretThatFailedAsTheServerWentDoesNotComeLater(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.server.SetFaults(demo.Faults{Drop: true})
	r.press(fyne.KeyReturn)
	r.find()
	r.reload()
	if r.revealed(id) || r.toldOf("Couldn't fetch") {
		t.Errorf("the secret is shown: %v; it says %q", r.revealed(id), r.said())
	}
}
