package e2e

import (
	"image"
	"testing"

	"accesskeys/client/demo"
)

// belowSetPIN is the area of the notice below the button of the PIN form.
var belowSetPIN = image.Rect(540, 644, 900, 690)

// TestWhatIsShownByTheKeyboardIsPainted presses a button whose only effect is a notice that was hidden before. The
// toolkit does not repaint by itself then.
func TestWhatIsShownByTheKeyboardIsPainted(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	r.wait("the sign-in to be in the keyring", func() bool {
		return d.stored(signInService, account(s, s.Credentials().KeyID)) != ""
	})
	r.press("ctrl+l")
	r.waitLog("msg=locked", 1)
	r.settled()
	r.press("shift+Tab", "space") // to Set a PIN
	r.waitLog("msg=unlocked", 1)
	r.settled()
	r.typeIn("1234")
	r.press("Tab")
	r.typeIn("4321")
	r.press("Tab")
	r.settled()
	before, err := r.window.Part(belowSetPIN)
	must(t, err)
	r.press("space")
	must(t, r.window.Changed(belowSetPIN, before, patience))
}
