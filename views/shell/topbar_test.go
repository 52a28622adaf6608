package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/kit/toast"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/topbar"
)

func TestTopBarTellsOfACopiedSecretAtEverySize(t *testing.T) {
	for _, c := range []struct {
		width float32
		shown string
	}{{1221, "Secret on the clipboard: 30 s"}, {800, "Secret: 30 s"}, {480, "30 s"}} {
		r := newRig(t, demo.Options{})
		r.resize(fyne.NewSize(c.width, 480), 1)
		r.copySecret()
		r.resize(fyne.NewSize(c.width, 480), 1)
		if !r.draws(c.shown) {
			t.Errorf("at %g, the bar does not show %q", c.width, c.shown)
		}
		if !r.reads("Secret on the clipboard: 30 s") {
			t.Errorf("at %g, nothing explains it", c.width)
		}
	}
}

func TestCountdownMovesNothingInTheTopBar(t *testing.T) {
	for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
		for _, width := range []float32{760, 900, 1221, 2560} {
			r := newRig(t, demo.Options{})
			r.retranslate(language)
			place := func(part string) (at fyne.Position) {
				r.resize(fyne.NewSize(width, 700), 1)
				walkVisible(r.content(), func(o fyne.CanvasObject) {
					if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == part {
						at = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
					}
				})
				return at
			}
			parts := []string{"Cluster Optimizer", lang.L("Demo: keys vanish when you close")}
			var before []fyne.Position
			for _, part := range parts {
				before = append(before, place(part))
			}
			r.copySecret()
			for i, part := range parts {
				if now := place(part); now != before[i] || now.IsZero() {
					t.Errorf("%v, at %g, %q was at %v, and is at %v", language, width, part, before[i], now)
				}
			}
		}
	}
}

func TestServersNameHasATipOnlyWhereItIsCut(t *testing.T) {
	r := longRig(t)
	tip := func(width float32) (tip *tooltip.Area) {
		r.resize(fyne.NewSize(width, 700), 1)
		walkVisible(r.content(), func(o fyne.CanvasObject) {
			if a, ok := o.(*tooltip.Area); ok && strings.Contains(a.Message, longServer) {
				tip = a
			}
		})
		return tip
	}
	if tip(1221) == nil {
		t.Error("cut, it has none")
	}
	if tip := tip(8000); tip != nil {
		t.Errorf("not cut, it has one over %v", tip.Size())
	}
}

// A warning is in the tip even where nothing is cut. The pointer far to the right of the text is over nothing.
func TestTipOfTheServersNameIsOverTheText(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	if err := r.app.Networks.Set(plainAddress, route.Network{Proxy: r.plainServer().URL, AllowPlain: true}); err != nil {
		t.Fatal(err)
	}
	r.signInTo(plainAddress)
	r.resize(fyne.NewSize(2560, 700), 1)
	walkVisible(r.content(), func(o fyne.CanvasObject) {
		if a, ok := o.(*tooltip.Area); ok && strings.Contains(a.Message, "not encrypted") && a.Size().Width > 400 {
			t.Errorf("it is over %v", a.Size())
		}
	})
}

// draws reports whether a line of text is on screen.
func (r *rig) draws(text string) bool { return r.lines(text) > 0 }

// lines returns how often a line of text is on screen.
func (r *rig) lines(text string) (count int) {
	walkVisible(r.content(), func(o fyne.CanvasObject) {
		if line, ok := o.(*canvas.Text); ok && line.Text == text {
			count++
		}
	})
	return count
}

// The text about the clipboard is always up to date.
func TestClearingIsSaidInPlaceOfTheCopy(t *testing.T) {
	r := newRig(t, demo.Options{})
	before := r.said()
	r.copySecret()
	r.shortcut(topbar.ShortcutClear())
	if said := r.said(); !slices.Equal(said, append(before, "Clipboard cleared")) {
		t.Errorf("it says %q", said)
	}
	r.shortcut(topbar.ShortcutClear())
	r.wantSaid("No copied secret is on the clipboard.")
	r.pass(toast.PassingTime)
	if said := r.said(); slices.Contains(said, "Clipboard cleared") {
		t.Errorf("it says %q", said)
	}
}

func TestACopyIsSaidOnlyWhileItIsOnTheClipboard(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectKey(r.idInState(client.StateDisabled, false), 0)
	r.shortcut(&fyne.ShortcutCopy{})
	r.wantSaid("This key is disabled: the server refuses it until you enable it.")
	r.clip.replaced()
	r.shortcut(topbar.ShortcutClear()) // before the bar has noticed
	r.wantSaid("No copied secret is on the clipboard.")
	r.pass(time.Second)
	if r.toldOf("Copied") || r.toldOf("Clipboard cleared") || r.secretHeld() {
		t.Errorf("it says %q", r.said())
	}
}

func TestThatACopiedKeyIsDisabledIsSaidOnlyWhileItIs(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	for _, copy := range []func(){func() { r.selectKey(id, 0); r.shortcut(&fyne.ShortcutCopy{}) }, func() { r.copyAs(id, 's') }} {
		copy()
		r.wantSaid("This key is disabled: the server refuses it until you enable it.")
		r.toggleState(id)
		r.pass(time.Second)
		if r.toldOf("This key is disabled") || !r.toldOf("Enabled") {
			t.Errorf("after enabling it, it says %q", r.said())
		}
		r.toggleState(id)
		r.tapButton("Disable")
	}
}

func TestPersonalSettingsLeadsToItsFirstTab(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.chooseAvatar("Personal Settings")
	r.chooseAvatar("Personal Settings")
	if tab := r.tabShown(); tab != "Account" {
		t.Errorf("it leads to %q", tab)
	}
}
