package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// offlineServerBack returns a rig that takes the server for unreachable, though it no longer is, with the cursor on a key of
// which the app has no secret.
func offlineServerBack(t *testing.T) (r *rig, id string) {
	t.Helper()
	r, _ = offlineRig(t)
	id = r.idInState(client.StateDisabled, false)
	r.selectKey(id, 0)
	r.find()
	return r, id
}

func TestASecretWantedOfflineComesOnceTheServerIsBack(t *testing.T) {
	r, id := offlineServerBack(t)
	r.press(fyne.KeyReturn)
	if !r.revealed(id) || r.toldOf("isn't saved on this computer") {
		t.Errorf("the secret is shown: %v; it says %q", r.revealed(id), r.said())
	}

	r, id = offlineServerBack(t)
	r.shortcut(&fyne.ShortcutCopy{})
	if !r.clip.secret.Equal(r.server.SecretOf(id)) || r.revealed(id) {
		t.Errorf("it is not copied, or it is shown; it says %q", r.said())
	}
	if said := strings.Join(r.said(), "\n"); strings.Contains(said, "isn't saved on this computer") {
		t.Errorf("it says %q", said)
	}
}

func TestASecretWantedOfflineDoesNotComeAsASurprise(t *testing.T) {
	for name, goOn := range map[string]func(*rig){
		"later":  func(r *rig) { r.pass(2 * time.Second) },
		"Escape": func(r *rig) { r.press(fyne.KeyEscape) },
		"lock":   func(r *rig) { r.lock(); r.unlockPlain() },
	} {
		r, id := offlineServerBack(t)
		r.lose()
		r.press(fyne.KeyReturn)
		goOn(r)
		r.find()
		r.reload()
		if r.revealed(id) {
			t.Errorf("%s: the secret is shown", name)
		}
		if name == "later" && r.toldOf("isn't saved on this computer") {
			t.Errorf("back online, it still says %q", r.said())
		}
	}
}

func TestASecretThatFailedAsTheServerWentComesOnceItIsBack(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.server.SetFaults(demo.Faults{Drop: true})
	r.press(fyne.KeyReturn)
	r.find()
	r.reload()
	if !r.revealed(id) {
		t.Errorf("it says %q", r.said())
	}
}
