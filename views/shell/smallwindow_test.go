package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/topbar"
	"accesskeys/views/words"
)

func TestListHasRoomForRowsInASmallWindow(t *testing.T) {
	for _, c := range []struct {
		size   fyne.Size
		banner bool
		rows   float32
	}{
		{fyne.NewSize(480, 360), true, 2.5},
		{fyne.NewSize(480, 360), false, 3},
		{fyne.NewSize(760, 480), true, 4},
		{fyne.NewSize(760, 480), false, 4},
		{fyne.NewSize(1221, 480), false, 4},
		{fyne.NewSize(900, 559), false, 4},
		{fyne.NewSize(900, 560), false, 4},
	} {
		for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
			speak(t, locale)
			r := expiringRig(t, demo.Options{Keys: 40})
			if c.banner {
				r.endsIn(20*day, r.enabledKeys()[1:3]...)
			}
			if r.warning() != "" != c.banner {
				t.Fatalf("above the table is %q", r.warning())
			}
			r.toastsGone()
			r.resize(c.size, 1)
			if rows := r.list().Size().Height / r.list().Layout.Pitch(); rows < c.rows {
				t.Errorf("in %v, banner %v, there is room for %g rows", c.size, c.banner, rows)
			}
		}
	}
}

func TestLineAboveTheListLeavesRoomForRows(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		speak(t, locale)
		r := newRig(t, demo.Options{Keys: 40})
		r.goOffline()
		r.resize(fyne.NewSize(480, 360), 1)
		if rows := r.list().Size().Height / r.list().Layout.Pitch(); rows < 2 {
			t.Errorf("%s: there is room for %g rows", locale, rows)
		}
		whole, button := false, false
		walkVisible(r.content(), func(o fyne.CanvasObject) {
			tip, ok := o.(*tooltip.Area)
			whole = whole || ok && tip.Message == r.warning() && tip.AccessibilityLabel() == r.warning()
			b, ok := o.(*control.Button)
			button = button || ok && b.Text == lang.L("Sign In Again")
		})
		if !whole || !button {
			t.Errorf("%s: all of it is in a tip: %v; the button is there: %v", locale, whole, button)
		}
	}
}

// The top bar has the button that opens the tabs, before the name of the server.
func TestTabsAreInTheTopBarWithoutRoomAtTheSide(t *testing.T) {
	r := newRig(t, demo.Options{})
	for _, c := range []struct {
		size   fyne.Size
		folded bool
	}{
		{fyne.NewSize(480, 360), true}, {fyne.NewSize(899, 700), true}, {fyne.NewSize(1221, 559), true}, {fyne.NewSize(900, 560), false},
	} {
		r.resize(c.size, 1)
		if got := !r.tab("History").Visible(); got != c.folded {
			t.Errorf("in %v, the tabs are folded: %v", c.size, got)
		}
		r.openTab(tabHistory)
		r.openTab(tabKeys)
		r.canvas().Unfocus()
		r.canvas().FocusNext()
		first, inBar := r.canvas().Focused().(*control.Button), false
		if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(first); at.Y+first.Size().Height < topbar.Height {
			inBar = at.X < 20 && first.Text == "Access Keys"
		}
		if inBar != c.folded {
			t.Errorf("in %v, Tab begins at %s", c.size, describe(first))
		}
	}
}

// The top bar says which tab is shown, so that the tab itself does not.
func TestFoldedTabsHaveNoTitle(t *testing.T) {
	r := newRig(t, demo.Options{})
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 1221, Height: 700}} {
		r.resize(size, 1)
		for tab, name := range map[int]string{tabAccount: "Account", tabPreferences: "Preferences", tabKeys: "Access Keys", tabHistory: "History"} {
			r.openTab(tab)
			r.resize(size, 1)
			titled := false
			walkVisible(r.content(), func(o fyne.CanvasObject) {
				line, ok := o.(*canvas.Text)
				titled = titled || ok && line.Text == name && line.TextSize == style.SizeHeading
			})
			if folded := size.Width < 900; titled == folded {
				t.Errorf("in %v, %s has a title: %v", size, name, titled)
			}
		}
	}
	r.openTab(tabKeys)
	r.resize(fyne.NewSize(480, 360), 1)
	for name, remake := range map[string]func(){
		"another theme":    func() { r.chooseTheme(settings.ThemeDark) },
		"another language": func() { r.retranslate(settings.LanguageChinese) },
	} {
		remake()
		if rows := r.list().Size().Height / r.list().Layout.Pitch(); rows < 3 {
			t.Errorf("in %s, there is room for %g rows", name, rows)
		}
	}
}

