package shell

import (
	"errors"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/assets"
	"accesskeys/client/demo"
	"accesskeys/views/about"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/shortcut"
)

// TestSheetTellsWhatTheListTakes compares the list's keys with the sheet: the list handles every key that the sheet has
// for it, and no other.
func TestSheetTellsWhatTheListTakes(t *testing.T) {
	r := newRig(t, demo.Options{})
	list := r.list()
	handedOn := false
	r.canvas().SetOnTypedKey(func(*fyne.KeyEvent) { handedOn = true })
	list.OnShortcut = func(fyne.Shortcut) { handedOn = true }
	for _, f := range []*func(string){&list.Actions.OnToggleSecret, &list.Actions.OnCopySecret, &list.Actions.OnToggleState, &list.Actions.OnDelete} {
		*f = func(string) {}
	}
	list.Actions.Tools.OnCopyID = func([]string) {}
	list.Actions.OnMenu = func(string, fyne.Position) {}
	takes := func(k *desktop.CustomShortcut) bool {
		handedOn = false
		list.SelectNone() // else Escape does so
		if k.Modifier == 0 {
			list.KeyDown(nil)
			list.TypedKey(&fyne.KeyEvent{Name: k.KeyName})
		} else {
			list.TypedShortcut(press.ToolkitShortcut(k))
		}
		return !handedOn
	}

	told := map[desktop.CustomShortcut]bool{}
	for _, s := range r.every() {
		for _, k := range s.Keys {
			if s.Do != nil {
				continue
			}
			told[*k] = true
			if k.Modifier != fyne.KeyModifierShift && !takes(k) {
				t.Errorf("the sheet has %s for %q, which the list does not take", press.Chord(k), s.What)
			}
		}
	}
	for _, k := range everyKey() {
		if takes(press.Bare(k)) && !told[*press.Bare(k)] && k != fyne.KeyEnter && k != fyne.KeyF10 {
			t.Errorf("the list takes %s, which the sheet lacks", k)
		}
	}
	for c := 'A'; c <= 'Z'; c++ {
		for _, also := range []fyne.KeyModifier{0, fyne.KeyModifierShift} {
			if k := press.Command(fyne.KeyName(string(c)), also); takes(k) && !told[*k] {
				t.Errorf("the list takes %s, which the sheet lacks", press.Chord(k))
			}
		}
	}
}

// everyKey returns the keys that do not type text.
func everyKey() []fyne.KeyName {
	return []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyBackspace, fyne.KeyInsert,
		fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7,
		fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12, desktop.KeyMenu}
}

// every returns the shortcuts that do not belong to a single widget.
func (r *rig) every() []shortcut.Shortcut {
	var all []shortcut.Shortcut
	for _, group := range r.shortcutGroups() {
		if !group.NeedsFocus {
			all = append(all, group.Shortcuts...)
		}
	}
	return all
}

func TestNoKeysAreTwoShortcuts(t *testing.T) {
	r := newRig(t, demo.Options{})
	seen := map[string]string{}
	for _, s := range r.every() {
		for _, k := range s.Keys {
			if other, ok := seen[press.Chord(k)]; ok {
				t.Errorf("%s is both %q and %q", press.Chord(k), other, s.What)
			}
			seen[press.Chord(k)] = s.What
		}
	}
}

func TestShortcutsOfTheWindowWorkFromTheList(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.shortcut(shortcutPreferences())
	if !r.tab("Preferences").Selected {
		t.Error("Preferences are not shown")
	}
	before := r.asked("GET", "accesskeys")
	r.press(fyne.KeyF5)
	r.shortcut(shortcutReload())
	if got := r.asked("GET", "accesskeys") - before; got != 2 {
		t.Errorf("reloaded %d times, not twice", got)
	}
	r.shortcut(keyshortcuts.New())
	if r.asked("POST", "accesskeys") != 1 {
		t.Error("no key was made")
	}
	r.shortcut(shortcutLock())
	if !r.locked() {
		t.Error("not locked")
	}
}

func TestSheetShowsEveryShortcut(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.press(fyne.KeyF1)
	shown := r.read()
	every := r.every()
	for _, group := range r.shortcutGroups() {
		every = append(every, group.Shortcuts...)
	}
	for _, s := range every {
		if !slices.Contains(shown, s.What) {
			t.Errorf("%q is not on the sheet", s.What)
		}
		for _, k := range s.Keys {
			if !slices.Contains(shown, press.Chord(k)) {
				t.Errorf("%s is not on the sheet", press.Chord(k))
			}
		}
	}
}

