package shell

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/history"
	"accesskeys/client/demo"
	"accesskeys/views/keytable"
)

// BenchmarkTable measures the work on the UI thread for a keystroke in the filter, a sort, moving the cursor, scrolling by
// a screen, and a refresh of the list, with few keys and with more than any user has. A frame has 16 ms.
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

// BenchmarkHistory measures the work on the UI thread for a keystroke in the filter of a long history: to start the
// search, and to show what it has found. A frame has 16 ms.
func BenchmarkHistory(b *testing.B) {
	const count = 100_000
	r := newRig(b, demo.Options{})
	ref := r.ref(r.listed()[1].ID)
	for i := range count {
		e := history.About(ref, history.Show)
		e.KeyID = fmt.Sprintf("AK%030d", i%500)
		r.app.History.Record(e)
	}
	r.openHistory()
	filter := r.historyFilter()
	r.hold = true
	b.Run("keystroke", func(b *testing.B) {
		spent, longest := time.Duration(0), time.Duration(0)
		for i := 0; b.Loop(); i++ {
			began := time.Now()
			filter.SetText([]string{"0", "00", "004", "0042", "2026-11"}[i%5])
			took := time.Since(began)
			updates := r.updatesOfHeld()
			began = time.Now()
			for _, update := range updates {
				update()
			}
			took += time.Since(began)
			spent, longest = spent+took, max(longest, took)
		}
		b.ReportMetric(float64(spent.Microseconds())/1000/float64(b.N), "ui-ms/op")
		b.ReportMetric(float64(longest.Microseconds())/1000, "longest-ui-ms")
	})
}
