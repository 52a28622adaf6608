package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestADoubleClickOnARowOpensItsDetails(t *testing.T) {
	r := newRig(t, demo.Options{})
	place := func(i int) fyne.Position { return r.placeOf(r.ids()[i]).SubtractXY(500, 0) } // beside the links
	click := func(i int) { r.clickIfMeant(place(i)) }
	for name, clicks := range map[string]func(){
		"two clicks":           func() { click(2); r.pass(time.Second); click(2) },
		"clicks on two rows":   func() { click(1); click(2); click(1) },
		"Show, clicked twice,": func() { r.doubleClick(middle(r.shownRow(r.ids()[1]).Links.Show)) },
		"a click after which the list is sorted in another way": func() {
			click(2)
			r.setList(append(r.listed()[3:], r.listed()[:3]...))
			click(2)
		},
	} {
		if clicks(); r.dialogOpen() {
			t.Fatalf("%s opened something", name)
		}
		r.pass(time.Second)
	}
	id := r.ids()[2]
	r.doubleClick(place(2))
	r.says("Access Key", id)
}
