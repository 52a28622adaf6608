// Package wipe overwrites freed memory, in which a secret may still be.
package wipe

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

// FreedMemory overwrites the memory that is no longer used, in which secrets may have been. It takes some ten
// milliseconds, in which other goroutines share one processor. It must not be called while it runs.
//
// The garbage collector forgets what cannot be reached any more, but its bytes stay until the room is needed
// again. So after a collection FreedMemory gives whole pages back to the system, which hands them out zeroed, and
// asks for all the room on the others, which Go does.
//
// Not all that Go puts on a page overwrites the whole of it: the end behind the last thing of a size, a thread's signal
// stack, the collector's own work. So pages with old bytes must be gone before anything that lasts is put on them.
func FreedMemory() {
	percent := debug.SetGCPercent(-1)
	// Each processor has pages, stacks and timers of its own, which it lets go of when it is taken away.
	processors := runtime.GOMAXPROCS(1)
	letOthersEnd()
	dropStoppedTimers()
	for range 2 { // a sync.Pool keeps what it held for one more collection
		debug.FreeOSMemory() // collects, too
	}
	var f filler
	f.takePages()
	f.fill()
	overwriteStacks()
	runtime.GOMAXPROCS(processors)
	debug.SetGCPercent(percent)
}

const (
	smallest = 16       // of what is looked for: no secret is shorter
	withSize = 512      // larger things with pointers in them carry their type's address, too
	pointer  = 8        // bytes
	portion  = 8 << 10  // bytes asked for at a time
	enough   = 32 << 10 // bytes of fresh pages, after which no room was left on others
)

const (
	page      = 8 << 10         // bytes, of the heap's pages
	keptPages = 64              // at most, by a processor
	mostPages = 32 << 20 / page // if others free pages meanwhile
	lastSteps = 16              // of others, which take turns with this
)

// letOthersEnd lets goroutines go on that are about to end, and the collector end its work. A connection that was just
// closed has two, and stops its timer, which leads to what it read, only as they end.
func letOthersEnd() {
	for range lastSteps {
		runtime.Gosched()
	}
}

// dropStoppedTimers makes Go drop stopped timers, and what they lead to: it keeps them until they
// would have been due, or more than a quarter are stopped.
func dropStoppedTimers() {
	var many [256]*time.Timer
	for i := range many {
		many[i] = time.AfterFunc(time.Hour, func() {})
	}
	for _, t := range many { // not before: the last of all goes at once
		t.Stop()
	}
	runtime.Gosched()
}

// filler asks for room until all is taken. What it got is dropped, and lasts because nothing is collected
// meanwhile. Its fields keep the compiler from leaving the asking out.
type filler struct {
	bytes    []byte
	pointers []*byte
}

// takePages asks for pages until none with old bytes is left: debug.FreeOSMemory does not see those that the last
// processor keeps, nor those that the collector worked on, which it lets go of a little later.
func (f *filler) takePages() {
	letOthersEnd()
	for i := range mostPages {
		// What reading metrics makes once, and keeps, must not be the first on such a page.
		if i >= keptPages && read("/memory/classes/heap/free:bytes") == 0 {
			return
		}
		f.bytes = make([]byte, page)
	}
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
	stackSize = 12 << 10 // bytes that each uses: Go keeps stacks of up to 16 KiB for others
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
	return read("/memory/classes/heap/objects:bytes", "/memory/classes/heap/unused:bytes")
}

// read is the sum of some of the runtime's metrics.
func read(names ...string) uint64 {
	var samples [2]metrics.Sample
	for i, name := range names {
		samples[i].Name = name
	}
	metrics.Read(samples[:len(names)])
	var sum uint64
	for i := range names {
		sum += samples[i].Value.Uint64()
	}
	return sum
}
