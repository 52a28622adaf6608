package shell

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/kit/text"
)

// accountLayouts are what the window can show where there are several accounts.
var accountLayouts = []layoutScene{
	{"accounts, list", fyne.Size{}, manyAccountsRig},
	{"accounts, menu", fyne.Size{}, func(t *testing.T) *rig {
		r := manyAccountsRig(t)
		r.atSize = func() {
			r.closeDialog()
			r.openAvatarMenu(fyne.NewPos(600, 40))
		}
		return r
	}},
	{"accounts, tab", fyne.Size{}, func(t *testing.T) *rig {
		r := manyAccountsRig(t)
		r.openAccount()
		return r
	}},
	{"accounts, question", fyne.Size{}, func(t *testing.T) *rig {
		r := manyAccountsRig(t)
		r.openAccount()
		r.askLogOut()
		return r
	}},
	{"accounts, form", fyne.Size{}, func(t *testing.T) *rig {
		r := manyAccountsRig(t)
		r.goTo(2)
		return r
	}},
	{"accounts, form over a sign-in that is not saved", fyne.Size{}, func(t *testing.T) *rig {
		r, _ := unkeptAside(t)
		return r
	}},
}

// manyAccountsRig returns a window with two accounts with long names, and more that ask for their secret.
func manyAccountsRig(t *testing.T) *rig {
	r := newAccountsRig(t, 2)
	r.app.Settings.Change(func(v *settings.Settings) {
		for i := range 18 {
			host := fmt.Sprintf("https://optimizer-%d.example.com", i)
			v.ListSignedOut(settings.SavedSession{Server: host, Endpoint: client.Endpoint{Base: host + "/api/v1"}, KeyID: "AK1"}, "", false)
		}
		for _, a := range v.Accounts {
			v.SetNameAndColour(a.ID, strings.Repeat("Wide name ", 4), a.Colour)
		}
	})
	r.goTo(0)
	return r
}

func TestMenuOfManyAccountsScrolls(t *testing.T) {
	r := manyAccountsRig(t)
	r.setSize(fyne.NewSize(480, 360))
	r.openAvatarMenu(fyne.NewPos(300, 40))
	for range len(r.avatarItems()) - 4 { // the lines are passed over, and the first has the keyboard
		r.press(fyne.KeyDown)
	}
	last := r.canvas().Focused()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last.(fyne.CanvasObject))
	if label := last.(fyne.Accessible).AccessibilityLabel(); label != "Log Out…" || at.Y < 0 || at.Y > 340 {
		t.Errorf("%s has the keyboard, at %v", label, at)
	}
	r.press(fyne.KeyHome)
	first := r.canvas().Focused()
	r.press(fyne.KeyEnd)
	if first == last || r.canvas().Focused() != last {
		t.Error("Home or End goes elsewhere")
	}
}

// The bar has the mark of the account that is open; the menu leads from it to the others.
func TestMenuShowsTheMarksOfTheBar(t *testing.T) {
	r := newAccountsRig(t, 3)
	for i, account := range r.accounts() {
		r.goTo(i)
		if onBar := r.texts(); !slices.Contains(onBar, account.Mark) {
			t.Errorf("the bar has no %q: %q", account.Mark, onBar)
		}
	}
	r.openAvatarMenu(fyne.NewPos(200, 40))
	var marks []string
	for _, o := range test.LaidOutObjects(r.canvas().Overlays().Top()) {
		if l, ok := o.(*text.Text); ok {
			marks = append(marks, l.Line.Text)
		}
	}
	if want := []string{"A", "B", "C"}; !slices.Equal(marks, want) {
		t.Errorf("the menu shows the marks %q, not %q", marks, want)
	}
}
