package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
)

// stored reports whether the keyring has a key's secret.
func (r *rig) stored(id string) bool {
	r.store.mu.Lock()
	defer r.store.mu.Unlock()
	for name := range r.store.secrets {
		if strings.HasSuffix(name, id) {
			return true
		}
	}
	return false
}

func TestListThatIsCutSaysSoAndForgetsNothing(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 31})
	id := r.server.Keys()[28].ID
	r.selectKey(id, 0)
	r.press(fyne.KeyReturn)
	if !r.stored(id) {
		t.Fatal("the secret is not in the keyring")
	}
	r.server.SetFaults(demo.Faults{Match: demo.On("GET", "/accesskeys"), PageSize: 10, NoPaging: true})
	r.press(fyne.KeyF5)
	if got := r.warning(); len(r.listed()) != 10 || !strings.HasPrefix(got, "Showing 10 of 31 keys: the server sent no more.") {
		t.Errorf("%d keys, says %q", len(r.listed()), got)
	}
	if !r.stored(id) {
		t.Error("the secret of a key that was not sent is gone")
	}

	r.shortcut(keyshortcuts.New())
	r.wantSaid("The key was created, but isn't in the part of the list that the server sent.")
	if n := len(r.server.Keys()); n != 32 {
		t.Errorf("%d keys", n)
	}

	r.server.SetFaults(demo.Faults{Match: demo.On("GET", "/accesskeys"), PageSize: 10})
	r.press(fyne.KeyF5)
	if got := r.warning(); len(r.listed()) != 32 || got != "" || !r.stored(id) {
		t.Errorf("%d keys in pages, says %q, the secret is kept: %v", len(r.listed()), got, r.stored(id))
	}
}

func TestEmptyPartOfAListIsNotNoKeys(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 3})
	r.server.SetFaults(demo.Faults{Match: demo.On("GET", "/accesskeys"), PageSize: -1})
	r.press(fyne.KeyF5)
	if got := r.message(); got != "The server sent no access keys. Reload in a moment." {
		t.Errorf("shows %q", got)
	}
}

func TestUnreadableKeyHasDetailsAlone(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyReturn)
	r.server.SetFaults(demo.Faults{Match: demo.On("GET", "/accesskeys"), Garbled: id})
	r.press(fyne.KeyF5)
	if got := r.warning(); !strings.HasPrefix(got, "1 key couldn't be read.") {
		t.Errorf("says %q", got)
	}
	k, ok := r.listedKey(id)
	if !ok || k.State != client.StateUnreadable {
		t.Fatalf("listed: %v, %s", ok, k.State)
	}
	if !r.stored(id) || r.revealed(id) {
		t.Errorf("in the keyring: %v, shown: %v", r.stored(id), r.revealed(id))
	}
	shown := r.rowOf(id)
	for _, l := range []*control.Link{shown.Links.Show, shown.Links.Copy, shown.Links.State, shown.Links.Delete} {
		if l.Label.Text != "" {
			t.Errorf("the row offers %q", l.Label.Text)
		}
	}
	offered := r.menuOf(k.ID)
	if !slices.Equal(offered, []string{"Copy Access Key ID, Ctrl+Shift+C", "Details, Ctrl+I", "Label and Note, F2"}) {
		t.Errorf("the menu offers %q", offered)
	}

	before := r.requests()
	r.selectKey(id, 0)
	r.press(fyne.KeyReturn, fyne.KeyDelete)
	r.shortcut(&fyne.ShortcutCopy{})
	r.shortcut(keyshortcuts.ToggleState())
	if n := r.requests() - before; n != 0 || r.dialogOpen() || r.clip.Held() {
		t.Errorf("by keyboard: %d requests, a dialog: %v, on the clipboard: %v", n, r.dialogOpen(), r.clip.Held())
	}
	r.wantSaid("data on this key couldn't be read")
	r.shortcut(keyshortcuts.Details())
	r.says("State", "Unreadable")
}
