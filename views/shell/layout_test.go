package shell

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/assets"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/lockpage"
	"accesskeys/views/words"
)

var (
	layoutSizes  = []fyne.Size{{Width: 480, Height: 360}, {Width: 640, Height: 400}, {Width: 760, Height: 480}, {Width: 1221, Height: 700}, {Width: 3840, Height: 2160}}
	layoutScales = []float32{1, 1.25, 1.5, 2}

	longID     = strings.Repeat("AK1234567890abcdef", 8)[:128]
	longServer = strings.Repeat("cluster-optimizer.", 12) + "example.com:8443"
	longSaid   = strings.Repeat("quota exceeded for project, see https://example.com/"+strings.Repeat("x", 120)+" ", 8)
)

// speak has everything said in a language from now on, until the test ends.
func speak(t *testing.T, locale string) {
	t.Helper()
	read := func() {
		if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(read) // after the environment is what it was
	for _, name := range []string{"LANGUAGE", "LANG", "LC_ALL"} {
		t.Setenv(name, locale)
	}
	read()
}

// layouts are what the window can show, each with the least size that it is made for.
var layouts = []struct {
	name  string
	least fyne.Size
	open  func(t *testing.T) *rig
}{
	{"sign-in", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.form()
		return r
	}},
	{"sign-in failed", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		fill(r.form(), longServer, longID, longID)
		r.w.session.signIn.Fail(words.Explain(&client.Error{Kind: client.KindForbidden, Message: longSaid}))
		r.w.session.signIn.OfferAgain(true)
		return r
	}},
	{"sign-in, advanced", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.form().Network.Set(longNetwork())
		r.w.session.signIn.Advanced.Open(true)
		r.w.session.signIn.Fail(words.Explain(&client.Error{Kind: client.KindCertificate, Certificate: longCertificate(r)}))
		r.w.session.signIn.OfferCertificate(longCertificate(r))
		return r
	}},
	{"certificate", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		r.atSize = func() {
			r.w.page.Dialogs.Dismiss()
			connectionform.ShowCertificate(r.w.page, longCertificate(r), func() {})
		}
		return r
	}},
	{"without encryption", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		connectionform.AskPlain(r.w.page, "http://"+longServer, func() {})
		return r
	}},
	{"not encrypted", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		if err := r.app.Networks.Set(plainAddress, route.Network{Proxy: r.plainServer().URL, AllowPlain: true}); err != nil {
			t.Fatal(err)
		}
		r.signInTo(plainAddress)
		r.toastsGone()
		r.copySecret()
		r.toastsGone()
		r.w.session.settings.Show(tabAccount)
		r.w.session.settings.bar.Warn(longCertificate(r))
		return r
	}},
	{"signing in", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.form().SetBusy(true)
		return r
	}},
	{"opening", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.w.frame.show(control.Waiting(lang.L("Opening…")))
		return r
	}},
	{"locked", fyne.Size{}, func(t *testing.T) *rig { return lockedRig(t, lockpage.UnlockPlain) }},
	{"locked with a PIN", fyne.Size{}, func(t *testing.T) *rig { return lockedRig(t, lockpage.UnlockPIN) }},
	{"locked without a keyring", fyne.Size{}, func(t *testing.T) *rig { return lockedRig(t, lockpage.UnlockSecret) }},
	{"access keys", fyne.Size{}, func(t *testing.T) *rig { return longRig(t) }},
	{"offline", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.goOffline()
		return r
	}},
	{"offline, several selected", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.goOffline()
		r.list().SelectAll()
		return r
	}},
	{"offline without a list", fyne.Size{}, func(t *testing.T) *rig { return unlistedRig(t) }},
	{"kept list, refreshing", fyne.Size{}, func(t *testing.T) *rig { return refreshingRig(t) }},
	{"account", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		account := r.w.session.settings.account
		account.Keyring.SetText(words.Explain(&keyring.Error{Kind: keyring.Missing}))
		account.Version.SetText(words.Explain(&client.Error{Kind: client.KindServer, Message: longSaid}))
		r.lengthen(r.w.session.current.KeyID(), longID)
		r.lengthen(r.w.session.current.Server(), "https://"+longServer+"/api/v1")
		account.Network.Set(longNetwork())
		account.Complain(words.Explain(&client.Error{Kind: client.KindSettings, Err: &route.NetworkError{Problem: route.ProblemEncrypted, Path: longSaid}}))
		return r
	}},
	{"preferences", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabPreferences)
		r.w.session.settings.preferences.Pin.Say(words.WrongBefore())
		return r
	}},
	{"preferences with a PIN", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		if err := r.app.PIN.Set(client.Secret{}, client.NewSecret("2468"), r.w.session.current.Ended); err != nil {
			t.Fatal(err)
		}
		r.w.session.settings.Show(tabPreferences)
		return r
	}},
	{"avatar menu", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		r.w.page.Dialogs.Menu(r.w.commands.avatarMenu(), fyne.NewPos(600, 40))
		return r
	}},
	{"row menu", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.chooseEnabled()
		r.list().OpenMenu()
		return r
	}},
	{"delete in the list", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.chooseEnabled()
		r.press(fyne.KeyDelete)
		return r
	}},
	{"outcome not known", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.server.SetFaults(demo.Faults{Match: mutations, Drop: true}, demo.Faults{Match: unread, Status: 403})
		r.GoErr(keys.OpEnable)
		r.toastsGone()
		return r
	}},
	{"outcomes", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		lost := &keys.UnacknowledgedError{Err: &client.Error{Kind: client.KindServer, Message: longSaid}}
		r.w.page.Toasts.Error(words.Failure(keys.OpDelete, longID, lost))
		r.w.page.Toasts.Error(words.Failure(keys.OpDelete, longID, &keys.UnacknowledgedError{Read: true, State: client.StateExpired}))
		r.w.page.Toasts.Note(words.ChangedMeanwhile(longID, client.StateDisabled))
		r.w.page.Toasts.Note(words.NowDone(keys.OpDelete, longID))
		return r
	}},
	{"details", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.page.Dialogs.Tell("", keyspage.DetailsOf(keys.Key{AccessKey: client.AccessKey{ID: longID, CreatedAt: r.now, DeletedAt: r.now}, Own: true}))
		return r
	}},
	{"log out", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		r.w.session.askLogOut()
		return r
	}},
	{"disable", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		r.w.page.Dialogs.Ask(keyspage.ConfirmDisable(keys.Key{AccessKey: client.AccessKey{ID: longID}, Own: true}, func() {}))
		return r
	}},
	{"delete", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		r.w.page.Dialogs.Ask(keyspage.ConfirmDelete(keys.Key{AccessKey: client.AccessKey{ID: longID}, Own: true}, func() {}))
		return r
	}},
	{"messages", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		r.w.page.Toasts.Done(words.Outcome(keys.OpDisable, longID))
		r.w.page.Toasts.Error(words.Failure(keys.OpDisable, longID, &client.Error{Kind: client.KindServer, Message: longSaid}))
		r.w.notices.tellSkew(3 * 60 * 1e9)
		r.w.notices.tellStuck(true)
		return r
	}},
	{"messages of odd answers", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		r.w.page.Toasts.Note(words.Explain(keys.ErrOwnerMismatch))
		r.w.page.Toasts.Note(words.Explain(&keys.APIMovedError{Base: "https://" + longServer + "/api/v1"}))
		r.w.page.Toasts.Error(words.Failure(keys.OpReveal, longID, &client.Error{Kind: client.KindMasked}))
		return r
	}},
	{"keys in unknown states", fyne.Size{}, func(t *testing.T) *rig {
		r, f := behindFront(t, demo.Options{})
		f.says(answering(200, "application/json", `[{"keyId":"AKa","state":"`+strings.Repeat("W", 40)+`"},{"keyId":"AKb"}]`))
		r.press(fyne.KeyF5)
		r.toastsGone()
		return r
	}},
	{"tip", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.w.session.settings.Show(tabAccount)
		r.atSize = func() { r.w.page.Tips.Present(r.sideTabs()[tabPreferences], longSaid) }
		return r
	}},
}

