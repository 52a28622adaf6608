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

// forOneKey has the commands of the keyboard that act on one key.
func (r *rig) forOneKey() map[string]func() {
	return map[string]func(){
		"Enter":      func() { r.press(fyne.KeyReturn) },
		"F2":         func() { r.press(fyne.KeyF2) },
		"Ctrl+C":     func() { r.shortcut(&fyne.ShortcutCopy{}) },
		"Ctrl+K":     func() { r.shortcut(keyshortcuts.CopyAs()) },
		"Ctrl+I":     func() { r.shortcut(keyshortcuts.Details()) },
		"replacing":  func() { r.shortcut(keyshortcuts.Replace()) },
		"a reminder": func() { r.shortcut(keyshortcuts.Reminder()) },
	}
}

func TestCommandForOneKeyOnlySaysSoWhileOthersAreSelected(t *testing.T) {
	for name, c := range map[string]struct {
		choose func(r *rig, a, b string)
		says   string
	}{
		"two, the cursor on one": {func(r *rig, a, b string) { r.tick(a); r.tick(b) }, "This works on one key, and 2 are selected. Esc clears"},
		"one, the cursor apart": {func(r *rig, a, b string) {
			r.tick(a)
			r.list().Present(b)
		}, "The cursor is not on the selected key. Esc clears"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			a, b := r.idInState(client.StateEnabled, true), r.idInState(client.StateEnabled, false)
			for key, press := range r.forOneKey() {
				r.toastsGone()
				c.choose(r, a, b)
				selected, asked := r.selected(), r.asked("GET", "")
				press()
				if !r.toldOf(c.says) || r.dialogOpen() || r.replacing() || r.asked("GET", "") != asked || r.shownSecrets() > 0 || !r.clip.secret.IsZero() {
					t.Errorf("%s: it says %q, a dialog is open: %v", key, r.said(), r.dialogOpen())
				}
				if !slices.Equal(r.selected(), selected) {
					t.Errorf("%s: then %q are selected, not %q", key, r.selected(), selected)
				}
				r.press(fyne.KeyEscape)
				if !slices.Equal(r.selected(), []string{b}) {
					t.Errorf("%s: after Escape, %q are selected", key, r.selected())
				}
			}
			press := r.forOneKey()["Ctrl+C"]
			if press(); !r.clip.secret.Equal(r.server.SecretOf(b)) {
				t.Error("after Escape, Ctrl+C does not copy the secret at the cursor")
			}
		})
	}
}

func TestLinkOfARowMeansItsKeyWhileOthersAreSelected(t *testing.T) {
	r := newRig(t, demo.Options{})
	a, b := r.idInState(client.StateEnabled, true), r.idInState(client.StateDisabled, false)
	r.tick(a)
	r.tick(r.idInState(client.StateEnabled, false))
	for _, link := range []func() *control.Link{
		func() *control.Link { return r.rowOf(b).Links.Copy },
		func() *control.Link { return r.rowOf(b).Links.More },
	} {
		l := link()
		l.MouseDown(nil)
		l.Tapped(nil)
	}
	r.pick("Details, Ctrl+I")
	r.says("Access Key", b)
	if !r.clip.secret.Equal(r.server.SecretOf(b)) {
		t.Error("Copy does not copy the secret of its row")
	}
}

func TestIDsOfAllSelectedKeysAreCopied(t *testing.T) {
	r := newRig(t, demo.Options{})
	ids := []string{r.ids()[0], r.ids()[2], r.ids()[3]}
	for _, id := range []string{ids[2], ids[0], ids[1]} {
		r.tick(id)
	}
	for name, copyThem := range map[string]func(){
		"Ctrl+Shift+C": func() { r.shortcut(keyshortcuts.CopyID()) },
		"the menu":     func() { r.press("Menu"); r.pick("Copy 3 Access Key IDs") },
	} {
		r.toastsGone()
		fyne.CurrentApp().Clipboard().SetContent("")
		copyThem()
		if got := fyne.CurrentApp().Clipboard().Content(); got != strings.Join(ids, "\n") || !r.toldOf("Copied 3 access key IDs") {
			t.Errorf("%s: copied %q, said %q", name, got, r.said())
		}
	}
}

// A single key may be ticked while the cursor is elsewhere, such as on a key that was just created.
func TestCommandForTheSelectionMeansTheTickedKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	ticked, cursor := r.idInState(client.StateDisabled, false), r.idInState(client.StateEnabled, false)
	r.tick(ticked)
	r.list().Present(cursor)
	r.shortcut(keyshortcuts.CopyID())
	if got := fyne.CurrentApp().Clipboard().Content(); got != ticked {
		t.Errorf("the ID of %q is copied, not of %q", got, ticked)
	}
	r.press(fyne.KeyDelete)
	if !r.dialogReads(ticked) || r.dialogReads(cursor) {
		t.Errorf("Delete asks %q", r.read())
	}
	r.closeDialog()
	r.shortcut(keyshortcuts.ToggleState())
	if k, _ := r.listedKey(ticked); k.State != client.StateEnabled {
		t.Errorf("Ctrl+E leaves it %s", k.State)
	}
	r.list().Present(cursor)
	r.press("Menu")
	if items := r.menu(); !slices.Contains(items, "Details, Ctrl+I") || r.cursor() != ticked {
		t.Errorf("the menu, of %q, has %q", r.cursor(), items)
	}
}

func TestEscapeClearsTheSelectionFromAnyControlOfTheTab(t *testing.T) {
	r := newRig(t, demo.Options{})
	for name, on := range map[string]fyne.Focusable{"the list": r.list(), "the header": r.header(), "New": r.keysButton("New")} {
		r.tick(r.ids()[0])
		r.tick(r.ids()[1])
		r.canvas().Focus(on)
		r.press(fyne.KeyEscape)
		if r.list().Selection.AnyMarked() {
			t.Errorf("on %s, Escape leaves keys selected", name)
			r.list().SelectNone()
		}
	}
}
