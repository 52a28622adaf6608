package settings

// WindowSize is how large the window was. The zero value says nothing.
type WindowSize struct {
	Width     int  `json:"width"` // in device-independent pixels, so that text fits at another scale too; 0 is unknown
	Height    int  `json:"height"`
	Maximized bool `json:"maximized"` // the rest is what it was before
}

// mostPixels is more than any screen has, in any direction.
const mostPixels = 1 << 16

// valid returns s, or what says nothing in place of what cannot be, as in a file from elsewhere.
func (s WindowSize) valid() WindowSize {
	if s.Width < 1 || s.Width > mostPixels || s.Height < 1 || s.Height > mostPixels {
		return WindowSize{Maximized: s.Maximized}
	}
	return s
}

// SetWindow changes what is remembered of the window. It does not wait for the disk: see Save.
func (s *File) SetWindow(size WindowSize) {
	s.Change(func(v *Settings) { v.Window = size.valid() })
}