// read returns every text in the open dialog.
func (r *rig) read() []string {
	r.t.Helper()
	overlay := r.canvas().Overlays().Top()
	if overlay == nil {
		r.t.Fatal("no dialog is open")
	}
	var all []string
	told(overlay, func(a fyne.Accessible) { all = append(all, a.AccessibilityLabel()) })
	return all
}

func TestTheAvatarsMenuNamesTheShortcutsOfItsItems(t *testing.T) {
	r := newRig(t, demo.Options{})
	for _, s := range r.every() {
		for _, item := range r.avatarItems() {
			if item.Label == s.What && s.Do != nil && item.Shortcut == nil {
				t.Errorf("%q lacks %s", item.Label, press.Chord(s.Keys[0]))
			}
		}
	}
}

func TestHelpIsWhereItIsWanted(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	r.press(fyne.KeyF1)
	if !r.dialogOpen() {
		t.Error("F1 in a field does nothing")
	}
	r.press(fyne.KeyEscape)
	r.typeInto(form.server(), "?")
	r.typeInto(form.secret(), "?")
	if r.dialogOpen() || form.server().Text != "?" || form.secret().Secret().Reveal() != "?" {
		t.Error("? in a field is no character")
	}
	r.typeInto(form.submit(), "?")
	if !r.dialogOpen() {
		t.Error("? on a button does nothing")
	}

	r = newRig(t, demo.Options{})
	r.lock()
	r.press(fyne.KeyF1)
	r.showAbout()
	if r.dialogOpen() {
		t.Error("there is help under the lock page")
	}
}

func TestSheetFitsTheSmallestWindow(t *testing.T) {
	r := newRig(t, demo.Options{})
	for name, open := range map[string]func(){"shortcuts": r.showShortcuts, "about": r.showAbout, "licences": r.showLicences} {
		r.setSize(fyne.NewSize(760, 480))
		open()
		scrolls := name == "shortcuts"
		if min := r.dialogContent().MinSize(); min.Width > 760 || min.Height > 480 && !scrolls {
			t.Errorf("%s takes %v", name, min)
		}
		if r.press(fyne.KeyEnd); scrolls && r.dialogScrolled() == 0 {
			t.Errorf("%s does not scroll", name)
		}
		r.press(fyne.KeyEscape)
	}
}

func TestDiagnosticsHoldNoSecret(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setVersion("1.2.3")
	r.reveal()
	r.showAbout()
	r.pressOn("Copy Diagnostics")
	text := fyne.CurrentApp().Clipboard().Content()
	for _, want := range []string{"Access Keys 1.2.3\n", "System: ", "Go: go1.", "Fyne: v2.", "Language: ", "Theme: ", "at scale ",
		"Keyring: answers\n", "Server: enterprise ", "API host: 127.0.0.1:", " enabled, "} {
		if !strings.Contains(text, want) {
			t.Errorf("they lack %q:\n%s", want, text)
		}
	}
	home, _ := os.UserHomeDir()
	for _, k := range r.server.Keys() {
		if strings.Contains(text, k.ID) || strings.Contains(text, r.server.SecretOf(k.ID).Reveal()) {
			t.Errorf("they hold the ID or the secret of %s", k.ID)
		}
	}
	if home != "" && home != "/" && strings.Contains(text, home) {
		t.Error("they hold the home folder")
	}
	if said := r.said(); len(said) == 0 || !strings.Contains(said[len(said)-1], "diagnostics") {
		t.Errorf("said %q", said)
	}
}

func TestDiagnosticsThatComeLateReplaceNothingThatWasCopiedSince(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.showAbout()
	r.hold = true
	r.pressOn("Copy Diagnostics")
	r.press(fyne.KeyEscape)
	r.shortcut(keyshortcuts.CopyID())
	r.release()
	if got := fyne.CurrentApp().Clipboard().Content(); got != id {
		t.Errorf("copied is %q", got)
	}
}

func TestDiagnosticsWithoutASession(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.form()
	r.store.err = &pathError{}
	r.copyDiagnostics()
	text := fyne.CurrentApp().Clipboard().Content()
	if !strings.Contains(text, "Keys: not signed in\n") || !strings.Contains(text, "Keyring: no answer") || strings.Contains(text, "/home/me") {
		t.Errorf("they are:\n%s", text)
	}
}

// pathError is an error that contains the path of a home directory.
type pathError struct{}

