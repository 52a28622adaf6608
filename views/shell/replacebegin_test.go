package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/words"
)

func TestReplacementThatIsLeftBeforeItHasBegunDoesNotBegin(t *testing.T) {
	for name, leave := range map[string]func(r *rig){
		"page": func(r *rig) { r.press(fyne.KeyEscape) },
		"lock": func(r *rig) { r.lock(); r.unlockPlain() },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.replace(r.idInState(client.StateEnabled, false))
			before := len(r.server.Keys())
			r.hold = true
			r.clicks("Create New Key")
			held := r.held
			r.hold, r.held = false, nil
			leave(r)
			for _, work := range held {
				work()
			}
			if r.reads("Being replaced") || slices.Contains(r.recorded(), "replace-begin done") || len(r.server.Keys()) != before {
				t.Errorf("it has begun: %q", r.texts())
			}
			if r.toldOf("did not go on") || r.toldOf("ot created") {
				t.Errorf("said %q", r.said())
			}
		})
	}
}

func TestKeyCreatedAfterItsPageWasLeftIsTold(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	show := r.holdUpdates()
	r.clicks("Create New Key")
	r.press(fyne.KeyEscape)
	show()
	if !r.toldOf("Created " + r.newest().ID) {
		t.Errorf("said %q", r.said())
	}
}

func TestReplacementBeginsWithTheAnswerToItsFirstQuestion(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.choice("How to replace it").Choose(2)
	r.clicks("Disable Old Key…")
	r.closeDialog()
	if r.hasButton("Abandon…") || slices.Contains(r.recorded(), "replace-begin done") {
		t.Errorf("it has begun without an answer: %q", r.texts())
	}
	r.clicks("Disable Old Key…", yes)
	if r.stateOf(id) != client.StateDisabled || !r.hasButton("Create New Key") || !r.hasButton("Abandon…") {
		t.Errorf("the key is %s; it shows %q", r.stateOf(id), r.texts())
	}
}

func TestReplacementBeginsWithAKeyThatIsThere(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	before := len(r.server.Keys())
	r.pressOn("Use an Existing Key…")
	r.press(fyne.KeyDown)
	r.press(fyne.KeyReturn)
	if !r.hasButton("It's in Place") || len(r.server.Keys()) != before {
		t.Errorf("it shows %q", r.texts())
	}
	if !r.reads("1. Use an existing key") || r.reads("Create a new key") {
		t.Errorf("it says that a key was created: %q", r.texts())
	}
}

func TestKeysToUseSayWhatSpeaksAgainstThem(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	other := r.enabledKeys()
	r.replace(other[0])
	menu := func() (says map[string]string) {
		says = map[string]string{}
		r.clicks("Use an Existing Key…")
		defer r.closeDialog()
		for _, k := range r.listed() {
			for _, remark := range []string{"", " · This app's key", " · Expires in 2 days", " · This app's key: Expires in 24 hours"} {
				if r.dialogReads(k.ID + "  Created " + words.Day(k.CreatedAt) + remark) {
					says[k.ID] = remark
				}
			}
		}
		return says
	}
	own := r.idInState(client.StateEnabled, true)
	if says := menu(); says[own] != " · This app's key" || says[other[1]] != "" {
		t.Errorf("it says %q", says)
	}
	r.endsIn(2*day, other[1])
	r.endsIn(day, own)
	if says := menu(); says[own] != " · This app's key: Expires in 24 hours" || says[other[1]] != " · Expires in 2 days" {
		t.Errorf("of keys that expire it says %q", says)
	}
}

func TestKeysToUseAreNotCutInANarrowWindow(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	other := r.enabledKeys()
	r.endsIn(2*day, other[1])
	r.resize(fyne.NewSize(480, 360), 1)
	r.replace(other[0])
	r.clicks("Use an Existing Key…")
	k, _ := r.listedKey(other[1])
	if !r.dialogReads(words.IDEnd(k.ID)+"  Created "+words.Day(k.CreatedAt)+" · Expires in 2 days") || r.dialogReads(k.ID) {
		t.Errorf("it does not say all of %s", k.ID)
	}
	walkVisible(r.dialogContent(), func(o fyne.CanvasObject) {
		if line, ok := o.(*canvas.Text); ok && line.MinSize().Width > 480-20 {
			t.Errorf("%q is cut", line.Text)
		}
	})
}

