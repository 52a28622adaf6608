package views

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// The ways to a server, by their place.
const (
	proxySystem = iota
	proxyNone
	proxyOwn
)

// networkForm asks how a server is reached. Files are typed: the toolkit's dialog for choosing one can be left by
// no key and is not told to screen readers.
type networkForm struct {
	w                      *window
	ca, cert, key, address *control.Entry
	proxy, limit           *control.Choice
	pin                    *control.Mono
	unpin                  *control.Button
	pinRow                 *fyne.Container
	plain                  *control.Check
	plainOffered           bool // http that was allowed can be forbidden here

	limits []app.Seconds
	shown  client.Network // as it was last set
	pinned client.Fingerprint
	object *fyne.Container
}

func newNetworkForm(w *window, onKey func(*fyne.KeyEvent)) *networkForm {
	f := &networkForm{w: w, limits: app.LimitChoices(), pin: control.NewMono(dialogIDLength, 2)}
	f.ca, f.cert, f.key, f.address = control.NewEntry(control.LongestPath), control.NewEntry(control.LongestPath), control.NewEntry(control.LongestPath), control.NewEntry(control.LongestAddress)
	for _, e := range []*control.Entry{f.ca, f.cert, f.key, f.address} {
		e.OnKey = onKey
		w.hear(e)
	}
	f.proxy = control.NewChoice("", proxyNames(), proxySystem)
	f.proxy.OnChosen = func(place int) { style.Show(f.address, place == proxyOwn) }
	f.limit = control.NewChoice("", named(f.limits, inWords), slices.Index(f.limits, app.LimitOf(client.Network{})))
	f.limit.OnChosen = func(int) {}
	for _, c := range []*control.Choice{f.proxy, f.limit} {
		c.OnKey, c.OnMenu = onKey, w.dialogs.Menu
	}
	f.unpin = control.NewButton("", control.ButtonDefault, func() { f.SetPin("") })
	f.plain = control.NewCheck("", true)
	f.unpin.OnKey, f.plain.OnKey = onKey, onKey
	f.object = container.NewVBox()
	f.sayAnew()
	f.Set(client.Network{})
	return f
}

func proxyNames() []string {
	return []string{lang.L("As the system"), lang.L("None"), lang.L("This one:")}
}

// sayAnew words the form in the language of now. What was typed stays.
func (f *networkForm) sayAnew() {
	f.ca.Name, f.cert.Name, f.key.Name = lang.L("Extra CA certificate file"), lang.L("Client certificate file"), lang.L("Its private key file, if another")
	f.address.Name, f.proxy.Name, f.limit.Name = lang.L("Proxy's address"), lang.L("Proxy"), lang.L("Time limit of one attempt")
	f.ca.SetPlaceHolder(lang.L("such as ~/company-ca.pem"))
	f.cert.SetPlaceHolder(lang.L("such as ~/me.pem"))
	f.key.SetPlaceHolder(lang.L("such as ~/me.key"))
	f.address.SetPlaceHolder("http://proxy.example.com:3128")
	f.proxy.Rename(proxyNames())
	f.limit.Rename(named(f.limits, inWords))
	f.unpin.SetText(lang.L("Stop Trusting It"))
	f.plain.SetText(lang.L("Send unencrypted to this server"))
	f.pinRow = container.NewVBox(widget.NewLabel(lang.L("Trusted certificate, by its SHA-256 fingerprint")),
		style.InsetLeft(f.pin), container.NewHBox(style.InsetLeft(f.unpin)))
	f.object.Objects = []fyne.CanvasObject{
		widget.NewLabel(f.ca.Name), f.ca,
		widget.NewLabel(f.cert.Name), f.cert,
		widget.NewLabel(f.key.Name), f.key,
		widget.NewLabel(f.proxy.Name), container.NewHBox(control.Framed(f.proxy)), f.address,
		widget.NewLabel(f.limit.Name), container.NewHBox(control.Framed(f.limit)),
		f.pinRow, f.plain,
	}
	f.SetPin(f.pinned)
}

