package settings

// WindowSize is the last size of the window. The zero value means that it is unknown.
type WindowSize struct {
	Width     int  `json:"width"` // in device-independent pixels, so that the text fits at any scale; 0 means unknown
	Height    int  `json:"height"`
	Maximized bool `json:"maximized"` // Width and Height are the size before it was maximized
}

// mostPixels is more than the width or height of any screen.
const mostPixels = 1 << 16

// valid returns s with an unknown size in place of an impossible one. It is for settings that come from a file.
func (s WindowSize) valid() WindowSize {
	if s.Width < 1 || s.Width > mostPixels || s.Height < 1 || s.Height > mostPixels {
		return WindowSize{Maximized: s.Maximized}
	}
	return s
}

// SetWindow changes the remembered size of the window. It does not write the file; see Save.
func (s *File) SetWindow(size WindowSize) {
	s.Change(func(v *Settings) { v.Window = size.valid() })
}
