// Package wipe overwrites freed memory, which may still contain secrets.
package wipe

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

// FreedMemory overwrites memory that is no longer used and may contain secrets. It takes some ten milliseconds, during
// which all other goroutines run on one processor. It must not be called in parallel.
//
// The garbage collector frees unreachable objects, but their bytes stay until the memory is used again. After a
// collection, FreedMemory therefore returns whole free pages to the system, which hands out only zeroed pages, and
// allocates all free memory on the other pages, which Go zeroes.
//
// Some allocations do not overwrite a whole page: the rest of a page after the last object of a size class, the signal
// stack of a thread, and data of the collector. So pages with old bytes must be gone before something permanent is
// allocated on them.
func FreedMemory() {
	percent := debug.SetGCPercent(-1)
	// Each processor has pages, stacks and timers of its own, which it releases when it is removed.
	processors := runtime.GOMAXPROCS(1)
	letOthersEnd()
	dropStoppedTimers()
	for range 2 { // a sync.Pool keeps its objects for one more collection
		debug.FreeOSMemory() // runs a collection too
	}
	var f filler
	f.takePages()
	f.fill()
	overwriteStacks()
	runtime.GOMAXPROCS(processors)
	f = filler{}
	debug.FreeOSMemory() // what was allocated only to overwrite
	debug.SetGCPercent(percent)
}

const (
	smallest = 16       // bytes of the smallest size class that is filled; secrets are not shorter
	withSize = 512      // bytes; larger objects with pointers also contain the address of their type
	pointer  = 8        // bytes of a pointer
	portion  = 8 << 10  // bytes to allocate between two checks
	enough   = 32 << 10 // bytes of new pages that show that the old pages are full
)

const (
	page      = 8 << 10         // bytes of a page of the heap
	keptPages = 64              // the most free pages that a processor keeps
	mostPages = 32 << 20 / page // the most pages to allocate, in case other goroutines free pages meanwhile
	lastSteps = 16              // how often to let other goroutines run
)

// letOthersEnd lets goroutines that are about to end do so, and lets the collector finish its work. A connection that was
// just closed has two goroutines. Only when they end, its timer is stopped, from which its buffers are reachable.
func letOthersEnd() {
	for range lastSteps {
		runtime.Gosched()
	}
}

// dropStoppedTimers makes Go drop stopped timers and what is reachable from them. Go keeps a stopped timer until its time
// comes or more than a quarter of all timers are stopped.
func dropStoppedTimers() {
	var many [256]*time.Timer
	for i := range many {
		many[i] = time.AfterFunc(time.Hour, func() {})
	}
	for _, t := range many { // only after all were started, because Go drops a stopped timer at once if it is the last one
		t.Stop()
	}
	runtime.Gosched()
}

// filler allocates memory until no free memory is left on old pages. The allocations are not freed meanwhile, because the
// collector is off. The fields keep the compiler from optimizing the allocations away.
type filler struct {
	bytes    []byte
	pointers []*byte
}

// takePages allocates pages until no free page with old bytes is left. debug.FreeOSMemory misses the pages that the last
// processor keeps, and those that the collector releases a little later.
func (f *filler) takePages() {
	letOthersEnd()
	for i := range mostPages {
		// The first read allocates permanent data, which must not be on a page with old bytes. So read only later.
		if i >= keptPages && read("/memory/classes/heap/free:bytes") == 0 {
			return
		}
		f.bytes = make([]byte, page)
	}
}

func (f *filler) fill() {
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	for _, class := range s.BySize { // the size classes of Go's allocator
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

// fillClass allocates objects of a size class until Go needs new pages for them.
func fillClass(size int, ask func()) {
	full := pages() + enough
	for pages() < full {
		for range max(1, portion/size) {
			ask()
		}
	}
}

const (
	stacks    = 128      // goroutines that run at the same time
	stackSize = 12 << 10 // bytes that each uses; Go reuses stacks of up to 16 KiB
)

// overwriteStacks overwrites the stacks that ended goroutines have left behind. Its goroutines run all at the same time,
// so that each gets another stack.
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

// pages returns how many bytes the pages of the heap have.
func pages() uint64 {
	return read("/memory/classes/heap/objects:bytes", "/memory/classes/heap/unused:bytes")
}

// read returns the sum of some metrics of the runtime.
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
