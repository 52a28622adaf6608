package shell

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/app/pin"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/lockpage"
)

// scenes returns everything that the window can show.
func scenes() map[string]func(*testing.T) *rig {
	signedIn := func(then func(*rig)) func(*testing.T) *rig {
		return func(t *testing.T) *rig {
			r := newRig(t, demo.Options{})
			then(r)
			return r
		}
	}
	signedOut := func(then func(*rig)) func(*testing.T) *rig {
		return func(t *testing.T) *rig {
			r := signedOutRig(t, demo.Options{})
			r.form()
			then(r)
			return r
		}
	}
	return map[string]func(*testing.T) *rig{
		"sign-in": signedOut(func(*rig) {}),
		"sign-in failed": signedOut(func(r *rig) {
			r.signInForm().fail("It failed.")
			r.signInForm().offerAgain(true)
		}),
		"sign-in, advanced": signedOut(func(r *rig) {
			r.signInForm().network().Set(longNetwork())
			r.signInForm().advanced().Open(true)
			r.signInForm().offerCertificate(longCertificate(r))
		}),
		"certificate":                    signedOut(func(r *rig) { r.showCertificate(longCertificate(r), func() {}) }),
		"without encryption":             signedOut(func(r *rig) { r.askPlain(plainAddress, func() {}) }),
		"list, certificate not accepted": otherCertificateRig,
		"signing in": signedOut(func(r *rig) {
			r.hold = true
			r.signInTo(r.server.URL())
		}),
		"sign-in, shortcuts": signedOut(func(r *rig) { r.showShortcuts() }),
		"sign-in, about":     signedOut(func(r *rig) { r.showAbout() }),
		"list":               signedIn(func(*rig) {}),
		"list, expiring":     allEndingRig,
		"list, revealed":     signedIn(func(r *rig) { r.reveal() }),
		"list, copied":       signedIn(func(r *rig) { r.copySecret() }),
		"list, working": signedIn(func(r *rig) {
			r.selectKey(r.idInState(client.StateDisabled, false), 0)
			r.hold = true
			r.shortcut(keyshortcuts.ToggleState())
		}),
		"list, new":               signedIn(func(r *rig) { r.shortcut(keyshortcuts.New()) }),
		"list, failed":            failedRig,
		"list, offline":           signedIn(func(r *rig) { r.goOffline() }),
		"list, offline, unlisted": unlistedRig,
		"list, offline, selected": signedIn(func(r *rig) { r.goOffline(); r.selectAll() }),
		"list, kept, refreshing":  refreshingRig,
		"list, empty":             func(t *testing.T) *rig { return newRig(t, demo.Options{Empty: true}) },
		"messages": signedIn(func(r *rig) {
			r.tellError("It failed.")
			r.tellNote("It is so.")
			r.tellDone("It is done.")
		}),
		"account":     signedIn(func(r *rig) { r.openAccount() }),
		"preferences": signedIn(func(r *rig) { r.showPreferences() }),
		"preferences, PIN": signedIn(func(r *rig) {
			r.setPIN("1234")
			r.showPreferences()
		}),
		"preferences, choosing": signedIn(func(r *rig) {
			r.showPreferences()
			r.firstOf("Choice")
			r.press(fyne.KeySpace)
		}),
		"disable": signedIn(func(r *rig) { r.toggleState(r.chooseEnabled()) }),
		"delete":  signedIn(func(r *rig) { r.deleteKey(r.chooseEnabled()) }),
		"delete own": signedIn(func(r *rig) {
			r.deleteKey(r.idInState(client.StateEnabled, true))
		}),
		"log out":  signedIn(func(r *rig) { r.askLogOut() }),
		"note":     signedIn(func(r *rig) { r.chooseEnabled(); r.press(fyne.KeyF2) }),
		"row menu": signedIn(func(r *rig) { r.openRowMenu(r.chooseEnabled()) }),
		"copy as": signedIn(func(r *rig) {
			r.selectKey(r.idInState(client.StateDisabled, false), 0)
			r.shortcut(keyshortcuts.CopyAs())
		}),
		"avatar menu": signedIn(func(r *rig) { r.openAvatarMenu(fyne.NewPos(900, 50)) }),
		"shortcuts":   signedIn(func(r *rig) { r.press(fyne.KeyF1) }),
		"about":       signedIn(func(r *rig) { r.showAbout() }),
		"licences":    signedIn(func(r *rig) { r.showLicences() }),
		"lock":        signedIn(func(r *rig) { r.lock() }),
		"lock, PIN": signedIn(func(r *rig) {
			r.setPIN("1234")
			r.lock()
		}),
		"lock, secret": signedIn(func(r *rig) {
			r.lock()
			r.showLockPage(lockpage.UnlockSecret)
		}),
		"lock, keyring failed": signedIn(func(r *rig) {
			r.lock()
			r.showLockPage(lockpage.UnlockSecret)
			r.lockPage().keyringFailed(&keyring.Error{Kind: keyring.Refused})
		}),
		"lock, failed": signedIn(func(r *rig) {
			r.lock()
			r.lockPage().fail(pin.ErrWrong)
		}),
		"lock, log out": signedIn(func(r *rig) {
			r.lock()
			r.askLogOut()
		}),
	}
}

func eachScene(t *testing.T, check func(*testing.T, *rig)) {
	for name, scene := range scenes() {
		t.Run(name, func(t *testing.T) { check(t, scene(t)) })
	}
}

// firstOf puts the keyboard on the first control of a type.
func (r *rig) firstOf(kind string) {
	r.t.Helper()
	for _, f := range r.tabStops() {
		if reflect.TypeOf(f).Elem().Name() == kind {
			r.canvas().Focus(f)
			return
		}
	}
	r.t.Fatalf("there is no %s", kind)
}