// longNetwork is a way to a server with everything in it.
func longNetwork() route.Network {
	path := "/home/me/" + strings.Repeat("certificates/", 12) + "ca.pem"
	return route.Network{CAFile: path, CertFile: path, KeyFile: path, Proxy: "http://" + longServer, Seconds: 60,
		Pin: route.Fingerprint(strings.Repeat("ab", 32)), AllowPlain: true}
}

// longCertificate is one with much to tell, which is shown by a server.
func longCertificate(r *rig) *route.Certificate {
	own := selfSigned(r.t)
	_, err := client.SignIn(r.t.Context(), r.overTLS(own).URL, client.Credentials{KeyID: "AK1"}, client.Options{})
	c := words.CertificateOf(err)
	c.Host, c.Subject, c.Issuer, c.OtherHost = longServer, longSaid[:300], longSaid[:300], true
	for range 20 {
		c.Names = append(c.Names, longServer)
	}
	return c
}

func lockedRig(t *testing.T, kind lockpage.UnlockKind) *rig {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.w.locking.showLockPage(kind)
	r.w.locking.lockPage.Complain(words.Explain(&client.Error{Kind: client.KindForbidden, Message: longSaid}))
	return r
}

// longRig is signed in to a server with a long name, with a secret on the clipboard.
func longRig(t *testing.T) *rig {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.toastsGone()
	r.copySecret()
	r.toastsGone()
	r.lengthen(words.Host(r.w.session.current.Server()), longServer)
	return r
}

