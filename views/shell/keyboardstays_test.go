package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

func TestReloadingLeavesTheKeyboardWhereItIs(t *testing.T) {
	r := newRig(t, demo.Options{})
	for place, focus := range map[string]func(){
		"the filter": func() { r.shortcut(shortcutFind()) },
		"the page of a replacement": func() {
			r.replace(r.idInState(client.StateEnabled, false))
			r.canvas().FocusPrevious()
		},
	} {
		focus()
		before := r.canvas().Focused()
		r.press(fyne.KeyF5)
		if on := r.canvas().Focused(); on != before {
			t.Errorf("in %s, it was on %s, and is on %s", place, describe(before), describe(on))
		}
	}
}

func TestTheShortcutOfANoteWorksInTheFilterToo(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.chooseEnabled()
	r.shortcut(shortcutFind())
	r.press(fyne.KeyF2)
	if r.findNoteField(labelField) == nil {
		t.Fatalf("it shows %q", r.texts())
	}
	if r.press(fyne.KeyEscape); r.canvas().Focused() != fyne.Focusable(r.filter()) {
		t.Errorf("then the keyboard is on %s", describe(r.canvas().Focused()))
	}
}

func TestTheHistoryHasTheKeyboardAfterAnyClick(t *testing.T) {
	entry := func(r *rig) fyne.SecondaryTappable {
		type entry interface {
			fyne.CanvasObject
			fyne.Accessible
			fyne.SecondaryTappable
		}
		return onScreen(r, "entry", func(e entry) bool { return strings.Contains(e.AccessibilityLabel(), "Sign in") })
	}
	for name, click := range map[string]func(*rig){
		"a right click on an entry": func(r *rig) { test.TapSecondary(entry(r)); r.press(fyne.KeyEscape) },
		"the avatar's menu":         func(r *rig) { r.openAvatarMenu(fyne.Position{}); r.press(fyne.KeyEscape) },
		"empty space":               func(*rig) {},
	} {
		r := newRig(t, demo.Options{})
		r.copyKeySecret(r.listed()[1].ID)
		r.openHistory()
		r.canvas().Unfocus() // as any click does
		click(r)
		r.press(fyne.KeyHome, fyne.KeyDown)
		if list := r.historyList(); !list.Focused || list.Marked != 1 {
			t.Errorf("after %s, the keyboard is on %v, and marked is %d", name, r.canvas().Focused(), list.Marked)
		}
	}
}

func TestAMessageThatGoesLeavesTheKeyboardOnItsTab(t *testing.T) {
	r := newRig(t, demo.Options{})
	for _, name := range []string{"Account", "Preferences"} {
		for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
			test.Tap(r.tab(name))
			r.tellError("one")
			r.canvas().Focus(r.messages()[0].dismiss)
			r.press(key)
			if on := r.canvas().Focused(); len(r.said()) > 0 || on != fyne.Focusable(r.tab(name)) {
				t.Errorf("on %s after %s, it says %q, and the keyboard is on %v", name, key, r.said(), on)
			}
		}
	}
}

func TestACancelledQuestionGivesTheKeyboardBackToTheButtonThatWasClicked(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.setSize(fyne.NewSize(1000, 480))
	for label, open := range map[string]func(){
		"Log Out…":        r.openAccount,
		"Remove Account…": r.openAccount,
		"Clear History…":  r.openPreferences,
	} {
		open()
		b, scroll := r.button(label), r.tabScroll().Scroll
		scroll.ScrollToOffset(fyne.NewPos(0, max(0, below(r.tabScroll(), b)-400)))
		before := scroll.Offset
		clickOn(r, label)
		r.press(fyne.KeyEscape)
		if on := r.canvas().Focused(); on != fyne.Focusable(b) || b.Ringed() || scroll.Offset != before {
			t.Errorf("%s: the keyboard is on %v, with a ring: %v, and the tab is at %v, before %v", label, on, b.Ringed(), scroll.Offset, before)
		}
		r.canvas().FocusNext()
		r.canvas().FocusPrevious()
		if !b.Ringed() {
			t.Errorf("%s: for the keyboard there is no ring", label)
		}
	}
}

func TestAFormForANewAccountLeadsBackToWhereTheUserWas(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.setSize(fyne.NewSize(760, 480))
	r.openAccount()
	avatar := func() *control.Button {
		return onScreen(r, "avatar", func(b *control.Button) bool { return strings.HasPrefix(b.Hint, "Signed in with") })
	}
	for name, focus := range map[string]func(){
		"the keyboard": func() { r.canvas().Focus(avatar()) },
		"a click":      func() { r.canvas().Unfocus() },
	} {
		scrolled := fyne.NewPos(0, 100)
		r.tabScroll().Scroll.ScrollToOffset(scrolled)
		focus()
		r.chooseAvatar("Add Account…")
		r.press(fyne.KeyEscape)
		if got := r.tabScroll().Scroll.Offset; r.tabShown() != "Account" || got != scrolled {
			t.Errorf("after %s, %s is shown at %v", name, r.tabShown(), got)
		}
		if on := r.canvas().Focused(); (on == fyne.Focusable(avatar())) != (name == "the keyboard") || avatar().Ringed() != (name == "the keyboard") || r.tab("Account").Ringed() {
			t.Errorf("after %s, the keyboard is on %s", name, describe(on))
		}
	}
}

func TestATabStaysAsItIsScrolledWhenTheUserComesBackToTheWindow(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.setSize(fyne.NewSize(760, 480))
	focus := &lifecycle{}
	r.followFocus(focus)
	for name, open := range map[string]func() fyne.Focusable{
		"Account":     func() fyne.Focusable { r.openAccount(); return r.field("Name") },
		"Preferences": func() fyne.Focusable { r.openPreferences(); return r.languages() },
	} {
		on := open()
		r.canvas().Focus(on)
		for _, scrolled := range []fyne.Position{{Y: 0}, {Y: 300}} {
			r.tabScroll().Scroll.ScrollToOffset(scrolled)
			focus.lost()
			on.FocusLost()
			focus.gained()
			on.FocusGained() // as the toolkit does
			if got := r.tabScroll().Scroll.Offset; got != scrolled {
				t.Errorf("%s is scrolled to %v, before %v", name, got, scrolled)
			}
		}
		r.twice(fyne.KeyHome)
		r.tabScroll().Scroll.ScrollToBottom()
		r.canvas().FocusNext()
		if !inView(r.tabScroll(), r.canvas().Focused().(fyne.CanvasObject)) {
			t.Errorf("%s does not follow the keyboard after a key", name)
		}
	}
}
