package history

import (
	"context"
	"slices"
	"sync"
	"time"
)

// memory stores events until the program ends.
type memory struct {
	mu     sync.Mutex
	events []Event // oldest first
}

func (m *memory) add(_ context.Context, events []Event) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, e := range events {
		m.events = append(m.events, e.cut())
	}
	if more := len(m.events) - mostInMemory; more > 0 {
		m.events = slices.Delete(m.events, 0, more)
	}
	return len(events), nil
}

// backwards calls take once with all events. It ignores the mark, because there are not many events.
func (m *memory) backwards(_ context.Context, _ Mark, take func([]Event) bool) (Mark, error) {
	m.mu.Lock()
	events := slices.Clone(m.events)
	m.mu.Unlock()
	slices.Reverse(events)
	take(events)
	return Mark{}, nil
}

func (m *memory) replace(_ context.Context, e Event) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.events = []Event{e.cut()}
	return nil
}

func (m *memory) prune(context.Context, time.Time) error { return nil }
