package shell

import (
	"fyne.io/fyne/v2"

	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/shortcut"
)

func (r *rig) canvas() fyne.Canvas { return r.w.frame.win.Canvas() }

func (r *rig) content() fyne.CanvasObject { return r.w.frame.win.Content() }

func (r *rig) title() string { return r.w.frame.win.Title() }

func (r *rig) setSize(size fyne.Size) { r.w.frame.win.Resize(size) }

// movePointer has the pointer move over the window.
func (r *rig) movePointer() {
	r.content().(*fyne.Container).Objects[0].(*control.Watcher).Cursor()
}

// layers are what lies over one another in the window, the page first.
func (r *rig) layers() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.w.frame.body, r.w.page.Toasts.Layer, r.w.page.Tips.Layer}, r.canvas().Overlays().List()...)
}

func (r *rig) tips() *control.Tips { return r.w.page.Tips }

func (r *rig) showTip(at fyne.CanvasObject, text string) { r.w.page.Tips.Present(at, text) }

// showOpening shows what the window shows while it opens.
func (r *rig) showOpening() { r.w.frame.showOpening() }

// dialogOpen reports whether a dialog or a menu lies over the window.
func (r *rig) dialogOpen() bool { return r.canvas().Overlays().Top() != nil }

// dialogContent is the open dialog without its backdrop.
func (r *rig) dialogContent() fyne.CanvasObject {
	return r.canvas().Overlays().Top().(*fyne.Container).Objects[1]
}

// dialogScrolled is how far the open dialog is scrolled.
func (r *rig) dialogScrolled() float32 { return r.w.page.Dialogs.Scroll.Offset.Y }

// closeDialog closes what is open, without an answer.
func (r *rig) closeDialog() { r.w.page.Dialogs.Dismiss() }

func (r *rig) ask(q dialog.Question) { r.w.page.Dialogs.Ask(q) }

func (r *rig) showInDialog(o fyne.CanvasObject) { r.w.page.Dialogs.Tell("", o) }

func (r *rig) openAvatarMenu(at fyne.Position) { r.w.page.Dialogs.Menu(r.w.commands.avatarMenu(), at) }

func (r *rig) showAbout() { r.w.commands.showAbout() }

func (r *rig) showLicences() { r.w.commands.about().ShowLicences() }

func (r *rig) showShortcuts() { r.w.commands.showShortcuts() }

func (r *rig) copyDiagnostics() { r.w.commands.about().CopyDiagnostics() }

func (r *rig) shortcutGroups() shortcut.Table { return r.w.commands.shortcuts() }

func (r *rig) nativeMenu() *fyne.MainMenu { return newNativeMenu(r.w).menu() }

func (r *rig) showCertificate(c *route.Certificate, onTrust func()) {
	connectionform.ShowCertificate(r.w.page, c, onTrust)
}

func (r *rig) askPlain(server string, onYes func()) { connectionform.AskPlain(r.w.page, server, onYes) }
