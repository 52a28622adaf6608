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

const mostQueued = 10_000 // events that are not written yet; if there are more, the oldest are lost

// Options configure a Recorder.
type Options struct {
	Path    string      // the path of the file; "" means that events are in memory only
	On      func() bool // reports whether the user wants a history
	Version string      // the program's version
	Now     func() time.Time
	Logger  *slog.Logger
}

// Recorder records the history. It starts no goroutine: Record only queues an event, and Flush writes it.
type Recorder struct {
	Waiting broadcast.Signal[struct{}] // there are events to Flush
	Written broadcast.Signal[struct{}] // there are new events to read
	Trouble broadcast.Signal[error]    // writing failed for the first time

	o       Options
	storage storage
	facts   facts

	mu     sync.Mutex // guards the fields below
	queue  []queued
	asked  bool // Waiting was emitted for the queue
	failed bool // Trouble was emitted

	writing  sync.Mutex // held while the disk is written
	prunedAt time.Time
}

// queued is an event that is not written yet.
type queued struct {
	Event
	known time.Time // for Elsewhere: events since then may explain the change
}

// New returns a Recorder for the file at o.Path.
func New(o Options) *Recorder {
	r := &Recorder{o: o, storage: &memory{}, facts: facts{of: factsOf{}}}
	if o.Path != "" {
		r.storage = file{store.Lines{Path: o.Path, Log: o.Logger}, mostSize, restSize}
	}
	r.Trouble.Replay = true
	return r
}

// Record records an event that happens now, unless the user wants no history. It does not block.
func (r *Recorder) Record(e Event) { r.record(queued{Event: e}) }

func (r *Recorder) record(w queued) {
	if !r.o.On() && w.Action != Off {
		return
	}
	w.At, w.Version = r.o.Now().UTC(), r.o.Version
	r.mu.Lock()
	if len(r.queue) == mostQueued {
		r.queue = r.queue[1:]
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

// Flush writes the queued events. Events that cannot be written stay queued until the next event is recorded.
func (r *Recorder) Flush(ctx context.Context) error {
	wrote, err := r.write(ctx)
	if wrote {
		r.Written.Emit(struct{}{})
	}
	return err
}

// write writes the queued events and reports whether it wrote any.
func (r *Recorder) write(ctx context.Context) (wrote bool, err error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	r.prune(ctx)
	for {
		r.mu.Lock()
		queue := r.queue
		r.queue, r.asked = nil, false
		r.mu.Unlock()
		if len(queue) == 0 {
			return wrote, nil
		}
		queue = r.withoutOwnChanges(ctx, queue)
		events := make([]Event, len(queue))
		for i, w := range queue {
			events[i] = w.Event
		}
		written, err := r.storage.add(ctx, events)
		wrote = wrote || written > 0
		if err != nil {
			r.requeue(queue[written:])
			r.reportTrouble(err)
			return wrote, err
		}
	}
}

// requeue puts events back into the queue, before those that were recorded since.
func (r *Recorder) requeue(events []queued) {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := append(slices.Clone(events), r.queue...)
	r.queue = all[max(0, len(all)-mostQueued):]
}

// reportTrouble logs that writing failed, and emits Trouble the first time.
func (r *Recorder) reportTrouble(err error) {
	r.mu.Lock()
	told := r.failed
	r.failed = true
	r.mu.Unlock()
	r.o.Logger.Warn("writing the history", "error", err)
	if !told {
		r.Trouble.Emit(err)
	}
}

// ReadSince calls take with batches of the events since a mark, the newest first, until take returns false. The first batch
// is small. ReadSince returns a new mark. If the history was pruned or cleared meanwhile, or is in memory only, it reads all
// events, and the new mark is Whole.
func (r *Recorder) ReadSince(ctx context.Context, since Mark, take func([]Event) bool) (Mark, error) {
	return r.storage.backwards(ctx, since, take)
}

// Clear removes all events and adds a Clear event.
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
	if err := r.storage.replace(ctx, e); err != nil {
		return err
	}
	r.mu.Lock()
	r.queue = nil
	r.mu.Unlock()
	r.facts.clear()
	return nil
}
