package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/session"
	"accesskeys/client/route"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const topBarHeight = float32(50)

// newTopBar is the bar with the product's name, what there is to know of the server, and the avatar with its menu.
func newTopBar(w *window, s *session.Session, warning fyne.CanvasObject) fyne.CanvasObject {
	name := control.NewText("Cluster Optimizer", style.SizeHeading, fyne.TextStyle{Bold: true})
	where := words.Host(s.Server())
	if w.config.Demo != nil {
		where = lang.L("Demo back end: its keys go with this window")
	}
	server := widget.NewLabel(where)
	server.Importance = widget.LowImportance
	server.Truncation = fyne.TextTruncateEllipsis
	whole := control.NewTipArea(w.page.Tips)
	whole.Set(where)
	plain := container.New(style.Centred{}, widget.NewIcon(theme.NewColoredResource(theme.WarningIcon(), style.ColorDanger)))
	plain.Hide()
	if route.Plain(s.Endpoint().Base) {
		plain.Show()
		server.SetText(lang.L("Not encrypted: {{.Host}}", map[string]any{"Host": where}))
		server.Importance = widget.DangerImportance
		whole.Set(server.Text + "\n" + words.PlainWarning())
	}

	avatar := control.NewButton(shortID(s.KeyID()), control.ButtonPlain, nil)
	avatar.Icon = theme.AccountIcon()
	avatar.Hint = lang.L("Signed in with {{.ID}}", map[string]any{"ID": s.KeyID()})
	avatar.Tips = w.page.Tips
	avatar.OnTapped = func() { w.page.Dialogs.MenuBelow(w.commands.avatarMenu(), avatar) }

	product := container.New(style.Centred{}, name)
	left := container.NewHBox(style.Gap(2, topBarHeight), product, style.Gap(4, 0), warning, plain)
	copied, time := newCopiedBar(w)
	right := container.NewHBox(copied, container.New(style.Centred{}, avatar), style.Gap(16, 0))
	row := container.New(&barLayout{left: left, right: right, spared: []fyne.CanvasObject{product, time}},
		left, right, container.New(style.AcrossMiddle{}, server, whole))
	return container.NewStack(control.NewPanel(style.ColorCard), row)
}

// barLayout places what is at the bar's left and right, and the rest between. In a narrow window some is spared.
type barLayout struct {
	left, right fyne.CanvasObject
	spared      []fyne.CanvasObject
}

// MinSize implements fyne.Layout.
func (*barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, topBarHeight) }

// Layout implements fyne.Layout.
func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range l.spared {
		style.Show(o, size.Width >= foldWidth)
	}
	layout.NewBorderLayout(nil, nil, l.left, l.right).Layout(objects, size)
}

// underBar lays out the bar, a line below it, and what fills the rest.
type underBar struct{}

func (underBar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	bar, rest := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(bar.Width, rest.Width), topBarHeight+style.LineWidth+rest.Height)
}

func (underBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, height := range []float32{topBarHeight, style.LineWidth, size.Height - topBarHeight - style.LineWidth} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

func (c *commands) avatarMenu() *fyne.Menu {
	settings := fyne.NewMenuItem(lang.L("Personal Settings"), func() { c.onKeys(func(*keyspage.Page) {}) })
	settings.Icon = theme.AccountIcon()
	preferences := fyne.NewMenuItem(lang.L("Preferences"), c.showPreferences)
	preferences.Icon = theme.SettingsIcon()
	lock := fyne.NewMenuItem(lang.L("Lock")+"  ("+keyboard.Chord(shortcutLock())+")", c.locking.lock)
	lock.Icon = theme.NewThemedResource(theme.VisibilityOffIcon())
	keys := fyne.NewMenuItem(lang.L("Keyboard Shortcuts")+"  ("+keyboard.Chord(shortcutHelp())+")", c.showShortcuts)
	keys.Icon = theme.HelpIcon()
	about := fyne.NewMenuItem(lang.L("About"), c.showAbout)
	about.Icon = theme.InfoIcon()
	logOut := fyne.NewMenuItem(lang.L("Log Out"), c.session.askLogOut)
	logOut.Icon = theme.LogoutIcon()
	return fyne.NewMenu("", settings, preferences, fyne.NewMenuItemSeparator(),
		keys, about, fyne.NewMenuItemSeparator(), lock, logOut)
}

// shortID is enough of a key ID to know it by.
func shortID(id string) string {
	if len(id) <= 12 {
		return id
	}
	return id[:6] + "…" + id[len(id)-4:]
}
