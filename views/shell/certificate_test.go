package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/diskwriter"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/scroll"
)

func TestSelfSignedCertificateIsTrustedByItsFingerprint(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	own := selfSigned(t)
	s := r.overTLS(own)
	form := r.signInTo(s.URL)
	if !strings.Contains(form.notice().Text, "optimizer.test") || r.requests() != 0 {
		t.Fatalf("says %q after %d requests", form.notice().Text, r.requests())
	}
	if r.canvas().Focused() != fyne.Focusable(form.look()) {
		t.Error("the keyboard is not on what leads on")
	}
	r.press(fyne.KeyReturn)
	if !r.dialogOpen() {
		t.Fatal("no certificate is shown")
	}
	r.pressOn("Trust This Certificate")
	if !r.signedIn() {
		t.Fatalf("not signed in: %s", form.notice().Text)
	}
	pin := r.session().Network().Pin
	if pin == "" || !strings.Contains(r.settingsFile(), string(pin)) {
		t.Errorf("the pin %q is not in the settings", pin)
	}

	// The next start signs in automatically, until the server has another certificate. The user can inspect and trust it.
	r = r.restarted()
	if !r.signedIn() || len(r.listed()) == 0 {
		t.Fatal("the next start does not open")
	}
	showAnother(s, selfSigned(t))
	before := r.requests()
	r = r.restarted()
	if r.requests() != before || len(r.listed()) != 0 {
		t.Fatal("the other certificate was accepted")
	}
	if message := r.message(); !strings.Contains(message, "another certificate than the one you trusted") {
		t.Errorf("says %q", message)
	}
	r.pressOn("View Certificate…")
	r.pressOn("Trust This Certificate")
	if len(r.listed()) == 0 || r.session().Network().Pin == pin || r.warnsOfCertificate() {
		t.Error("the other certificate is not trusted now")
	}
}

// With a list that an earlier run has saved, the failure is told above it.
func TestOtherCertificateIsInspectedAboveAKeptList(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	s := r.overTLS(selfSigned(t))
	r.signInTo(s.URL)
	r.press(fyne.KeyReturn)
	r.pressOn("Trust This Certificate")
	r.pass(2 * diskwriter.ListPause)
	showAnother(s, selfSigned(t))
	before := r.requests()
	r = r.restarted()
	if len(r.listed()) == 0 || r.requests() != before {
		t.Fatal("no list is kept, or the other certificate was accepted")
	}
	if !r.warnsOfCertificate() {
		t.Error("the top bar does not offer to look at it")
	}
	r.canvas().Focus(r.keysButton("View Certificate…"))
	r.press(fyne.KeyReturn)
	r.pressOn("Trust This Certificate")
	if r.warnsOfCertificate() || r.warning() != "" || !r.session().Keys().Freshness().Current {
		t.Error("the list is not read once the certificate is trusted")
	}
}

func TestCertificateThatCannotBePinnedIsOnlyShown(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.form()
	r.showCertificate(&route.Certificate{Problem: route.CertificateUnknownIssuer, By: "Example Root", Fingerprint: "ab"}, func() { t.Error("trusted") })
	for _, f := range r.tabStops() {
		if b, ok := f.(*control.Button); ok && strings.HasPrefix(b.Text, "Trust") {
			t.Error("it can be trusted")
		}
	}
	r.pressOn("Copy Fingerprint")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "AB" {
		t.Errorf("copied %q", got)
	}
	r.press(fyne.KeyEscape)
	if r.dialogOpen() {
		t.Error("Escape does not close it")
	}
}

// The dialog is open while the window becomes as small as it may be.
func TestCertificateInAWindowMadeSmall(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.setSize(fyne.NewSize(1221, 740))
	r.showCertificate(longCertificate(r), func() {})
	small := fyne.NewSize(480, 360)
	r.setSize(small)
	seen := 0
	var check func(*fyne.Container)
	check = func(c *fyne.Container) {
		for _, o := range c.Objects {
			switch o := o.(type) {
			case *fyne.Container:
				check(o)
			case *scroll.Shade:
				seen++
				left := fyne.CurrentApp().Driver().AbsolutePositionForObject(o.Object).X
				if right := left + o.Object.Size().Width; right > small.Width {
					t.Errorf("%s ends at %v", described(o.Object), right)
				}
			}
		}
	}
	check(r.canvas().Overlays().Top().(*fyne.Container))
	if seen == 0 {
		t.Error("there is nothing in the dialog")
	}
}

func TestCertificateIsOfferedInSight(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.setSize(fyne.NewSize(760, 480))
	form := r.signInTo(r.overTLS(selfSigned(t)).URL)
	r.wantSeen(form.notice())
	r.wantSeen(form.look())
}

func TestWarningOfACertificateTakesTheKeyboardFromNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.warnOfCertificate(&route.Certificate{})
	inspect := r.buttonWithHint("View Certificate…")
	r.canvas().Focus(inspect)
	r.warnOfCertificate(&route.Certificate{}) // another attempt has failed
	if r.canvas().Focused() != fyne.Focusable(inspect) {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
	r.warnOfCertificate(nil)
	if r.canvas().Focused() == fyne.Focusable(inspect) || r.warnsOfCertificate() {
		t.Error("the keyboard is on a button that is gone")
	}
}