// What the clipboard holds is said briefly before the product's name goes.
func TestTopBarLeavesOutWhatMattersLeast(t *testing.T) {
	for _, c := range []struct {
		width          float32
		copied         bool
		product, keyID bool
	}{
		{1221, true, true, true}, {760, false, true, true}, {760, true, true, true}, {480, false, false, true}, {480, true, false, false},
	} {
		r := newRig(t, demo.Options{})
		r.resize(fyne.NewSize(c.width, 700), 1)
		if c.copied {
			r.copySecret()
			r.resize(fyne.NewSize(c.width, 700), 1)
		}
		if got := r.draws("Cluster Optimizer"); got != c.product {
			t.Errorf("at %g, copied %v, the product's name is shown: %v", c.width, c.copied, got)
		}
		id := r.server.Credentials().KeyID
		if got := r.draws(id[:6] + "…" + id[len(id)-4:]); got != c.keyID {
			t.Errorf("at %g, copied %v, the key ID is shown: %v", c.width, c.copied, got)
		}
		if got := r.draws("…" + id[len(id)-4:]); got == c.keyID {
			t.Errorf("at %g, copied %v, the end of the key ID is shown instead: %v", c.width, c.copied, got)
		}
		if label := map[bool]string{true: "Clear Now", false: "Clear"}[c.keyID]; c.copied && !r.draws(label) {
			t.Errorf("at %g, the button that clears it does not say %q", c.width, label)
		}
	}
}

// Which of several accounts is signed in can be read beside the time left of a copied secret.
func TestNarrowTopBarTellsTheAccount(t *testing.T) {
	for name, shown := range map[string]func(r *rig, end string) bool{
		"":           func(r *rig, end string) bool { return r.draws(end) },
		"Prod":       func(r *rig, end string) bool { return r.draws(end) && r.drawsBeginning("Prod") },
		"Production": func(r *rig, _ string) bool { return r.drawsBeginning("Production") },
	} {
		r := newAccountsRig(t, 2)
		r.app.Settings.Change(func(v *settings.Settings) { v.SetNameAndColour(v.Accounts[0].ID, name, v.Accounts[0].Colour) })
		r.goTo(1)
		r.goTo(0)
		id := r.accounts()[0].KeyID
		r.copySecret()
		r.resize(fyne.NewSize(480, 360), 1)
		if !shown(r, "…"+id[len(id)-4:]) {
			t.Errorf("with the name %q, the end of %s or the name is not shown", name, id)
		}
	}
}

// drawsBeginning reports whether a line of text on screen begins with a text.
func (r *rig) drawsBeginning(text string) (found bool) {
	walkVisible(r.content(), func(o fyne.CanvasObject) {
		line, ok := o.(*canvas.Text)
		found = found || ok && strings.HasPrefix(line.Text, text)
	})
	return found
}

// wayBack returns the button that leads from the page that replaces a key back to the list. The one that opens the tabs
// has the same name.
func (r *rig) wayBack() *control.Button {
	r.t.Helper()
	return onScreen(r, "way back", func(b *control.Button) bool { return b.Text == "Access Keys" && b.Kind == control.ButtonLink })
}

func TestAnEmptyListInASmallWindowKeepsItsHeadings(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		speak(t, locale)
		r := expiringRig(t, demo.Options{})
		r.endsIn(20*day, r.enabledKeys()...)
		r.filter().SetText("nowhere")
		r.resize(fyne.NewSize(480, 360), 1)
		top := func(o fyne.CanvasObject) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y }
		list, clear := r.list(), r.keysButton(lang.L("Clear Filter"))
		if !r.header().Visible() || top(clear) < top(list) || top(clear)+clear.Size().Height > top(list)+list.Size().Height {
			t.Errorf("%s: headings %v; Clear Filter is from %v on, and the list from %v to %v", locale, r.header().Visible(),
				top(clear), top(list), top(list)+list.Size().Height)
		}
	}
}

func TestRingOfTheWayBackFromAReplacementIsNotCut(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 480}, {Width: 1221, Height: 740}} {
		r := newRig(t, demo.Options{})
		r.setSize(size)
		r.replace(r.idInState(client.StateEnabled, false))
		back := onScreen(r, "the way back", func(b *control.Button) bool { return b.Text == "Access Keys" && b.Kind == control.ButtonLink })
		if at := absolute(back); at.X < control.RingRoom || at.Y < control.RingRoom {
			t.Errorf("in %v, it is at %v", size, at)
		}
	}
}

func TestRingOfReloadLeavesAGapToNew(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 480}, {Width: 1221, Height: 740}} {
		r := newRig(t, demo.Options{})
		r.resize(size, 1)
		create, reload := r.button("New"), r.iconButton("Reload (F5)")
		if gap := absolute(reload).X - control.RingRoom - absolute(create).X - create.Size().Width; gap < 2 || gap > 4 {
			t.Errorf("in %v, it is %v", size, gap)
		}
	}
}

func TestReplacementInASmallWindowTellsWhichKey(t *testing.T) {
	for size, folded := range map[fyne.Size]bool{{Width: 480, Height: 360}: true, {Width: 760, Height: 480}: true, {Width: 1221, Height: 740}: false} {
		r := newRig(t, demo.Options{})
		r.resize(size, 1)
		id := r.idInState(client.StateEnabled, false)
		r.replace(id)
		r.clicks("Create New Key")
		r.resize(size, 1)
		if shown := r.draws(words.IDEnd(id)); shown != folded {
			t.Errorf("in %v, the end of its ID is shown: %v", size, shown)
		}
	}
}
