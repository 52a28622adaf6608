package shell

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/route"
	"accesskeys/views/about"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/shortcut"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/kit/windowwatcher"
)

func (r *rig) canvas() fyne.Canvas { return r.w.frame.win.Canvas() }

func (r *rig) content() fyne.CanvasObject { return r.w.frame.win.Content() }

// onScreen returns the first object of a type that satisfies is: in the open dialog, or else on the page.
func onScreen[T fyne.CanvasObject](r *rig, what string, is func(T) bool) T {
	r.t.Helper()
	roots := append([]fyne.CanvasObject{r.content()}, r.canvas().Overlays().List()...)
	for _, root := range slices.Backward(roots) {
		for _, o := range test.LaidOutObjects(root) {
			if found, ok := o.(T); ok && is(found) {
				return found
			}
		}
	}
	r.t.Fatalf("there is no %s on screen", what)
	panic("unreachable")
}

// secretField returns the field on screen with this accessible name that hides what is typed.
func (r *rig) secretField(name string) *control.SecretEntry {
	r.t.Helper()
	return onScreen(r, name, func(e *control.SecretEntry) bool { return e.Name == name })
}

// entry returns the field on screen with this accessible name.
func (r *rig) entry(name string) *control.Entry {
	r.t.Helper()
	return onScreen(r, name, func(e *control.Entry) bool { return e.Name == name })
}

// choice returns the drop-down list on screen with this accessible name.
func (r *rig) choice(name string) *control.Choice {
	r.t.Helper()
	return onScreen(r, name, func(c *control.Choice) bool { return c.Name == name })
}

// button returns the button on screen with this label.
func (r *rig) button(label string) *control.Button {
	r.t.Helper()
	return onScreen(r, label, func(b *control.Button) bool { return b.Text == label })
}

// tapButton clicks the button on screen with this label.
func (r *rig) tapButton(label string) {
	r.t.Helper()
	test.Tap(r.button(label))
}

// pressOn presses the button with this label, wherever it is.
func (r *rig) pressOn(label string) {
	r.t.Helper()
	for _, f := range r.tabStops() {
		if b, ok := f.(*control.Button); ok && b.Text == label {
			r.canvas().Focus(b)
			r.press(fyne.KeyReturn)
			return
		}
	}
	r.t.Fatalf("the keyboard reaches no %q", label)
}

// texts returns every visible text in the window, and every accessible name.
func (r *rig) texts() (all []string) {
	for _, o := range test.LaidOutObjects(r.content()) {
		switch o := o.(type) {
		case *canvas.Text:
			if o.Text != "" && o.Visible() {
				all = append(all, o.Text)
			}
		case fyne.Accessible:
			all = append(all, o.AccessibilityLabel())
		}
	}
	return all
}

// reads reports whether a text on screen contains a string.
func (r *rig) reads(part string) bool { return readsIn(r.content(), part) }

// tabReads reports whether a text on the current tab contains a string. It need not be scrolled into sight.
func (r *rig) tabReads(part string) bool { return readsIn(r.tabScroll().Scroll.Content, part) }

func readsIn(o fyne.CanvasObject, part string) (found bool) {
	walkVisible(o, func(o fyne.CanvasObject) {
		a, ok := o.(fyne.Accessible)
		found = found || ok && strings.Contains(a.AccessibilityLabel(), part)
	})
	return found
}

// tabScroll returns the scroll container of the current tab.
func (r *rig) tabScroll() *scroll.Exposed {
	r.t.Helper()
	is := func(c *fyne.Container) bool { _, ok := c.Layout.(*scroll.Exposed); return ok }
	return onScreen(r, "scroll", is).Layout.(*scroll.Exposed)
}

func (r *rig) title() string { return r.w.frame.win.Title() }

func (r *rig) setSize(size fyne.Size) { r.w.frame.win.Resize(size) }

// movePointer moves the pointer over the window.
func (r *rig) movePointer() {
	r.content().(*fyne.Container).Objects[0].(*windowwatcher.Watcher).Cursor()
}

// layers returns the layers of the window, from the page upwards.
func (r *rig) layers() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.w.frame.body, r.w.page.Toasts.Layer, r.w.page.Tips.Layer}, r.canvas().Overlays().List()...)
}

func (r *rig) tips() *tooltip.Tips { return r.w.page.Tips }

func (r *rig) showTip(at fyne.CanvasObject, text string) { r.w.page.Tips.Present(at, text) }

// showOpening shows the page that the window shows while a session is being opened.
func (r *rig) showOpening() { r.w.frame.showOpening(nil) }

// dialogOpen reports whether a dialog or a menu lies over the window.
func (r *rig) dialogOpen() bool { return r.canvas().Overlays().Top() != nil }

// dialogContent returns the open dialog without its backdrop.
func (r *rig) dialogContent() fyne.CanvasObject {
	return r.canvas().Overlays().Top().(*fyne.Container).Objects[1]
}

// dialogScrolled returns how far the open dialog is scrolled.
func (r *rig) dialogScrolled() float32 { return r.w.page.Dialogs.Scroll.Offset.Y }

// scrollDialog scrolls the open dialog by the wheel.
func (r *rig) scrollDialog(by float32) {
	r.w.page.Dialogs.Scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -by}})
}

// dialogFits reports whether the window has room for all of the open dialog.
func (r *rig) dialogFits() bool {
	in := r.w.page.Dialogs.Scroll
	return in.Content.Size().Height <= in.Size().Height+roundedOff
}

// seenInDialog reports whether an object of the open dialog is not scrolled out of sight.
func (r *rig) seenInDialog(o fyne.CanvasObject) bool {
	place, in := fyne.CurrentApp().Driver().AbsolutePositionForObject, r.w.page.Dialogs.Scroll
	scrolls := false
	walkVisible(in.Content, func(part fyne.CanvasObject) { scrolls = scrolls || part == o })
	top := place(o).Y - place(in).Y
	return !scrolls || top >= 0 && top+o.Size().Height <= in.Size().Height
}

// closeDialog closes the open dialog without an answer.
func (r *rig) closeDialog() { r.w.page.Dialogs.Dismiss() }

func (r *rig) ask(q dialog.Question) { r.w.page.Dialogs.Ask(q) }

func (r *rig) showInDialog(o fyne.CanvasObject) { r.w.page.Dialogs.Tell("", dialog.Width, o) }

func (r *rig) openAvatarMenu(at fyne.Position) { r.w.page.Dialogs.Menu(r.w.commands.avatarMenu(), at) }

func (r *rig) showAbout() { r.w.commands.showAbout() }

func (r *rig) about() *about.Dialog { return r.w.commands.about() }

func (r *rig) showLicences() { r.about().ShowLicences() }

func (r *rig) showShortcuts() { r.w.commands.showShortcuts() }

func (r *rig) copyDiagnostics() { r.about().CopyDiagnostics(func() bool { return true }) }

func (r *rig) shortcutGroups() shortcut.Table { return r.w.commands.shortcuts() }

func (r *rig) nativeMenu() *fyne.MainMenu {
	m := &nativeMenu{frame: r.w.frame, session: r.w.session, commands: r.w.commands, input: r.w.input}
	return m.menu()
}

func (r *rig) showCertificate(c *route.Certificate, onTrust func()) {
	connectionform.ShowCertificate(r.w.page, c, onTrust)
}

func (r *rig) askPlain(server string, onYes func()) {
	connectionform.AskPlain(r.w.page, server, onYes, nil)
}
