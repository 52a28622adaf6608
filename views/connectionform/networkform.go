// Package connectionform has the form for the network settings of a server, and the dialog for a certificate that was
// not accepted. The sign-in form and the Account tab share it.
package connectionform

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/client/route"
	"accesskeys/views/filedialog"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// The choices of a proxy, by their index.
const (
	proxySystem = iota
	ProxyNone
	ProxyOwn
)

// Form is the form for the network settings of a server.
type Form struct {
	win                    *page.Window
	browse                 map[*control.Entry]*control.Button // the Browse button of each field
	Ca, Cert, Key, Address *control.Entry
	Proxy, Limit           *control.Choice
	pin                    *text.Mono
	unpin                  *control.Button
	pinRow                 *fyne.Container
	plain                  *control.Check
	PlainOffered           bool // shows the tick box that can withdraw a permission for http

	limits []settings.Seconds
	shown  route.Network // the last settings passed to Set
	Pinned route.Fingerprint
	onEdit func() // called when the user has changed something
	Object *fyne.Container
}

// New returns a form that shows the zero Network.
func New(w *page.Window) *Form {
	f := &Form{win: w, browse: map[*control.Entry]*control.Button{}, onEdit: func() {}, limits: settings.LimitChoices(), pin: text.NewMono(dialog.IDLength, 2)}
	f.Ca, f.Cert, f.Key, f.Address = control.NewEntry(w.Typing, control.LongestPath), control.NewEntry(w.Typing, control.LongestPath), control.NewEntry(w.Typing, control.LongestPath), control.NewEntry(w.Typing, control.LongestAddress)
	for _, e := range f.files() {
		f.browse[e] = control.NewButton("", control.ButtonDefault, func() { f.chooseFile(e) })
	}
	f.Proxy = control.NewChoice(w.Dialogs.MenuOfChoice, "", proxyNames(), proxySystem)
	f.Proxy.OnChosen = func(place int) {
		style.Show(f.Address, place == ProxyOwn)
		f.onEdit()
	}
	f.Limit = control.NewChoice(w.Dialogs.MenuOfChoice, "", control.Names(f.limits, words.Seconds), slices.Index(f.limits, settings.LimitOf(route.Network{})))
	f.Limit.OnChosen = func(int) { f.onEdit() }
	f.unpin = control.NewButton("", control.ButtonDefault, func() {
		f.SetPin("")
		f.onEdit()
	})
	f.plain = control.NewCheck("", true)
	f.plain.OnChanged = func(bool) { f.onEdit() }
	f.Object = form.Column(form.GroupGap)
	f.Retranslate()
	f.Set(route.Network{})
	return f
}

func proxyNames() []string {
	return []string{lang.L("System default"), lang.L("None"), lang.L("This proxy")}
}

// Retranslate translates the form into the current language. What was typed stays.
func (f *Form) Retranslate() {
	f.Ca.Name, f.Cert.Name, f.Key.Name = lang.L("Extra CA certificate file"), lang.L("Client certificate file"), lang.L("Private key file, if separate")
	f.Address.Name, f.Proxy.Name, f.Limit.Name = lang.L("Proxy's address"), lang.L("Proxy"), lang.L("Request timeout")
	f.Ca.SetPlaceHolder(lang.L("Such as ~/company-ca.pem"))
	f.Cert.SetPlaceHolder(lang.L("Such as ~/me.pem"))
	f.Key.SetPlaceHolder(lang.L("Such as ~/me.key"))
	f.Address.SetPlaceHolder("http://proxy.example.com:3128")
	f.Proxy.Rename(proxyNames())
	f.Limit.Rename(control.Names(f.limits, words.Seconds))
	f.unpin.SetText(lang.L("Stop Trusting It"))
	f.plain.SetText(lang.L("Send unencrypted to this server"))
	for _, e := range f.files() {
		f.browse[e].SetText(lang.L("Browse…"))
		f.browse[e].SetHint(lang.L("Browse for: {{.Field}}", map[string]any{"Field": e.Name}))
	}
	f.pinRow = form.Group(form.FieldName(lang.L("Trusted certificate (SHA-256 fingerprint)")), f.pin, style.Gap(0, 4), container.NewHBox(f.unpin))
	f.Object.Objects = []fyne.CanvasObject{
		f.fileGroup(f.Ca), f.fileGroup(f.Cert), f.fileGroup(f.Key),
		form.Group(form.FieldName(f.Proxy.Name), form.Column(form.NameGap, form.OfOneWidth(f.Proxy), f.Address)),
		form.Group(form.FieldName(f.Limit.Name), form.OfOneWidth(f.Limit)),
		f.pinRow, form.FlushCheck(f.plain),
	}
	f.SetPin(f.Pinned)
}

// files returns the fields for paths of files.
func (f *Form) files() []*control.Entry { return []*control.Entry{f.Ca, f.Cert, f.Key} }

func (f *Form) fileGroup(e *control.Entry) fyne.CanvasObject {
	return form.Group(form.FieldName(e.Name), container.NewBorder(nil, nil, nil, container.NewHBox(style.Gap(0, 0), f.browse[e]), e))
}

// chooseFile opens a dialog in which the user chooses the file for a field.
func (f *Form) chooseFile(e *control.Entry) {
	if f.win.Canvas.Focused() == nil { // a click on Browse has taken the keyboard away: it comes back to this field
		f.win.Canvas.Focus(e)
	}
	filedialog.Open(f.win, e.Name, e.Text, func(path string) {
		e.SetText(path)
		f.onEdit()
		f.win.Canvas.Focus(e)
	})
}

