package shell

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/keytable"
)

// BenchmarkTable is the work on the UI thread of a keystroke in the filter, of a sort, of moving the cursor and
// of scrolling by a screen, and of the list being read again, with few keys and with as many as one person could ever have. A frame has 16 ms.
func BenchmarkTable(b *testing.B) {
	for _, n := range []int{20, 10000} {
		b.Run(fmt.Sprintf("keys=%d", n), func(b *testing.B) {
			r := newRig(b, demo.Options{Keys: n})
			filter := r.filter()
			b.Run("filter", func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					filter.SetText([]string{"a", "ak", "akq"}[i%3])
				}
			})
			filter.SetText("")
			b.Run("sort", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					r.header().OnSort(keytable.ColumnID)
				}
			})
			b.Run("cursor", func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					r.list().TypedKey(&fyne.KeyEvent{Name: []fyne.KeyName{fyne.KeyDown, fyne.KeyUp}[i%2]})
				}
			})
			b.Run("scroll", func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					r.list().ScrollToOffset(float32(i%2) * 580)
				}
			})
			b.Run("refresh", func(b *testing.B) { // a list that says the same, which nobody asked for
				b.ReportAllocs()
				for b.Loop() {
					r.timers = nil
					r.loaded(nil)
				}
			})
			b.Run("show", func(b *testing.B) {
				b.ReportAllocs()
				keys := r.listed()
				for b.Loop() {
					r.setList(nil)
					r.setList(keys)
				}
			})
		})
	}
}
