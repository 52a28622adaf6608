package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

// clickIcon clicks where an icon of the toolbar is, also if a menu lies over it.
func (r *rig) clickIcon(name string) {
	r.t.Helper()
	b := r.iconButton(name)
	r.clickAt(fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(b.Size().Width/2, b.Size().Height/2))
}

func TestClickOnAnIconBesideAnOpenMenuPressesIt(t *testing.T) {
	for name, open := range map[string]func(r *rig){
		"states":  func(r *rig) { r.choice("State").Tapped(nil) },
		"density": func(r *rig) { r.clickIcon("Density") },
		"columns": func(r *rig) { r.clickIcon("Column Settings and Export") },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			for icon, has := range map[string]string{"Density": "Compact", "Column Settings and Export": "Reset Columns"} {
				open(r)
				before := r.menu()
				r.clickIcon(icon)
				if toggles := slices.Contains(before, has); toggles == r.dialogOpen() || !toggles && !slices.Contains(r.menu(), has) {
					t.Errorf("with %q open, a click on %s leaves %v: %q", before, icon, r.dialogOpen(), r.menu())
				}
				r.closeDialog()
			}
			reads := r.asked("GET", "")
			open(r)
			r.clickIcon("Reload (F5)")
			if r.dialogOpen() || r.asked("GET", "") == reads {
				t.Errorf("a click on Reload leaves the menu %v, and read %d times", r.dialogOpen(), r.asked("GET", "")-reads)
			}
		})
	}
}

// The menu opens again with each column, among the same buttons.
func TestClickOnAnIconClosesTheMenuOfColumnsAfterColumnsWereTicked(t *testing.T) {
	for _, clicked := range []string{"Density", "Column Settings and Export", "Reload (F5)"} {
		r := newRig(t, demo.Options{})
		r.clickIcon("Column Settings and Export")
		for range 4 {
			r.press(fyne.KeyReturn) // hides the column of the first item, and shows it
		}
		reads := r.asked("GET", "")
		r.clickIcon(clicked)
		if slices.Contains(r.menu(), "Reset Columns") || r.dialogOpen() != (clicked == "Density") || clicked[0] == 'R' && r.asked("GET", "") == reads {
			t.Errorf("a click on %s leaves %v: %q", clicked, r.dialogOpen(), r.menu())
		}
		r.closeDialog()
	}
}

// The menu of a row covers it: a click that closes the menu must not be one on what is below.
func TestClickThatClosesAMenuDoesNothingElse(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.ids()[0]
	for name, open := range map[string]func(){
		"of the toolbar": func() { r.clickIcon("Density") },
		"of a row":       func() { r.openRowMenu(r.ids()[1]) },
	} {
		open()
		r.clickAt(r.placeOf(id))
		if r.dialogOpen() || len(r.said()) > 0 {
			t.Errorf("the menu %s: open %v, said %q", name, r.dialogOpen(), r.said())
		}
	}
	r.openRowMenu(id)
	r.clickIcon("Density")
	if r.dialogOpen() {
		t.Error("with the menu of a row open, it opened another")
	}
}
