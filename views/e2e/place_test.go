package e2e

import "image"

// Where things are in the window at its first size, 1221x700, in pixels from its top left corner.
var (
	avatarAt = image.Pt(1130, 25)
	newAt    = image.Pt(1075, 183)
	titleAt  = image.Pt(300, 229) // of the column Access Key ID
	groundAt = image.Pt(90, 600)  // where there is nothing but the window's ground
)

const (
	firstRowAt = 277 // the middle of the first row
	rowPitch   = 58
)

func rowAt(row int, x int) image.Point { return image.Pt(x, firstRowAt+row*rowPitch) }

// Columns of a row's links.
const (
	idX      = 300
	showX    = 715
	actionsX = 1085 // Disable or Enable, where the row offers one
)

// secretArea returns where a row shows its secret.
func secretArea(row int) image.Rectangle {
	y := firstRowAt + row*rowPitch
	return image.Rect(565, y-18, 695, y+18)
}