func (*pathError) Error() string { return "open /home/me/.local/share/keyrings: permission denied" }

func TestLicencesCanBeRead(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showAbout()
	r.pressOn("Licenses")
	r.firstOf("Reader")
	read := r.canvas().Focused().(*control.Reader)
	text := strings.Join(read.Lines, "\n")
	for _, want := range []string{"fyne.io/fyne/v2 v2.", "BSD-3-Clause", "Apache-2.0", "Permission is hereby granted", "SIL OPEN FONT LICENSE"} {
		if !strings.Contains(text, want) {
			t.Errorf("they lack %q", want)
		}
	}
	r.press(fyne.KeyPageDown)
	if read.GetScrollOffset() == 0 {
		t.Error("Page Down does not scroll")
	}
	r.press(fyne.KeyHome)
	if read.GetScrollOffset() != 0 {
		t.Error("Home does not go back")
	}
}

func TestReleasesOpenInTheBrowser(t *testing.T) {
	r := newRig(t, demo.Options{})
	for _, failure := range []error{nil, errors.New("no browser")} {
		var opened []string
		dialog := r.about()
		dialog.OpenURL = func(page *url.URL) error {
			opened = append(opened, page.String())
			return failure
		}
		dialog.Show()
		r.pressOn("Releases")
		if len(opened) != 1 || opened[0] != about.Releases || r.dialogOpen() {
			t.Errorf("opened: %v", opened)
		}
		if said := strings.Contains(strings.Join(r.said(), "\n"), about.Releases); said != (failure != nil) {
			t.Errorf("with %v the address is said: %v", failure, said)
		}
	}
}

func TestLinesAreWrappedWithoutLoss(t *testing.T) {
	for _, l := range assets.Licences() {
		for line := range strings.SplitSeq(l.Text, "\n") {
			parts := about.InColumns(line, about.LicenceColumns)
			for _, p := range parts {
				if len([]rune(p)) > about.LicenceColumns {
					t.Fatalf("a line of %d characters: %q", len([]rune(p)), p)
				}
			}
			if strings.Join(strings.Fields(strings.Join(parts, " ")), "") != strings.Join(strings.Fields(line), "") {
				t.Fatalf("%q became %q", line, parts)
			}
		}
	}
}

func TestNativeMenuDoesWhatTheKeysDo(t *testing.T) {
	r := newRig(t, demo.Options{})
	items := map[string]*fyne.MenuItem{}
	menus := r.nativeMenu()
	for _, m := range menus.Items {
		for _, item := range m.Items {
			items[item.Label] = item
		}
	}
	// The toolkit knows these by their English names.
	for _, special := range []string{"About", "Preferences…"} {
		if items[special] == nil {
			t.Fatalf("there is no %s to move to the application's menu", special)
		}
	}
	if menus.Items[len(menus.Items)-1].Label != "Help" {
		t.Error("Help is not last")
	}

	items["Preferences…"].Action()
	if !r.tab("Preferences").Selected {
		t.Error("Preferences… does not show them")
	}
	items["New Access Key"].Action()
	if r.asked("POST", "accesskeys") != 1 {
		t.Error("New Access Key makes none")
	}
	before := r.asked("GET", "accesskeys")
	items["Reload"].Action()
	if r.asked("GET", "accesskeys") == before {
		t.Error("Reload does not")
	}
	id := r.chooseEnabled()
	items["Copy"].Action()
	if !r.clip.secret.Equal(r.server.SecretOf(id)) {
		t.Error("Copy in the list does not copy the secret")
	}
	for _, open := range []string{"About", "Keyboard Shortcuts", "Log Out…"} {
		items[open].Action()
		if !r.dialogOpen() {
			t.Errorf("%s opens nothing", open)
		}
		items["New Access Key"].Action() // does nothing under a dialog
		r.press(fyne.KeyEscape)
	}
	if r.asked("POST", "accesskeys") != 1 {
		t.Error("a key was made under a dialog")
	}
	items["Lock"].Action()
	if !r.locked() {
		t.Error("Lock does not")
	}
}

func TestEditMenuWorksInFields(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	fyne.CurrentApp().Clipboard().SetContent("pasted")
	r.canvas().Focus(form.keyID())
	for _, item := range r.nativeMenu().Items[1].Items {
		if item.Label == "Paste" {
			item.Action()
		}
	}
	if form.keyID().Text != "pasted" {
		t.Errorf("the field holds %q", form.keyID().Text)
	}
}
