package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

func TestAServerThatAnswersWithAnErrorIsNotOffline(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 503})
	r.press(fyne.KeyF5)
	r.wantWarning("Server error (503) since", "View only")
	r.shortcut(keyshortcuts.New())
	if r.reads("Offline") || r.toldOf("Offline") || strings.Contains(r.warning(), "Offline") {
		t.Errorf("it is called offline: %q, %q", r.warning(), r.said())
	}
}

func TestWhatIsGreyedSaysTheCauseInAFewWords(t *testing.T) {
	for said, fail := range map[string]func(*rig){
		"Nothing was changed. Server error 503.": func(r *rig) { r.server.SetFaults(demo.Faults{Status: 503}) },
		"Nothing was changed. The server can't be reached.": func(r *rig) {
			if err := r.server.Close(); err != nil {
				t.Fatal(err)
			}
		},
	} {
		r := newRig(t, demo.Options{})
		fail(r)
		r.press(fyne.KeyF5)
		r.shortcut(keyshortcuts.New())
		if got := r.said(); len(got) != 1 || got[0] != said {
			t.Errorf("said %q, and not %q", got, said)
		}
	}
}

func TestWhatIsSaidOfAFailingServerIsSaidOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 503})
	r.press(fyne.KeyF5)
	if said := r.warning(); strings.Count(said, "503") != 1 || strings.Count(said, "erver error") != 1 {
		t.Errorf("above the list it says %q", said)
	}
	r.wantWarning("Server message: ", "If it goes on, tell the server's administrator.")
	r = failedRig(t)
	r.server.SetFaults(demo.Faults{Status: 503})
	test.Tap(r.keysButton("Try Now"))
	if said := r.message() + strings.Join(r.texts(), " "); strings.Contains(said, "Server error (503)") || !r.reads("Failing since") {
		t.Errorf("in place of the list it says %q", said)
	}
}

// TestMessageDoesNotRepeatTheLineAboveTheList is of a change that failed because the server did.
func TestMessageDoesNotRepeatTheLineAboveTheList(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 503})
	id := r.operate(keys.OpDisable)
	r.wantWarning("Server error (503) since", "View only")
	if said := r.said(); len(said) != 1 || said[0] != "Couldn't disable "+id+". Server error 503." {
		t.Errorf("said %q", said)
	}
}

func TestMessageOnAnExpiredKeyNamesItsState(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateExpired, false)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.ToggleState())
	if said := r.said(); r.dialogOpen() || len(said) != 1 || said[0] != "This key has expired, so it can't be enabled or disabled." {
		t.Errorf("said %q", said)
	}
}

// A small window shows two lines of what is said above the list.
func TestLineAboveTheListSaysInASmallWindowThatNothingCanBeChanged(t *testing.T) {
	for name, fault := range map[string]demo.Faults{"error": {Status: 503}, "web page": {HTML: true}} {
		r := newRig(t, demo.Options{})
		r.server.SetFaults(fault)
		r.press(fyne.KeyF5)
		r.resize(fyne.NewSize(480, 360), 1)
		for language, wanted := range map[settings.Language][]string{
			settings.LanguageEnglish: {"View only", " since 12:0"}, settings.LanguageChinese: {"仅可查看", "12:0"},
		} {
			r.retranslate(language)
			r.resize(fyne.NewSize(480, 360), 1)
			shown := ""
			walkVisible(r.content(), func(o fyne.CanvasObject) {
				if line, ok := o.(*canvas.Text); ok {
					shown += line.Text + " "
				}
			})
			for _, want := range wanted {
				if !strings.Contains(shown, want) {
					t.Errorf("%s: it shows %q, and not %q", name, shown, want)
				}
			}
		}
	}
}

func TestOfflineTheLineAboveTheListTakesTwoLinesInAMiddlingWindow(t *testing.T) {
	for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
		r := newRig(t, demo.Options{})
		r.retranslate(language)
		r.resize(fyne.NewSize(1000, 740), 1)
		check.Must(t, r.server.Close())
		r.sleep(4 * time.Minute)
		r.press(fyne.KeyF5)
		r.resize(fyne.NewSize(1000, 740), 1)
		lines, said := 0, r.warning()
		walkVisible(r.content(), func(o fyne.CanvasObject) {
			if line, ok := o.(*canvas.Text); ok && line.Text != "" && strings.Contains(said, line.Text) {
				lines++
			}
		})
		if lines != 2 || !strings.Contains(said, r.server.URL()[len("http://"):]) {
			t.Errorf("%s: %q takes %d lines", language, said, lines)
		}
	}
}

// No fault of the demo's server brings about the others.
func TestLinesAboveTheListFitIntoASmallWindow(t *testing.T) {
	const width = 272 // beside More and Try Now in a window 480 wide
	r := newRig(t, demo.Options{})
	for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
		r.retranslate(language)
		for _, kind := range []client.Kind{client.KindServer, client.KindThrottled, client.KindClock, client.KindNotJSON, client.KindMalformed, client.KindUnreachable} {
			said := words.Sentences(lang.L("View only."), words.Unavailable(&client.Error{Kind: kind, Status: 503}, r.now, r.now))
			if lines := style.Wrapped(said, width, style.SizeText); len(lines) > 2 {
				t.Errorf("%q takes %d lines", said, len(lines))
			}
		}
	}
}
