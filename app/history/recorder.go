package history

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"accesskeys/app/broadcast"
	"accesskeys/app/store"
)

const mostWaiting = 10_000 // events that could not be written so far; of more, the oldest are lost

// Options is what a Recorder is made of.
type Options struct {
	Path    string      // of the file; without one, events are in memory
	On      func() bool // the user wants a history
	Version string      // the program's
	Now     func() time.Time
	Logger  *slog.Logger
}

// Recorder keeps the history. It starts no goroutine: Record only takes note, and Flush writes.
type Recorder struct {
	Waiting broadcast.Signal[struct{}] // there is something to Flush
	Written broadcast.Signal[struct{}] // there is something new to Read
	Trouble broadcast.Signal[error]    // writing failed, for the first time

	o      Options
	keeper keeper
	facts  facts

	mu     sync.Mutex // guards what follows
	queue  []waiting
	asked  bool // Waiting was told of the queue
	failed bool // which was told

	writing  sync.Mutex // held while the disk is written
	prunedAt time.Time
}

// waiting is an event to be written.
type waiting struct {
	Event
	known time.Time // for Elsewhere: it is news only if nothing done here since then explains it
}

// New returns the recorder of a file.
func New(o Options) *Recorder {
	r := &Recorder{o: o, keeper: &memory{}, facts: facts{of: factsOf{}}}
	if o.Path != "" {
		r.keeper = file{store.Lines{Path: o.Path, Log: o.Logger}, mostSize, restSize}
	}
	r.Trouble.Replay = true
	return r
}

// Record takes note of what was done now, unless the user wants no history. It does not block.
func (r *Recorder) Record(e Event) { r.record(waiting{Event: e}) }

func (r *Recorder) record(w waiting) {
	if !r.o.On() && w.Action != Off {
		return
	}
	w.At, w.Version = r.o.Now().UTC(), r.o.Version
	r.mu.Lock()
	if len(r.queue) == mostWaiting {
		r.queue = slices.Delete(r.queue, 0, 1)
	}
	r.queue = append(r.queue, w)
	asked := r.asked
	r.asked = true
	r.mu.Unlock()
	r.facts.learn(w.Event)
	if !asked {
		r.Waiting.Emit(struct{}{})
	}
}

// Flush writes what waits to be. What cannot be written waits for the next event.
func (r *Recorder) Flush(ctx context.Context) error {
	some, err := r.write(ctx)
	if some {
		r.Written.Emit(struct{}{})
	}
	return err
}

// write is Flush, and reports whether something was written.
func (r *Recorder) write(ctx context.Context) (some bool, err error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	r.prune(ctx)
	for {
		r.mu.Lock()
		queue := r.queue
		r.queue, r.asked = nil, false
		r.mu.Unlock()
		if len(queue) == 0 {
			return some, nil
		}
		news := r.news(ctx, queue)
		events := make([]Event, len(news))
		for i, w := range news {
			events[i] = w.Event
		}
		written, err := r.keeper.add(ctx, events)
		some = some || written > 0
		if err != nil {
			r.giveBack(news[written:])
			r.tell(err)
			return some, err
		}
	}
}

// giveBack has events wait again, before those that came since.
func (r *Recorder) giveBack(events []waiting) {
	r.mu.Lock()
	defer r.mu.Unlock()
	back := append(slices.Clone(events), r.queue...)
	r.queue = back[max(0, len(back)-mostWaiting):]
}

// tell logs that writing failed, and tells it the first time.
func (r *Recorder) tell(err error) {
	r.mu.Lock()
	told := r.failed
	r.failed = true
	r.mu.Unlock()
	r.o.Logger.Warn("writing the history", "error", err)
	if !told {
		r.Trouble.Emit(err)
	}
}

// Read calls take with the history, the newest first, some events at a time and first a few, until take returns false.
func (r *Recorder) Read(ctx context.Context, take func([]Event) bool) error {
	_, err := r.ReadSince(ctx, Mark{}, take)
	return err
}

// ReadSince is Read for what has come since a mark. It returns a new mark, which is Whole where all was read: because the
// history was pruned or cleared meanwhile, or is kept in memory.
func (r *Recorder) ReadSince(ctx context.Context, since Mark, take func([]Event) bool) (Mark, error) {
	return r.keeper.backwards(ctx, since, take)
}

// Clear removes the history. One event stays, which says so.
func (r *Recorder) Clear(ctx context.Context) error {
	if err := r.clear(ctx); err != nil {
		return err
	}
	r.Written.Emit(struct{}{})
	return nil
}

func (r *Recorder) clear(ctx context.Context) error {
	r.writing.Lock()
	defer r.writing.Unlock()
	e := Event{At: r.o.Now().UTC(), Action: Clear, Outcome: Done, Version: r.o.Version}
	if err := r.keeper.replace(ctx, e); err != nil {
		return err
	}
	r.mu.Lock()
	r.queue = nil
	r.mu.Unlock()
	r.facts.clear()
	return nil
}
