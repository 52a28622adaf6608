package desktop

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// Scrub overwrites the memory that is no longer used, in which secrets may have been. It takes some ten
// milliseconds, in which other goroutines share one processor. It must not be called while it runs.
//
// The garbage collector forgets what cannot be reached any more, but its bytes stay until the room is needed
// again. So after a collection Scrub gives whole pages back to the system, which hands them out zeroed, and
// asks for all the room on the others, which Go does.
func Scrub() {
	runtime.GC()         // a sync.Pool keeps what it held for one more
	debug.FreeOSMemory() // collects, too
	percent := debug.SetGCPercent(-1)
	processors := runtime.GOMAXPROCS(1) // each processor has pages of its own, where only it may ask
	var f filler
	f.fill()
	overwriteStacks()
	runtime.GOMAXPROCS(processors)
	debug.SetGCPercent(percent)
	debug.FreeOSMemory() // what was asked for
}

const (
	smallest = 16       // of what is looked for: no secret is shorter
	withSize = 512      // larger things with pointers in them carry their type's address, too
	pointer  = 8        // bytes
	portion  = 8 << 10  // bytes asked for at a time
	enough   = 32 << 10 // bytes of fresh pages, after which no room was left on others
)

// filler asks for room until all is taken. What it got is dropped, and lasts because nothing is collected
// meanwhile. Its fields keep the compiler from leaving the asking out.
type filler struct {
	bytes    []byte
	pointers []*byte
}

func (f *filler) fill() {
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	for _, class := range s.BySize { // the sizes that Go rounds up to
		size := int(class.Size)
		if size < smallest {
			continue
		}
		fillClass(size, func() { f.bytes = make([]byte, size) })
		length := size / pointer
		if size > withSize {
			length--
		}
		fillClass(size, func() { f.pointers = make([]*byte, length) })
	}
}

// fillClass asks for things of a size until Go needs fresh pages for them.
func fillClass(size int, ask func()) {
	full := pages() + enough
	for pages() < full {
		for range max(1, portion/size) {
			ask()
		}
	}
}

const (
	stacks    = 128      // goroutines at a time
	stackSize = 24 << 10 // bytes that each uses
)

// overwriteStacks uses the stacks that goroutines have left behind, all at once, so that each is used.
func overwriteStacks() {
	var started, ended sync.WaitGroup
	started.Add(stacks)
	for range stacks {
		ended.Go(func() {
			deep(stackSize)
			started.Done()
			started.Wait()
		})
	}
	ended.Wait()
}

// deep overwrites the stack down to a depth in bytes.
//
//go:noinline
func deep(left int) byte {
	var zero [1 << 10]byte
	if left > 0 {
		zero[0] = deep(left - len(zero))
	}
	return zero[left&(len(zero)-1)]
}

// pages is how many bytes of pages the heap is on.
func pages() uint64 {
	samples := [...]metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}}
	metrics.Read(samples[:])
	return samples[0].Value.Uint64() + samples[1].Value.Uint64()
}
