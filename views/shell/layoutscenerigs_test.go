package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/notes"
	"accesskeys/app/pin"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/autorefresh"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/style"
	"accesskeys/views/lockpage"
	"accesskeys/views/words"
)

// longNetwork returns network settings with everything set.
func longNetwork() route.Network {
	path := "/home/me/" + strings.Repeat("certificates/", 12) + "ca.pem"
	return route.Network{CAFile: path, CertFile: path, KeyFile: path, Proxy: "http://" + longServer, Seconds: 60,
		Pin: route.Fingerprint(strings.Repeat("ab", 32)), AllowPlain: true}
}

// longCertificate returns a server certificate with long texts.
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
	r.showLockPage(kind)
	r.lockPage().fail(pin.ErrWrong) // so that it says the most
	r.lockPage().complain(words.Explain(&client.Error{Kind: client.KindForbidden, Message: longSaid}))
	return r
}

// longRig returns a rig that is signed in to a server with a long name, with a secret on the clipboard.
func longRig(t *testing.T) *rig {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.toastsGone()
	r.copySecret()
	r.toastsGone()
	r.lengthen(words.Host(r.session().Server()), longServer)
	return r
}

// labelledRig has notes as long as they can be, about the key at the cursor and others.
func labelledRig(t *testing.T) *rig {
	r := longRig(t)
	known := longKnown()
	for _, id := range r.ids() {
		r.note(id, notes.Note{Label: known.Label, Places: known.Places, Text: longSaid[:notes.LongestText/4]})
	}
	r.chooseEnabled()
	return r
}

// goOffline has the list not be current for days, and the reason be long.
func (r *rig) goOffline() {
	r.server.SetFaults(demo.Faults{HTML: true})
	r.press(fyne.KeyF5)
	r.hold = true
	r.sleep(72 * time.Hour)
	r.pass(autorefresh.TickPause)
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
	r.showSession(s)
	r.lose()
	r.loaded(s.Keys().Load(t.Context()))
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
	next.showSession(s)
	return next
}

// label is a text that can be replaced.
type label interface {
	AccessibilityLabel() string
	SetText(string)
}

// lengthen replaces a text on screen.
func (r *rig) lengthen(from, to string) {
	r.t.Helper()
	found := false
	walkVisible(r.content(), func(o fyne.CanvasObject) {
		if l, ok := o.(label); ok && l.AccessibilityLabel() == from {
			found = true
			l.SetText(to)
		}
	})
	if !found {
		r.t.Fatalf("nothing on screen says %q", from)
	}
}
