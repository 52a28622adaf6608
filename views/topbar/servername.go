package topbar

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

// serverName is the label that names the account and the server. While it is cut, a tooltip over it has all of it.
type serverName struct {
	label   *nameLabel
	tip     *tooltip.Area
	warning string  // the tooltip says it below the name, even if that is not cut
	least   float32 // the width that goes before the avatar's text
}

// nameLabel is a label that shows as much of a name as there is room for, and keeps the end that tells accounts apart.
type nameLabel struct {
	widget.Label
	whole string
}

func newNameLabel(name string) *nameLabel {
	l := &nameLabel{}
	l.ExtendBaseWidget(l)
	l.SetText(name)
	return l
}

// SetText replaces the whole name.
func (l *nameLabel) SetText(name string) {
	l.whole = name
	l.Label.SetText(name)
}

// AccessibilityLabel returns the whole name.
func (l *nameLabel) AccessibilityLabel() string { return l.whole }

// fit cuts the name to a width.
func (l *nameLabel) fit(width float32) {
	if shown := style.FittedToID(l.whole, width-2*theme.InnerPadding(), theme.TextSize()); shown != l.Text {
		l.Label.SetText(shown)
	}
}

func (b *Bar) server(account string) *serverName {
	host := words.Host(b.session.Server())
	s := &serverName{label: newNameLabel(accountAndServer(account, host)), tip: tooltip.NewArea(b.win.Tips), least: leastServer}
	if account != "" && !strings.HasPrefix(account, host) { // the user's name for it tells more than the end of an ID
		s.least = min(serverWidth, s.widthOf(account+" …")+2*theme.Padding())
	}
	s.label.Truncation = fyne.TextTruncateEllipsis
	s.label.Importance = widget.LowImportance
	if account != "" {
		s.label.Importance = widget.MediumImportance
	}
	if b.demo {
		s.label.SetText(lang.L("Demo: keys vanish when you close"))
	}
	if b.unencrypted() {
		s.label.SetText(accountAndServer(account, lang.L("Not encrypted: {{.Host}}", map[string]any{"Host": host})))
		s.label.Importance = widget.DangerImportance
		s.warning, s.least = words.PlainWarning(), serverWidth
	}
	return s
}

// accountAndServer returns an account's name, followed by its server unless the name begins with that.
func accountAndServer(account, server string) string {
	if account == "" || strings.HasPrefix(account, server) {
		return cmp.Or(account, server)
	}
	return account + " – " + server
}

// width returns the width that the label needs not to be cut.
func (s *serverName) width() float32 { return s.widthOf(s.label.whole) }

func (s *serverName) widthOf(text string) float32 {
	return fyne.MeasureText(text, theme.TextSize(), s.label.TextStyle).Width + 2*theme.InnerPadding()
}

// MinSize implements fyne.Layout.
func (s *serverName) MinSize([]fyne.CanvasObject) fyne.Size { return s.label.MinSize() }

// Layout implements fyne.Layout.
func (s *serverName) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.label.fit(size.Width)
	style.AcrossMiddle{}.Layout(objects, size)
	needed := s.width()
	whole := ""
	if needed > size.Width || s.warning != "" {
		whole = strings.TrimSpace(s.label.whole + "\n" + s.warning)
	}
	s.tip.Set(whole)
	style.Show(s.tip, whole != "")
	s.tip.Resize(fyne.NewSize(min(needed, size.Width), s.tip.Size().Height))
}
