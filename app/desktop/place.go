package desktop

import "image"

// Place is where a window is on the screens, in the units that the system places windows in.
type Place struct {
	At        image.Point // the top left corner of what is inside its frame
	Top       int         // how high the frame's title bar is
	Maximized bool
}
