package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TestPlainAreasAreFills looks for rectangles that a style.Fill would draw faster.
func TestPlainAreasAreFills(t *testing.T) {
	const small = 100 // pixels
	eachScene(t, func(t *testing.T, r *rig) {
		plain := func(o fyne.CanvasObject) {
			rect, ok := o.(*canvas.Rectangle)
			if !ok || rect.FillColor == nil || rect.Size().Width*rect.Size().Height <= small {
				return
			}
			_, _, _, alpha := rect.FillColor.RGBA()
			framed := rect.StrokeWidth > 0 || rect.CornerRadius > 0 || rect.Shadow != canvas.Shadow{}
			if alpha > 0 && !framed && rect.Visible() {
				t.Errorf("a rectangle of %v at %v in %v", rect.Size(), rect.Position(), rect.FillColor)
			}
		}
		visit(r.canvas().Content(), plain)
		for _, over := range r.canvas().Overlays().List() {
			visit(over, plain)
		}
	})
}
