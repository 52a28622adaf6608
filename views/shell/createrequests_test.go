package shell

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keyspage"
)

// requestsOf returns the methods of the requests that the server gets while act is done.
func (r *rig) requestsOf(act func()) string {
	before := len(r.server.Requests())
	act()
	var methods []string
	for _, q := range r.server.Requests()[before:] {
		methods = append(methods, q.Method)
	}
	return strings.Join(methods, " ")
}

// listAges lets so much time pass that a list is read before a key is created.
func (r *rig) listAges() { r.now = r.now.Add(time.Minute) }

func TestCreatingAKeyTakesNoMoreRequestsThanNeeded(t *testing.T) {
	create := map[settings.Language]string{settings.LanguageEnglish: "Create New Key", settings.LanguageChinese: "新增密钥"}
	for language, createNew := range create {
		t.Run(string(language), func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.retranslate(language)
			if got := r.requestsOf(func() { r.shortcut(keyshortcuts.New()) }); got != "POST GET" {
				t.Errorf("New: %s", got)
			}
			made := r.newest().ID
			if r.cursor() != made {
				t.Errorf("the cursor is on %s, want the new key", r.cursor())
			}
			r.press(fyne.KeyEscape)
			r.pass(40 * time.Second)
			if got := r.requestsOf(func() { r.shortcut(keyshortcuts.New()) }); got != "GET POST GET" {
				t.Errorf("New later: %s", got)
			}

			r.replaceOpen(r.chooseEnabled())
			if got := r.requestsOf(func() { r.clicks(createNew) }); got != "POST GET" {
				t.Errorf("replacing: %s", got)
			}
		})
	}
}

// Leaving the page while the key is created reads no list that was just read.
func TestLeavingAReplacementThatCreatesItsKeyReadsNothingMore(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.chooseEnabled())
	r.choice("How to replace it").Choose(2)
	r.clicks("Disable Old Key…", yes) // begins the replacement, which leaving would stop otherwise
	r.hold = true
	r.clicks("Create New Key")
	r.press(fyne.KeyEscape)
	if r.replacing() {
		t.Fatal("the page was not left")
	}
	if got := r.requestsOf(r.release); got != "POST GET" {
		t.Errorf("it asked %s", got)
	}
	r.wantSaid("Created ")
}

// The server's Date header is ahead of the times that it notes for keys, so that the new key looks older than the request, as
// one would that was created elsewhere. No key is named as the new one before the list was read just before.
func TestKeyThatMayHaveBeenCreatedElsewhereIsNotNamedAsTheNewOne(t *testing.T) {
	for language, maybe := range map[settings.Language]string{
		settings.LanguageEnglish: "A new key has appeared: %s. It may be the one that the server didn't confirm.",
		settings.LanguageChinese: "列表中出现了新密钥：%s。它可能就是服务器未确认新增的那个。",
	} {
		t.Run(string(language), func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.retranslate(language)
			r.server.SetFaults(demo.Faults{DateOffset: time.Minute})
			r.shortcut(keyshortcuts.New())
			said := strings.ReplaceAll(strings.Join(r.said(), "|"), "\r", "")
			if want := fmt.Sprintf(maybe, r.newest().ID); said != want {
				t.Errorf("said %q, want %q", said, want)
			}
			if r.cursor() == r.newest().ID {
				t.Error("it goes to a key that may not be the new one")
			}
			r.filter().SetText("nothing")
			r.tapButton(map[settings.Language]string{settings.LanguageEnglish: "Show in List", settings.LanguageChinese: "在列表中显示"}[language])
			if r.cursor() != r.newest().ID {
				t.Errorf("shown in the list, the cursor is on %s", r.cursor())
			}
			r.pass(2 * keyspage.CreatePause)
			if got := r.requestsOf(func() { r.shortcut(keyshortcuts.New()) }); got != "GET POST GET" {
				t.Errorf("New again: %s", got)
			}
			if r.cursor() != r.newest().ID {
				t.Errorf("the cursor is on %s", r.cursor())
			}
		})
	}
}

func TestReplacementAsksWhichKeyIsNewIfThatIsNotKnown(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{DateOffset: time.Minute})
	r.replace(r.chooseEnabled())
	r.clicks("Create New Key")
	if r.reads("Put the new key where the old one is used.") || !r.reads(r.newest().ID) {
		t.Errorf("it shows %q", r.texts())
	}
}

// While a key is created, the label of New is longer.
func TestFilterStaysInPlaceWhileAKeyIsCreated(t *testing.T) {
	for _, width := range []float32{480, 600, 760, 820, 1221} {
		r := newRig(t, demo.Options{})
		r.setSize(fyne.NewSize(width, 480))
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		states := func() fyne.CanvasObject { return r.choice("State") }
		filter, place := r.filterEntry().Size(), at(states())
		r.hold = true
		r.createKey()
		if !r.reads("Creating…") {
			t.Fatalf("it shows %q", r.texts())
		}
		if r.filterEntry().Size() != filter || at(states()) != place {
			t.Errorf("at %v, the filter went from %v to %v, the states from %v to %v", width, filter, r.filterEntry().Size(), place, at(states()))
		}
		r.release()
	}
}

// A batch reads the list itself, so that no check of the server begins beside it.
func TestKeyThatFailsDuringABatchKeepsNothingFromBeingChanged(t *testing.T) {
	r := newRig(t, demo.Options{})
	ids := r.enabled(2)
	r.hold = true
	r.shortcut(keyshortcuts.New())
	r.batch(keys.OpDisable, ids)
	r.tapButton("Disable")
	r.server.SetFaults(demo.Faults{Match: demo.On("POST", ""), Drop: true})
	r.release()
	r.wantSaid("The server didn't confirm the new key")
	r.toggleState(ids[0])
	r.wantSaid("Enabled " + ids[0])
}
