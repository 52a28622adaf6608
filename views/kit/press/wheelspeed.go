package press

import "math"

const (
	wheelFactor = 3 // a notch of the wheel scrolls 25 pixels in the toolkit, and about three lines of text in browsers
	mostAtOnce  = 9 // from 10 on, the toolkit scrolls very much further
)

// scrolled returns how far to tell the toolkit that a wheel or a touchpad scrolled. A wheel turns by whole notches. A
// touchpad reports how far the fingers moved, which stays as it is, and so does what macOS reports, which makes a wheel
// faster by itself.
func scrolled(by float64, system string) float64 {
	if system == "darwin" || by != math.Trunc(by) {
		return by
	}
	return max(-mostAtOnce, min(by*wheelFactor, mostAtOnce))
}
