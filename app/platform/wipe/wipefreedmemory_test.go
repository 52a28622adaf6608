//go:build linux

package wipe_test

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"
	"unsafe"
	"weak"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/wipe"
)

// holder is an object with pointers that also contains a canary.
type holder struct {
	_      *holder
	canary [120]byte
}

// litter allocates and drops objects of many sizes with the canary, and returns their addresses. It determines these while
// the objects are in use, because nothing may be allocated there between the collection and the overwriting.
func litter(t *testing.T, canary []byte) (places []uintptr) {
	t.Helper()
	var things [][]byte // on the heap, because they are kept here for a while
	for range 50 {
		for _, size := range []int{32, 48, 64, 128, 144, 512, 576, 1024, 4096, 8192, 16384, 40000} {
			things = append(things, make([]byte, size))
		}
		things = append(things, new(holder).canary[:])
	}
	for _, b := range things {
		at := b[len(b)-len(canary):]
		copy(at, canary)
		places = append(places, uintptr(unsafe.Pointer(&at[0])))
	}
	if n := left(t, places, canary); n != len(places) {
		t.Fatalf("%d of %d are found while they are in use: is the search broken?", n, len(places))
	}
	runtime.KeepAlive(things)
	return places
}

// left returns how many of the addresses still contain the canary. It reads the memory from outside of the heap.
func left(t *testing.T, places []uintptr, canary []byte) int {
	t.Helper()
	memory, err := os.Open("/proc/self/mem")
	check.Must(t, err)
	defer memory.Close()
	n := 0
	found := make([]byte, len(canary))
	for _, at := range places {
		if _, err := memory.ReadAt(found, int64(at)); err == nil && bytes.Equal(found, canary) {
			n++
		}
	}
	return n
}

func TestScrubOverwritesWhatIsNoLongerUsed(t *testing.T) {
	canary := fmt.Appendf(nil, "canary of process %6d", os.Getpid())
	places := litter(t, canary)
	kept := []byte("something that is still in use")
	procs := runtime.GOMAXPROCS(0)
	wipe.FreedMemory()
	if n := left(t, places, canary); n > 0 {
		t.Errorf("%d of %d are left", n, len(places))
	}
	if string(kept) != "something that is still in use" || runtime.GOMAXPROCS(0) != procs {
		t.Error("Scrub changed what is not its own")
	}
}

func TestScrubDropsWhatStoppedTimersLeadTo(t *testing.T) {
	// Stopped timers are dropped with their processor, and Go drops them by itself if many of all timers are stopped.
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for range 100 {
		defer time.AfterFunc(time.Hour, func() {}).Stop()
	}
	leadsTo := func() weak.Pointer[holder] {
		h := new(holder)
		time.AfterFunc(time.Hour, func() { runtime.KeepAlive(h) }).Stop()
		return weak.Make(h)
	}()
	runtime.GC()
	if leadsTo.Value() == nil {
		t.Skip("Go dropped the timer by itself")
	}
	wipe.FreedMemory()
	if leadsTo.Value() != nil {
		t.Error("what a stopped timer leads to is still there")
	}
}

// A closed connection stays reachable from its goroutines, which end a little later.
func TestScrubWaitsForGoroutinesThatAreAboutToEnd(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for range 100 { // so that Go does not drop the one timer by itself
		defer time.AfterFunc(time.Hour, func() {}).Stop()
	}
	closing, closed := make(chan struct{}), make(chan struct{})
	leadsTo := func() weak.Pointer[holder] {
		h := new(holder)
		timer := time.AfterFunc(time.Hour, func() { runtime.KeepAlive(h) })
		go func() {
			<-closed
			timer.Stop()
		}()
		go func() {
			<-closing
			close(closed)
		}()
		return weak.Make(h)
	}()
	for range 10 {
		runtime.Gosched() // both wait
	}
	close(closing)
	wipe.FreedMemory()
	if leadsTo.Value() != nil {
		t.Error("what they led to is still there")
	}
}

// BenchmarkScrub compares FreedMemory, which makes three collections, with a plain collection.
func BenchmarkScrub(b *testing.B) {
	b.Run("Scrub", func(b *testing.B) {
		for b.Loop() {
			wipe.FreedMemory()
		}
	})
	b.Run("runtime.GC", func(b *testing.B) {
		for b.Loop() {
			runtime.GC()
		}
	})
}
