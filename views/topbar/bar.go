// Package topbar is the bar at the top of the window while the user is signed in: the product's name, the server, the
// secret on the clipboard, and the avatar with its menu.
package topbar

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/session"
	"accesskeys/client/route"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// Host is what the bar needs from the window.
type Host interface {
	AvatarMenu() *fyne.Menu
	// Account returns the mark and the name of the session's account, or nil and "" if it is the only one.
	Account() (mark fyne.CanvasObject, name string)
	Inspect(*route.Certificate) // shows a certificate that was not accepted
	FocusBack()                 // moves the keyboard from what has gone to what is shown
}

// Bar is the bar above a page.
type Bar struct {
	win       *page.Window
	host      Host
	session   *session.Session
	demo      bool // the server is the demo's
	clipboard *clipboardguard.Guard
	inspect   *control.Button    // shows the certificate that was not accepted
	avatar    *control.Button    // opens the menu
	warning   *fyne.Container    // holds inspect; hidden if there is nothing to warn of
	refused   *route.Certificate // the certificate that was not accepted, or nil
	tabs      fyne.CanvasObject
	object    *fyne.Container
}

// New returns the bar of a session. tabs opens the tabs of the page below while they are folded, and is hidden otherwise.
func New(win *page.Window, host Host, s *session.Session, demo bool, clipboard *clipboardguard.Guard, tabs fyne.CanvasObject) *Bar {
	b := &Bar{win: win, host: host, session: s, demo: demo, clipboard: clipboard, tabs: tabs, object: container.NewStack()}
	b.inspect = control.NewIconButton(style.WarningSign(), "", win.Tips, func() { host.Inspect(b.refused) })
	b.warning = container.New(style.Centred{}, b.inspect)
	b.warning.Hide()
	b.Retranslate()
	return b
}

// Above returns an object with the bar above a page. It calls fold with whether the page's tabs are to be folded.
func (b *Bar) Above(page fyne.CanvasObject, fold func(on bool)) fyne.CanvasObject {
	return container.New(above{fold}, b.object, surface.NewLine(), page)
}

// Relayout must be called when tabs is wider or narrower than before.
func (b *Bar) Relayout() { b.object.Refresh() }

// Retranslate makes the bar again in the current language.
func (b *Bar) Retranslate() {
	name := text.New("Cluster Optimizer", style.SizeHeading, fyne.TextStyle{Bold: true})
	product := container.New(layout.NewCustomPaddedLayout(0, 0, 6, 0), container.New(style.Centred{}, name))
	plain := container.New(style.Centred{}, widget.NewIcon(theme.NewColoredResource(theme.WarningIcon(), style.ColorDanger)))
	style.Show(plain, b.unencrypted())
	b.inspect.SetHint(words.InspectCertificate())
	mark, account := b.host.Account()
	left := container.NewHBox(b.tabs, product, style.Gap(4, 0), b.warning, plain)
	if mark != nil {
		left.Add(mark)
	}
	copied, told, end := b.onClipboard()
	b.avatar = b.newAvatar()
	right := container.NewHBox(copied, container.New(style.Centred{}, b.avatar), style.Gap(16, 0))
	server := b.server(account)
	row := container.New(&barLayout{left: left, right: right, product: product, copied: copied, countdown: told, server: server,
		narrower: narrower(b.session.KeyID()),
		clear:    newShortened(end, end.Text, lang.L("Clear")),
		avatar:   newShortened(b.avatar, b.avatar.Text, idEnd(b.session.KeyID()), "")}, left, right, container.New(server, server.label, server.tip))
	b.object.Objects = []fyne.CanvasObject{surface.NewGround(style.ColorCard), row}
	b.object.Refresh()
}

func (b *Bar) unencrypted() bool { return route.Plain(b.session.Endpoint().Base) }

func (b *Bar) newAvatar() *control.Button {
	avatar := control.NewButton(shortID(b.session.KeyID()), control.ButtonPlain, nil)
	avatar.Icon = theme.AccountIcon()
	avatar.SetHint(lang.L("Signed in with {{.ID}}", map[string]any{"ID": b.session.KeyID()}))
	avatar.Tips = b.win.Tips
	avatar.OnTapped = func() { b.win.Dialogs.MenuBelow(b.host.AvatarMenu(), avatar) }
	return avatar
}

// Place returns a function that gives the keyboard to another bar's avatar if this one has it now.
func (b *Bar) Place() func(*Bar) {
	if !b.avatar.Focused {
		return func(*Bar) {}
	}
	return func(now *Bar) { now.win.Canvas.Focus(now.avatar) }
}

// shortID returns the beginning and the end of a key ID, enough to recognize it.
func shortID(id string) string {
	if len(id) <= 12 {
		return id
	}
	return id[:6] + "…" + id[len(id)-4:]
}

// narrower returns how much narrower a short key ID is than one with wide characters. Very few are wider than that.
func narrower(id string) float32 {
	width := func(id string) float32 { return style.Measure(shortID(id), style.SizeText, fyne.TextStyle{}) }
	return max(0, width("AK"+strings.Repeat("N", 20))-width(id))
}

// idEnd returns the end of a key ID, for where there is no room for what shortID returns.
func idEnd(id string) string { return "…" + id[max(0, len(id)-4):] }

// Warn shows a warning about a certificate that was not accepted; nil hides it.
func (b *Bar) Warn(refused *route.Certificate) {
	b.refused = refused
	style.Show(b.warning, refused != nil)
	if refused == nil && b.win.Canvas.Focused() == fyne.Focusable(b.inspect) {
		b.host.FocusBack()
	}
}

// Warns reports whether the warning about the certificate is shown.
func (b *Bar) Warns() bool { return b.warning.Visible() }