// goOffline has the list not be current for days, and the reason be long.
func (r *rig) goOffline() {
	r.server.SetFaults(demo.Faults{HTML: true})
	r.press(fyne.KeyF5)
	r.hold = true
	r.sleep(72 * time.Hour)
	r.pass(keyspage.Beat)
	r.hold, r.held = false, nil
	bar, _ := r.newsBar()
	bar.Show(strings.Split(bar.Text(), "\n")[0], style.Shorten(longSaid, keyspage.LongestWhy))
	r.toastsGone()
}

// unlistedRig has no list, and no server either.
func unlistedRig(t *testing.T) *rig {
	r := signedOutRig(t, demo.Options{})
	s, err := r.app.Sessions.SignIn(t.Context(), r.server.URL(), r.server.Credentials())
	if err != nil {
		t.Fatal(err)
	}
	r.w.session.show(s)
	r.lose()
	r.page().Loaded(s.Keys().Load(t.Context()))
	return r
}

// refreshingRig shows the list that was kept, while the server is asked for its own.
func refreshingRig(t *testing.T) *rig {
	r, _ := keptRig(t)
	next := r.restarting()
	next.now = next.now.Add(400 * time.Hour)
	s, err := next.app.Sessions.Resume(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	next.w.session.show(s)
	return next
}

func (r *rig) toastsGone() { r.w.page.Toasts.Clear() }

// lengthen replaces a text on screen.
func (r *rig) lengthen(from, to string) {
	r.t.Helper()
	found := false
	walkVisible(r.w.frame.win.Content(), func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok && l.Text == from {
			found = true
			l.SetText(to)
		}
	})
	if !found {
		r.t.Fatalf("nothing on screen says %q", from)
	}
}

func TestNothingIsCutOrOverlaps(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		for _, s := range layouts {
			t.Run(locale[:2]+" "+s.name, func(t *testing.T) {
				speak(t, locale)
				r := s.open(t)
				for _, size := range layoutSizes {
					if size.Width < s.least.Width || size.Height < s.least.Height {
						continue
					}
					for _, scale := range layoutScales {
						r.resize(size, scale)
						for _, wrong := range r.misplaced() {
							t.Errorf("%gx%g at %g: %s", size.Width, size.Height, scale, wrong)
						}
					}
				}
			})
		}
	}
}

// resize gives the window a size, and everything in it the time to follow, as the toolkit's loop does.
func (r *rig) resize(size fyne.Size, scale float32) {
	c := r.canvas()
	c.(interface{ SetScale(float32) }).SetScale(scale)
	c.(interface{ Resize(fyne.Size) }).Resize(size)
	r.atSize()
	for range 3 {
		walkVisible(r.w.frame.win.Content(), relayout)
		for _, o := range c.Overlays().List() {
			walkVisible(o, relayout)
		}
	}
}

func relayout(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case fyne.Widget:
		test.WidgetRenderer(o).Layout(o.Size())
	}
}

// misplaced is what a person could not read or use.
func (r *rig) misplaced() []string {
	size := r.canvas().Size()
	var wrong []string
	if least := r.w.frame.win.Content().MinSize(); least.Width > size.Width || least.Height > size.Height {
		wrong = append(wrong, fmt.Sprintf("the window is made larger: %v", least))
	}
	layers := append([]fyne.CanvasObject{r.w.frame.body, r.w.page.Toasts.Layer, r.w.page.Tips.Layer}, r.canvas().Overlays().List()...)
	for _, layer := range layers {
		s := &survey{}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(layer)
		all := area{max: fyne.NewPos(size.Width, size.Height)}
		s.visit(layer, at, room{all, all}, nil)
		wrong = append(wrong, s.wrong...)
		for i, a := range s.items {
			for _, b := range s.items[:i] {
				if a.overlaps(b) {
					wrong = append(wrong, fmt.Sprintf("%s overlaps %s", a, b))
				}
			}
		}
	}
	return wrong
}

// area is a rectangle in the window.
type area struct{ min, max fyne.Position }

func areaOf(at fyne.Position, size fyne.Size) area { return area{at, at.Add(size)} }

func (a area) cut(by area) area {
	return area{fyne.NewPos(max(a.min.X, by.min.X), max(a.min.Y, by.min.Y)), fyne.NewPos(min(a.max.X, by.max.X), min(a.max.Y, by.max.Y))}
}

