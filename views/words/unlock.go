package words

import (
	"errors"
	"math"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/pin"
	"accesskeys/client"
)

// NotUnlocked says why a PIN or the keyring did not unlock the window.
func NotUnlocked(err error) string {
	var early *pin.DelayError
	switch {
	case errors.Is(err, pin.ErrWrong):
		return WrongBefore()
	case errors.As(err, &early):
		return Sentences(WrongBefore(), TryAgainIn(early.Wait))
	}
	switch client.KindOf(err) { // Explain would advise to check the address, which cannot be changed here
	case client.KindUnreachable, client.KindNotFound, client.KindFronted:
		return lang.L("The server can't be reached. Check your network and any port forwarding, then try again. Your input is kept.")
	case client.KindTimeout:
		return lang.L("The server took too long to answer. Try again. Your input is kept.")
	case client.KindSettings, client.KindCertificate, client.KindPlain, client.KindNotTLS, client.KindWantsTLS,
		client.KindNoOwnCertificate, client.KindProxy, client.KindProxySocks: // Explain names what to set, which is not here
		return Sentences(Explain(err), lang.L("To change the connection, log out first."))
	}
	switch keyring.KindOf(err) { // Explain would say what becomes of other secrets
	case keyring.Missing:
		return lang.L("Not unlocked: no keyring found.")
	case keyring.Locked, keyring.Refused:
		return lang.L("Not unlocked: the keyring is locked.")
	}
	return Explain(err)
}

// NoPIN says what unlocks the window without a PIN. The demo does not ask the keyring.
func NoPIN(demo bool) string {
	if demo {
		return lang.L("No PIN set. Anyone at this computer can open the window.")
	}
	return lang.L("No PIN set. If your keyring is unlocked, anyone at this computer can open the window.")
}

// OnlyUntilLocked says what it means that the keyring has not saved a new key that the app is signed in with.
func OnlyUntilLocked() string {
	return lang.L("The app is signed in with the new key until you quit or lock the window.")
}

// PINUnused says why a PIN does not unlock the window.
func PINUnused() string {
	return lang.L("This sign-in isn't saved on this computer, so unlocking asks for its secret, not for a PIN.")
}

// WrongBefore says that a PIN was wrong.
func WrongBefore() string { return lang.L("Wrong PIN.") }

// TryAgainIn says how long the next try has to wait.
func TryAgainIn(wait time.Duration) string {
	if wait > 2*time.Minute {
		return lang.L("Try again in {{.Minutes}} min.", map[string]any{"Minutes": math.Ceil(wait.Minutes())})
	}
	seconds := int(math.Ceil(wait.Seconds()))
	return lang.N("Try again in {{.Seconds}} s.", seconds, map[string]any{"Seconds": seconds})
}