// Enter in the menu of existing keys takes the first.
func TestKeyThatExpiresSoonIsNotTheFirstToUse(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	other := r.enabledKeys()
	slices.SortFunc(other, func(a, b string) int {
		first, _ := r.listedKey(a)
		second, _ := r.listedKey(b)
		return second.CreatedAt.Compare(first.CreatedAt)
	})
	r.endsIn(day, other[0]) // the newest, which else is the first
	r.replace(r.idInState(client.StateEnabled, true))
	r.pressOn("Use an Existing Key…")
	r.press(fyne.KeyReturn)
	if !r.hasButton("It's in Place") || r.reads(other[0]) {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestAbandonedNewKeyIsToldOfAndCanBeUsedLater(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "Abandon…")
	made, before := r.newest().ID, len(r.server.Keys())
	stays := "Both keys stay enabled: " + id + " and " + made + ". Delete the one that nothing uses."
	if !r.dialogReads(stays) {
		t.Error("the question does not say what becomes of the new key")
	}
	if got := r.focusedButton(); got != "Keep Replacing" || r.hasButton("Cancel") { // of what, is not clear
		t.Errorf("the button that changes nothing is %q", got)
	}
	r.clicks("Keep Replacing")
	if !r.replacing() || r.toldOf("bandoned") {
		t.Errorf("keeping on has ended it: %q", r.said())
	}
	r.clicks("Abandon…", yes)
	r.wantSaid("Replacement abandoned")
	r.replace(id)
	r.clicks("Use an Existing Key…")
	r.press(fyne.KeyReturn)
	if !r.hasButton("It's in Place") || !r.reads(made) || len(r.server.Keys()) != before {
		t.Errorf("the next replacement does not go on with %s: %q", made, r.texts())
	}
}

func TestAbandoningSaysThatTheOldKeyStaysDisabled(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check", "Disable Old Key…", yes, "Abandon…", yes)
	r.wantSaid("Replacement abandoned. The old key " + id + " stays disabled.")
}

func TestMenusOfAReplacementOpenBelowTheClickedButton(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(1221, 1000)) // room for the longest menu
	r.replace(r.idInState(client.StateEnabled, false))
	opensBelow := func(label string) {
		t.Helper()
		r.canvas().Unfocus() // as a click does
		button := r.button(label)
		r.tapButton(label)
		item, ok := r.canvas().Focused().(fyne.CanvasObject)
		if !ok || !r.dialogOpen() {
			t.Fatalf("%q opens no menu", label)
		}
		low := absolute(button).Y + button.Size().Height
		if at := absolute(item); at.Y < low || at.Y > low+20 || at.X < absolute(button).X || at.X > absolute(button).X+20 {
			t.Errorf("%q is at %v, its menu at %v", label, absolute(button), at)
		}
		r.closeDialog()
	}
	opensBelow("Use an Existing Key…")
	r.clicks("Create New Key")
	opensBelow("Copy as…")
}

func TestIDOfTheNewKeyIsCopiedFromItsPage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	r.clicks("Create New Key", "Copy ID")
	r.wantSaid("Copied the ID " + r.newest().ID)
	if got := fyne.CurrentApp().Clipboard().Content(); got != r.newest().ID {
		t.Errorf("copied %q", got)
	}
}

// The old key's last days are named for what they lead up to, and not by a number that goes beyond them.
func TestWaitIsOfferedNoLongerThanTheOldKeyLives(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.endsIn(2*day, id)
	r.replaceToWait(id)
	wait := r.choice("Wait")
	if got := wait.Options; !slices.Equal(got, []string{"1 day", "Until it expires"}) || wait.Selected != got[1] || !r.reads("The old key expires on") {
		t.Errorf("of %q, %q is chosen", got, wait.Selected)
	}
	wait.Choose(0)
	if got := r.choice("Wait").Selected; got != "1 day" || r.reads("The old key expires on") {
		t.Errorf("%q is chosen", got)
	}
	r.server.SetValidUntil(id, r.now.Add(time.Hour))
	r.page().Reload(false)
	if r.reads("Wait: 1 day") || !r.reads("The old key expires on") {
		t.Errorf("with an hour to live, it shows %q", r.texts())
	}
}