// followWith has a page that the form is in scroll to what gets the keyboard.
func (f *networkForm) followWith(follow func(control, until fyne.CanvasObject) func()) {
	for _, e := range []*control.Entry{f.ca, f.cert, f.key, f.address} {
		e.OnFocus = follow(e, e)
	}
	for _, c := range []*control.Choice{f.proxy, f.limit} {
		c.OnFocus = follow(c, c)
	}
	f.unpin.OnFocus, f.plain.OnFocus = follow(f.pinRow, f.unpin), follow(f.plain, f.plain)
}

// onSubmit has Enter in a field do something.
func (f *networkForm) onSubmit(do func()) {
	for _, e := range []*control.Entry{f.ca, f.cert, f.key, f.address} {
		e.OnSubmitted = func(string) { do() }
	}
}

// Set shows how a server is reached.
func (f *networkForm) Set(n client.Network) {
	f.shown = n
	f.ca.SetText(n.CAFile)
	f.cert.SetText(n.CertFile)
	f.key.SetText(n.KeyFile)
	place, address := proxyOwn, n.Proxy
	switch n.Proxy {
	case "":
		place = proxySystem
	case client.ProxyNone:
		place, address = proxyNone, ""
	}
	f.address.SetText(address)
	f.proxy.Choose(place)
	style.Show(f.address, place == proxyOwn)
	f.limit.Choose(max(0, slices.Index(f.limits, app.LimitOf(n))))
	f.SetPin(n.Pin)
	f.plain.SetChecked(n.AllowPlain)
	style.Show(f.plain, n.AllowPlain && f.plainOffered)
}

// SetPin shows another trusted certificate, or none.
func (f *networkForm) SetPin(pin client.Fingerprint) {
	f.pinned = pin
	f.pin.Set(inGroups(pin), style.ColorSecondary)
	style.Show(f.pinRow, pin != "")
}

// forgetTrust takes out what the person trusts one server with.
func (f *networkForm) forgetTrust() {
	f.shown = client.Network{}
	f.SetPin("")
	f.plain.SetChecked(false)
	f.plain.Hide()
}

// AllowPlain has the form say that the person allows http.
func (f *networkForm) AllowPlain() {
	f.plain.SetChecked(true)
	style.Show(f.plain, f.plainOffered)
}

// Network is how the server is to be reached, by what is in the form.
func (f *networkForm) Network() client.Network {
	n := client.Network{CAFile: f.ca.Text, CertFile: f.cert.Text, KeyFile: f.key.Text, Pin: f.pinned}
	switch f.proxy.SelectedIndex() {
	case proxyNone:
		n.Proxy = client.ProxyNone
	case proxyOwn:
		n.Proxy = f.address.Text
	}
	if limit := f.limits[max(0, f.limit.SelectedIndex())]; limit != app.LimitOf(client.Network{}) {
		n.Seconds = int(limit)
	}
	n.AllowPlain = f.plain.Checked && (f.shown.AllowPlain || f.plain.Visible())
	return n
}

// Edited tells whether something in the form is not as it was set.
func (f *networkForm) Edited() bool { return f.Network() != f.shown || f.missing() != "" }

// Typed tells whether all that is in the form was typed there.
func (f *networkForm) Typed() bool { return f.shown == (client.Network{}) && f.Edited() }

// missing says what is still to be filled in.
func (f *networkForm) missing() string {
	if f.proxy.SelectedIndex() == proxyOwn && f.address.Text == "" {
		return lang.L("Type the proxy's address.")
	}
	return ""
}

// field is where a setting is typed.
func (f *networkForm) field(s client.Setting) *control.Entry {
	switch s {
	case client.SettingCA:
		return f.ca
	case client.SettingCert:
		return f.cert
	case client.SettingKey:
		return f.key
	}
	return f.address
}

// fields are what can be filled in.
func (f *networkForm) fields() []fyne.Disableable {
	return []fyne.Disableable{f.ca, f.cert, f.key, f.address, f.proxy, f.limit, f.unpin, f.plain}
}
