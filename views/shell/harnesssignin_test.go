package shell

import (
	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/text"
	"accesskeys/views/signin"
)

// signInForm is the sign-in form on screen. Its fields are found by their labels.
type signInForm struct{ page *signin.Page }

func (r *rig) signInShown() bool { return r.w.state.signIn != nil }

func (r *rig) signInForm() *signInForm {
	if !r.signInShown() {
		return nil
	}
	return &signInForm{r.w.state.signIn}
}

func (f *signInForm) server() *control.Entry        { return f.page.Server }
func (f *signInForm) keyID() *control.Entry         { return f.page.KeyID }
func (f *signInForm) secret() *control.SecretEntry  { return f.page.Secret }
func (f *signInForm) keep() *control.Check          { return f.page.Keep.Check }
func (f *signInForm) advanced() *control.Disclosure { return f.page.Advanced }
func (f *signInForm) network() *connectionform.Form { return f.page.Network }
func (f *signInForm) look() *control.Button         { return f.page.Inspect }
func (f *signInForm) submit() *control.Button       { return f.page.Submit }
func (f *signInForm) again() *control.Button        { return f.page.Again }
func (f *signInForm) notice() *text.Wrapped         { return f.page.Notice }

// fill types an address and a key into the form.
func (f *signInForm) fill(server, id, secret string) {
	f.server().SetText(server)
	f.keyID().SetText(id)
	f.secret().Clear()
	f.secret().Insert(secret)
}

// signIn signs in with what was typed.
func (f *signInForm) signIn() { f.page.SignIn() }

func (f *signInForm) fail(message string) { f.page.Fail(message) }

func (f *signInForm) setBusy(busy bool) { f.page.SetBusy(busy) }

func (f *signInForm) offerAgain(on bool) { f.page.OfferAgain(on) }

func (f *signInForm) offerCertificate(c *route.Certificate) { f.page.OfferCertificate(c) }

// form starts the program and returns the sign-in form that it shows.
func (r *rig) form() *signInForm {
	r.t.Helper()
	r.start()
	if !r.signInShown() {
		r.t.Fatal("no sign-in form is shown")
	}
	return r.signInForm()
}

// signIn starts the program and signs in with a key that the server accepts.
func (r *rig) signIn() {
	r.t.Helper()
	r.form()
	r.signInTo(r.server.URL())
}

// signInTo signs in to a server that forwards to the rig's.
func (r *rig) signInTo(address string) *signInForm {
	r.t.Helper()
	form := r.signInForm()
	if form == nil {
		form = r.form()
	}
	creds := r.server.Credentials()
	form.fill(address, creds.KeyID, creds.Secret.Reveal())
	form.signIn()
	return form
}
