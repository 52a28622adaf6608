package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/copyas"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/confirm"
	copying "accesskeys/views/copyas"
	"accesskeys/views/keydetails"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/lockpage"
	"accesskeys/views/words"
)

// layoutScene is something that the window can show, with the least size that it is made for.
type layoutScene struct {
	name  string
	least fyne.Size
	open  func(t *testing.T) *rig
}

// layouts are what the window can show.
var layouts = []layoutScene{
	{"sign-in", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.form()
		return r
	}},
	{"sign-in failed", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.form().fill(longServer, longID, longID)
		r.signInForm().fail(words.Explain(&client.Error{Kind: client.KindForbidden, Message: longSaid}))
		r.signInForm().offerAgain(true)
		return r
	}},
	{"sign-in, advanced", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.form().network().Set(longNetwork())
		r.signInForm().advanced().Open(true)
		r.signInForm().fail(words.Explain(&client.Error{Kind: client.KindCertificate, Certificate: longCertificate(r)}))
		r.signInForm().offerCertificate(longCertificate(r))
		return r
	}},
	{"certificate", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		r.atSize = func() {
			r.closeDialog()
			r.showCertificate(longCertificate(r), func() {})
		}
		return r
	}},
	{"without encryption", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		r.askPlain("http://"+longServer, func() {})
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
		r.openAccount()
		r.warnOfCertificate(longCertificate(r))
		return r
	}},
	{"signing in", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.form().setBusy(true)
		return r
	}},
	{"opening", fyne.Size{}, func(t *testing.T) *rig {
		r := signedOutRig(t, demo.Options{})
		r.showOpening()
		return r
	}},
	{"locked", fyne.Size{}, func(t *testing.T) *rig { return lockedRig(t, lockpage.UnlockPlain) }},
	{"locked with a PIN", fyne.Size{}, func(t *testing.T) *rig { return lockedRig(t, lockpage.UnlockPIN) }},
	{"locked without a keyring", fyne.Size{}, func(t *testing.T) *rig { return lockedRig(t, lockpage.UnlockSecret) }},
	{"locked by a keyring that fails", fyne.Size{}, func(t *testing.T) *rig {
		r := lockedRig(t, lockpage.UnlockSecret)
		r.lockPage().keyringFailed(&keyring.Error{Kind: keyring.Missing})
		return r
	}},
	{"access keys", fyne.Size{}, func(t *testing.T) *rig { return longRig(t) }},
	{"keys that expire", fyne.Size{}, allEndingRig},
	{"keys that expire, details", fyne.Size{}, func(t *testing.T) *rig {
		r := allEndingRig(t)
		r.atSize = func() {
			r.closeDialog()
			r.list().Actions.Tools.OnDetails(r.idInState(client.StateEnabled, true))
		}
		return r
	}},
	{"offline", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.goOffline()
		return r
	}},
	{"offline, several selected", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.goOffline()
		r.selectAll()
		return r
	}},
	{"offline without a list", fyne.Size{}, func(t *testing.T) *rig { return unlistedRig(t) }},
	{"kept list, refreshing", fyne.Size{}, func(t *testing.T) *rig { return refreshingRig(t) }},
	{"account", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		account := r.accountTab()
		account.setFacts(words.Explain(&keyring.Error{Kind: keyring.Missing}), words.Explain(&client.Error{Kind: client.KindServer, Message: longSaid}))
		r.lengthen(r.session().KeyID(), longID)
		r.lengthen(r.session().Server(), "https://"+longServer+"/api/v1")
		account.network().Set(longNetwork())
		account.complain(words.Explain(&client.Error{Kind: client.KindSettings, Err: &route.NetworkError{Problem: route.ProblemEncrypted, Path: longSaid}}))
		return r
	}},
	{"preferences", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openPreferences()
		r.complainOfPIN(words.WrongBefore())
		return r
	}},
	{"preferences with a PIN", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		if err := r.app.PIN.Set(client.Secret{}, client.NewSecret("2468"), r.session().Ended); err != nil {
			t.Fatal(err)
		}
		r.openPreferences()
		return r
	}},
	{"preferences without a saved sign-in", fyne.Size{}, func(t *testing.T) *rig {
		r := unkeptRig(t, true)
		r.openPreferences()
		return r
	}},
	{"avatar menu", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		r.openAvatarMenu(fyne.NewPos(600, 40))
		return r
	}},
	{"row menu", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.chooseEnabled()
		r.list().OpenMenu()
		return r
	}},
	{"copy as", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.copyAs(r.idInState(client.StateEnabled, false), 'k')
		r.toastsGone()
		r.atSize = func() {
			r.closeDialog()
			r.selectKey(r.idInState(client.StateDisabled, false), 0)
			r.shortcut(keyshortcuts.CopyAs())
		}
		return r
	}},
	{"copied as", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		said, _ := copying.CopiedAs(copyas.FormatCurl, longID, client.StateDisabled, longNetwork())
		r.tellNote(said)
		r.tellError(copying.NotCopiedAs(copyas.FormatHeader, longID, copyas.ErrControl))
		return r
	}},
	{"labels", fyne.Size{}, func(t *testing.T) *rig { return labelledRig(t) }},
	{"labels in a compact list", fyne.Size{}, func(t *testing.T) *rig {
		r := labelledRig(t)
		r.showDense(settings.DensityCompact)
		return r
	}},
	{"a new key is asked about", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.pressNew()
		r.toastsGone()
		return r
	}},
	{"a new key is asked about in a compact list", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.showDense(settings.DensityCompact)
		r.pressNew()
		r.toastsGone()
		return r
	}},
	{"note", fyne.Size{}, func(t *testing.T) *rig {
		r := labelledRig(t)
		r.shortcut(&fyne.ShortcutCopy{})
		r.press(fyne.KeyF2)
		r.canvas().Focused().TypedRune('x')
		r.press(fyne.KeyEscape)
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
		r.operate(keys.OpEnable)
		r.toastsGone()
		return r
	}},
	{"outcomes", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		lost := &keys.UnacknowledgedError{Err: &client.Error{Kind: client.KindServer, Message: longSaid}}
		r.tellError(words.Failure(keys.OpDelete, longID, lost))
		r.tellError(words.Failure(keys.OpDelete, longID, &keys.UnacknowledgedError{Read: true, State: client.StateExpired}))
		r.tellNote(words.ChangedMeanwhile(longID, client.StateDisabled))
		r.tellNote(words.NowDone(keys.OpDelete, longID))
		return r
	}},
	{"details", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.showInDialog(keydetails.Of(words.KeyFacts(keys.Key{AccessKey: client.AccessKey{ID: longID, CreatedAt: r.now, DeletedAt: r.now}, Own: true}), nil, nil))
		return r
	}},
	{"log out", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		r.askLogOut()
		return r
	}},
	{"disable", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		r.ask(confirm.Disable(keys.Key{AccessKey: client.AccessKey{ID: longID}, Own: true}, longKnown()))
		return r
	}},
	{"delete", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		enabled := client.AccessKey{ID: longID, State: client.StateEnabled}
		r.ask(confirm.Delete(keys.Key{AccessKey: enabled, Own: true}, longKnown(), r.now))
		return r
	}},
	{"delete several", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		known := longKnown()
		r.note(r.enabled(1)[0], notes.Note{Label: known.Label, Places: known.Places})
		r.selectAll()
		r.press(fyne.KeyDelete)
		return r
	}},
	{"messages", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		r.tellDone(words.Outcome(keys.OpDisable, longID))
		r.tellError(words.Failure(keys.OpDisable, longID, &client.Error{Kind: client.KindServer, Message: longSaid}))
		r.tellSkew(3 * 60 * 1e9)
		r.tellStuck(true)
		return r
	}},
	{"messages of odd answers", fyne.Size{}, func(t *testing.T) *rig {
		r := longRig(t)
		r.openAccount()
		r.tellNote(words.Explain(keys.ErrOwnerMismatch))
		r.tellNote(words.Explain(&keys.APIMovedError{Base: "https://" + longServer + "/api/v1"}))
		r.tellError(words.Failure(keys.OpReveal, longID, &client.Error{Kind: client.KindMasked}))
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
		r.openAccount()
		r.atSize = func() { r.showTip(r.tab(lang.L("Preferences")), longSaid) }
		return r
	}},
}
