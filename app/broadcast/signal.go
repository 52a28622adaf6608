// Package broadcast is how app tells views of what happens.
package broadcast

import (
	"slices"
	"sync"
)

// Signal calls its subscribers with every value that is emitted. It is safe for concurrent use, and its zero value is
// ready for use. It must not be copied.
type Signal[T any] struct {
	Replay bool // a new subscriber is called with the last value, if there was one
	Hold   bool // values are held for the first SubscribeHeld

	mu          sync.Mutex
	subscribers []*func(T) // in the order in which they came
	last        *T
	held        []T // while Hold
}

// Subscribe has f called with every value from now on, on the goroutine that emits it. A call that is under way may
// outlast unsubscribe.
func (s *Signal[T]) Subscribe(f func(T)) (unsubscribe func()) { return s.subscribe(f, false) }

// SubscribeHeld is Subscribe, and f is called first with the values that are held.
func (s *Signal[T]) SubscribeHeld(f func(T)) (unsubscribe func()) { return s.subscribe(f, true) }

func (s *Signal[T]) subscribe(f func(T), takesHeld bool) (unsubscribe func()) {
	s.mu.Lock()
	s.subscribers = append(s.subscribers, &f)
	var before []T
	if takesHeld {
		before, s.held, s.Hold = s.held, nil, false
	}
	if s.last != nil {
		before = append(before, *s.last)
	}
	s.mu.Unlock()
	for _, v := range before {
		f(v)
	}
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.subscribers = slices.DeleteFunc(s.subscribers, func(each *func(T)) bool { return each == &f })
	}
}

// Emit calls the subscribers with v, one after the other, and returns when the last has returned.
func (s *Signal[T]) Emit(v T) {
	s.mu.Lock()
	if s.Replay {
		s.last = &v
	}
	if s.Hold {
		s.held = append(s.held, v)
	}
	subscribers := slices.Clone(s.subscribers)
	s.mu.Unlock()
	for _, f := range subscribers {
		(*f)(v)
	}
}