func (a area) empty() bool { return a.max.X-a.min.X < roundedOff || a.max.Y-a.min.Y < roundedOff }

// roundedOff is what does not count: pixels are not where the layout says to a hair.
const roundedOff = 1

func (a area) within(b area) bool {
	return a.min.X > b.min.X-roundedOff && a.min.Y > b.min.Y-roundedOff && a.max.X < b.max.X+roundedOff && a.max.Y < b.max.Y+roundedOff
}

// room is what of the window an object may fill, and what of that is seen: the two differ where it scrolls.
type room struct{ whole, seen area }

// scrolled is the room in a part of the window that scrolls.
func (r room) scrolled(view area, direction container.ScrollDirection) room {
	const endless = 1e6
	inner := r.whole.cut(view)
	if direction == container.ScrollVerticalOnly || direction == container.ScrollBoth {
		inner.min.Y, inner.max.Y = -endless, endless
	}
	if direction == container.ScrollHorizontalOnly || direction == container.ScrollBoth {
		inner.min.X, inner.max.X = -endless, endless
	}
	return room{inner, r.seen.cut(view)}
}

// item is a text or a control on screen.
type item struct {
	area
	what string
}

func (i item) String() string { return fmt.Sprintf("%s at %v-%v", i.what, i.min, i.max) }

func (i item) overlaps(other item) bool { return !i.cut(other.area).empty() }

// survey looks at everything that is visible in a layer.
type survey struct {
	items []item
	wrong []string
}

// visit looks at an object at a place in a room. control is the control that it is a part of.
func (s *survey) visit(o fyne.CanvasObject, at fyne.Position, room room, control fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	size := o.Size()
	here := areaOf(at, size)
	if text, ok := o.(*canvas.Text); ok {
		if text.Text != "" {
			s.text(text, at, room, control)
		}
		return
	}
	if _, layer := o.(*fyne.Container); !layer {
		if least := o.MinSize(); least.Width > 0 && (size.Width < least.Width-roundedOff || size.Height < least.Height-roundedOff) {
			s.wrong = append(s.wrong, fmt.Sprintf("%s is %v, smaller than %v", described(o), size, least))
		}
	}
	if control == nil && isControl(o) {
		control = o
		s.add(described(o), here, room)
	}
	if scroll, ok := o.(*container.Scroll); ok {
		s.visit(scroll.Content, at.Add(scroll.Content.Position()), room.scrolled(here, scroll.Direction), control)
		return // the bars lie over the content
	}
	for _, part := range partsOf(o) {
		s.visit(part, at.Add(part.Position()), room, control)
	}
}

func (s *survey) text(t *canvas.Text, at fyne.Position, room room, control fyne.CanvasObject) {
	here := areaOf(at, t.MinSize())
	spare := t.Size().Width - t.MinSize().Width
	switch t.Alignment {
	case fyne.TextAlignCenter:
		here = areaOf(at.AddXY(spare/2, 0), t.MinSize())
	case fyne.TextAlignTrailing:
		here = areaOf(at.AddXY(spare, 0), t.MinSize())
	}
	if control == nil {
		s.add(fmt.Sprintf("%q", style.Shorten(t.Text, 40)), here, room)
		return
	}
	_, field := control.(interface{ CursorTextOffset() int })
	if place := fyne.CurrentApp().Driver().AbsolutePositionForObject(control); !field && !here.within(areaOf(place, control.Size())) {
		s.wrong = append(s.wrong, fmt.Sprintf("%q is not within its control", t.Text))
	}
}

func (s *survey) add(what string, here area, room room) {
	if !here.within(room.whole) {
		s.wrong = append(s.wrong, fmt.Sprintf("%s is at %v-%v, not within %v-%v", what, here.min, here.max, room.whole.min, room.whole.max))
	}
	s.items = append(s.items, item{here.cut(room.seen), what})
}

func isControl(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *keytable.List, *container.Scroll, *dialog.Backdrop, *control.Watcher:
		return false
	}
	_, focusable := o.(fyne.Focusable)
	_, tappable := o.(fyne.Tappable)
	return focusable || tappable
}

func described(o fyne.CanvasObject) string {
	if named, ok := o.(interface{ AccessibilityLabel() string }); ok && named.AccessibilityLabel() != "" {
		return fmt.Sprintf("%T %q", o, style.Shorten(named.AccessibilityLabel(), 40))
	}
	if l, ok := o.(*widget.Label); ok {
		return fmt.Sprintf("label %q", style.Shorten(l.Text, 40))
	}
	return fmt.Sprintf("%T", o)
}

func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// walkVisible visits an object and all in it that is visible.
func walkVisible(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	for _, part := range partsOf(o) {
		walkVisible(part, visit)
	}
}
