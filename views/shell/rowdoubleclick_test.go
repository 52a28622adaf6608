package shell

import (
	"testing"
	"time"

	"accesskeys/client/demo"
)

func TestADoubleClickOnARowOpensItsDetails(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.ids()[2]
	row := r.rowOf(id)
	row.Tapped(nil)
	r.pass(time.Second)
	row.Tapped(nil)
	if r.dialogOpen() {
		t.Fatal("two clicks opened something")
	}
	r.pass(time.Second)
	r.rowOf(r.ids()[1]).Tapped(nil)
	row.Tapped(nil)
	if r.dialogOpen() {
		t.Fatal("clicks on two rows opened something")
	}
	row.Tapped(nil)
	r.says("Access Key", id)
	r.closeDialog()
	r.pass(time.Second)
	for range 2 {
		row.Links.Show.MouseDown(nil)
		row.Links.Show.Tapped(nil)
	}
	if r.dialogOpen() {
		t.Error("Show, clicked twice, opened something")
	}
}