// FollowWith has the page scroll to the form's controls when they get the keyboard.
func (f *Form) FollowWith(follow func(control, until fyne.CanvasObject) func()) {
	for _, e := range []*control.Entry{f.Ca, f.Cert, f.Key, f.Address} {
		e.OnFocus = follow(e, e)
	}
	for _, b := range f.browse {
		b.OnFocus = follow(b, b)
	}
	for _, c := range []*control.Choice{f.Proxy, f.Limit} {
		c.OnFocus = follow(c, c)
	}
	f.unpin.OnFocus, f.plain.OnFocus = follow(f.pinRow, f.unpin), follow(f.plain, f.plain)
}

// OnSubmit sets what Enter in a field, or on the box, does.
func (f *Form) OnSubmit(do func()) {
	for _, e := range []*control.Entry{f.Ca, f.Cert, f.Key, f.Address} {
		e.OnSubmitted = func(string) { do() }
	}
	f.plain.OnSubmitted = do
}

// OnEdit sets what is called when the user has changed something.
func (f *Form) OnEdit(do func()) {
	f.onEdit = do
	for _, e := range []*control.Entry{f.Ca, f.Cert, f.Key, f.Address} {
		e.OnEdited = do
	}
}

// Set shows network settings.
func (f *Form) Set(n route.Network) {
	onEdit := f.onEdit
	f.onEdit = func() {}
	defer func() { f.onEdit = onEdit }()
	f.shown = n
	f.Ca.SetText(n.CAFile)
	f.Cert.SetText(n.CertFile)
	f.Key.SetText(n.KeyFile)
	place, address := ProxyOwn, n.Proxy
	switch n.Proxy {
	case "":
		place = proxySystem
	case route.ProxyNone:
		place, address = ProxyNone, ""
	}
	f.Address.SetText(address)
	f.Proxy.Choose(place)
	style.Show(f.Address, place == ProxyOwn)
	f.Limit.Choose(max(0, slices.Index(f.limits, settings.LimitOf(n))))
	f.SetPin(n.Pin)
	f.plain.SetChecked(n.AllowPlain)
	style.Show(f.plain, n.AllowPlain && f.PlainOffered)
}

// SetPin sets the fingerprint of the trusted certificate; "" is none.
func (f *Form) SetPin(pin route.Fingerprint) {
	f.Pinned = pin
	f.pin.Set(inGroups(pin), style.ColorSecondary)
	style.Show(f.pinRow, pin != "")
}

// ForgetTrust removes the trusted certificate and the permission for http. The other settings stay.
func (f *Form) ForgetTrust() {
	f.shown = route.Network{}
	f.SetPin("")
	f.plain.SetChecked(false)
	f.plain.Hide()
}

// AllowPlain sets that the user allows http.
func (f *Form) AllowPlain() {
	f.plain.SetChecked(true)
	style.Show(f.plain, f.PlainOffered)
}

// Network returns the network settings in the form.
func (f *Form) Network() route.Network {
	n := route.Network{CAFile: f.Ca.Text, CertFile: f.Cert.Text, KeyFile: f.Key.Text, Pin: f.Pinned}
	switch f.Proxy.SelectedIndex() {
	case ProxyNone:
		n.Proxy = route.ProxyNone
	case ProxyOwn:
		n.Proxy = f.Address.Text
	}
	if limit := f.limits[max(0, f.Limit.SelectedIndex())]; limit != settings.LimitOf(route.Network{}) {
		n.Seconds = int(limit)
	}
	n.AllowPlain = f.plain.Checked && (f.shown.AllowPlain || f.plain.Visible())
	return n
}

// Edited reports whether the form differs from what was last set.
func (f *Form) Edited() bool { return f.Network() != f.shown || f.Missing() != "" }

// Draft returns a function that shows in another form what was typed in this one. It is nil if nothing was.
func (f *Form) Draft() func(*Form) {
	if !f.Edited() {
		return nil
	}
	typed, proxy := f.Network(), f.Proxy.SelectedIndex()
	return func(other *Form) {
		shown := other.shown
		other.Set(typed)
		other.Proxy.Choose(proxy) // its address may still be empty
		other.shown = shown
	}
}

// Typed reports whether everything in the form was typed by the user, and nothing was set.
func (f *Form) Typed() bool { return f.shown == (route.Network{}) && f.Edited() }

// Missing returns a message about a field that is still empty, or "".
func (f *Form) Missing() string {
	if f.Proxy.SelectedIndex() == ProxyOwn && route.TrimPasted(f.Address.Text) == "" {
		return lang.L("Type the proxy's address.")
	}
	return ""
}

// Field returns the field of a setting.
func (f *Form) Field(s route.Setting) *control.Entry {
	switch s {
	case route.SettingCA:
		return f.Ca
	case route.SettingCert:
		return f.Cert
	case route.SettingKey:
		return f.Key
	}
	return f.Address
}

// Fields returns all controls that the user can change.
func (f *Form) Fields() []fyne.Disableable {
	fields := []fyne.Disableable{f.Ca, f.Cert, f.Key, f.Address, f.Proxy, f.Limit, f.unpin, f.plain}
	for _, b := range f.browse {
		fields = append(fields, b)
	}
	return fields
}
