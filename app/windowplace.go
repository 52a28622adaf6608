package app

// WindowPlace is how large the window was and where. The zero value says nothing.
type WindowPlace struct {
	Width  int `json:"width"` // in device-independent pixels, so that text fits at another scale too; 0 is unknown
	Height int `json:"height"`

	Placed bool `json:"placed"` // whether the rest is known
	X      int  `json:"x"`      // the corner of what is inside the frame, in the system's own units
	Y      int  `json:"y"`
	Top    int  `json:"top"` // how high the title bar above that is

	Maximized bool `json:"maximized"` // the rest is what it was before
}

// mostPixels is more than any screen has, in any direction.
const mostPixels = 1 << 16

// valid returns p, or what says nothing in place of what cannot be, as in a file from elsewhere.
func (p WindowPlace) valid() WindowPlace {
	within := func(v, least int) bool { return v >= least && v <= mostPixels }
	if !within(p.Width, 1) || !within(p.Height, 1) {
		return WindowPlace{Maximized: p.Maximized}
	}
	if !p.Placed || !within(p.X, -mostPixels) || !within(p.Y, -mostPixels) || !within(p.Top, 0) {
		return WindowPlace{Width: p.Width, Height: p.Height, Maximized: p.Maximized}
	}
	return p
}

// SetWindow changes what is remembered of the window. It does not wait for the disk: see Save.
func (s *SettingsFile) SetWindow(p WindowPlace) {
	s.Change(func(v *Settings) { v.Window = p.valid() })
}
