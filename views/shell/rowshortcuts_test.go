package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
)

func TestRowShortcutsWorkFromAHeaderOrAButton(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectKey(r.idInState(client.StateEnabled, false), 0)
	for name, on := range map[string]fyne.Focusable{"the header": r.header(), "New": r.keysButton("New")} {
		r.canvas().Focus(on)
		r.shortcut(keyshortcuts.ToggleState())
		if !r.reads("Disable") || !r.dialogOpen() {
			t.Errorf("on %s, Ctrl+E asks nothing", name)
		}
		r.closeDialog()
		for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyF2, desktop.KeyMenu} {
			r.canvas().Focus(on)
			r.press(key)
			if r.canvas().Overlays().Top() == nil {
				t.Errorf("on %s, %s opens nothing", name, key)
			}
			r.closeDialog()
		}
	}
}

func TestRowShortcutWithoutAKeySaysWhy(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.canvas().Focus(r.header())
	r.selectOnly("")
	r.shortcut(keyshortcuts.Details())
	if said := r.said(); !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, "No key is selected") }) {
		t.Errorf("it says %q", said)
	}
}

func TestShortcutForOneKeySaysThatTheFilterFindsNone(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.typeInto(r.filter(), "none has this")
	r.canvas().Focus(r.list())
	r.shortcut(keyshortcuts.Details())
	r.wantSaid("No access key matches the filter.")
}

func TestHintAboutSeveralSelectedGoesWithTheSelection(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectAll()
	r.shortcut(keyshortcuts.Details())
	r.wantSaid("This works on one key")
	r.press(fyne.KeyEscape)
	r.pass(time.Second)
	if said := r.said(); len(said) > 0 {
		t.Errorf("it still says %q", said)
	}
	r.selectAll()
	r.wantSaid("The key that this app is signed in with isn't selected.")
	r.press(fyne.KeyEscape)
	r.pass(time.Second)
	if said := r.said(); len(said) > 0 {
		t.Errorf("with nothing selected it says %q", said)
	}
}

func TestIDAndNoteAreCopiedFromTheDetails(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Text: "see the runbook"})
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Details())
	for _, want := range []string{id, "see the runbook"} {
		r.tapButton("Copy") // the first that does not say Copied
		if got := fyne.CurrentApp().Clipboard().Content(); got != want || !r.dialogReads("Copied") {
			t.Errorf("copied is %q, not %q", got, want)
		}
	}
}

func TestDeletedKeyThatIsLookedForIsOffered(t *testing.T) {
	r := newRig(t, demo.Options{})
	all := r.server.Keys()
	id := all[slices.IndexFunc(all, func(k client.AccessKey) bool { return k.State == client.StateDeleted })].ID
	r.typeInto(r.filter(), id)
	r.tapButton("Show Deleted")
	if got := r.ids(); !slices.Equal(got, []string{id}) || r.canvas().Focused() != r.list() {
		t.Errorf("shown are %q; the keyboard is at %T", got, r.canvas().Focused())
	}
}

func TestEnterInAnEmptyListDoesWhatTheButtonThereDoes(t *testing.T) {
	for name, empty := range map[string]func(r *rig){
		"a text is not found": func(r *rig) {
			r.typeInto(r.filter(), "nowhere")
			r.press(fyne.KeyReturn) // on to the list
		},
		"no key is in the state": func(r *rig) {
			r.elsewhere(keys.OpEnable, r.idInState(client.StateDisabled, false))
			r.page().Reload(false)
			onlyOne[*control.Choice](r).Choose(1 + slices.Index(keys.States(), client.StateDisabled))
			r.canvas().Focus(r.list())
		},
		"only deleted keys are found": func(r *rig) {
			r.typeInto(r.filter(), "deleted")
			r.press(fyne.KeyDown)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			empty(r)
			if len(r.ids()) != 0 {
				t.Fatalf("it shows %q", r.ids())
			}
			r.toastsGone()
			r.press(fyne.KeyReturn)
			if len(r.ids()) != 5 || r.filterEntry().Text != "" || len(r.said()) != 0 {
				t.Errorf("it shows %q; said %q", r.ids(), r.said())
			}
			r.press(fyne.KeyDown)
			if r.cursor() == "" {
				t.Error("the keyboard is on no key")
			}
		})
	}
}
