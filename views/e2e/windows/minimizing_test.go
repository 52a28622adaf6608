//go:build wine

package windows

import (
	"image"
	"strings"
	"testing"
)

// Windows keeps the last picture of a minimised window, for the task bar and for when the window comes back.
func TestMinimizedWindowHasNoSecretInItsPicture(t *testing.T) {
	s := backend(t)
	r := signedIn(t, s)
	key := r.chooseOther(s)
	masked := r.secrets()
	r.press("Return")
	wait(t, "the secret to be asked for", func() bool { return asked(s, key) == 1 })
	must(t, r.window.Changed(secretColumn, masked, patience))
	r.settled()
	shown := r.secrets()

	r.minimize()
	r.restore()
	r.settled()
	now := r.secrets()
	if toMasked, toShown := differing(now, masked), differing(now, shown); toMasked >= toShown {
		t.Errorf("%d pixels are not as with the secret masked, %d not as with it shown", toMasked, toShown)
	}
	r.closeWindow()
}

func TestWindowThatWasLockedWhileMinimizedComesBackLocked(t *testing.T) {
	s := backend(t)
	r := signedIn(t, s)
	keys := r.settled()
	r.minimize()
	output(t, machine.program("peek", "lock"))
	wait(t, "the window to lock", func() bool { return strings.Contains(r.log.String(), "msg=locked") })
	r.restore()
	now := r.settled()
	if changed, all := differing(now, keys), now.Rect.Dx()*now.Rect.Dy(); changed < all/20 {
		t.Errorf("the window looks as before: %d of %d pixels have changed", changed, all)
	}
	r.closeWindow()
}

func (r *running) minimize() {
	r.t.Helper()
	output(r.t, machine.program("peek", "minimize", r.window.Title()))
	wait(r.t, "the window to be minimised", func() bool { return !r.window.OnScreen() })
}

func (r *running) restore() {
	r.t.Helper()
	output(r.t, machine.program("peek", "restore", r.window.Title()))
	wait(r.t, "the window to be back", r.window.OnScreen)
}

// differing counts the pixels that two pictures of one size do not have in common.
func differing(a, b *image.RGBA) int {
	n := 0
	for y := a.Rect.Min.Y; y < a.Rect.Max.Y; y++ {
		for x := a.Rect.Min.X; x < a.Rect.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				n++
			}
		}
	}
	return n
}
