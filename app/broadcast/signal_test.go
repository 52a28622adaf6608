package broadcast

import (
	"sync"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestSubscribersAreCalledInOrderUntilTheyUnsubscribe(t *testing.T) {
	var s Signal[int]
	var got []int
	s.Emit(1) // to nobody
	first := s.Subscribe(func(v int) { got = append(got, v) })
	second := s.Subscribe(func(v int) { got = append(got, -v) })
	s.Emit(2)
	first()
	first() // is nothing
	s.Emit(3)
	second()
	s.Emit(4)
	check.EqualSlices(t, "values", got, 2, -2, -3)
}

func TestReplay(t *testing.T) {
	s := Signal[string]{Replay: true}
	var got []string
	subscribe := func() { s.Subscribe(func(v string) { got = append(got, v) }) }
	subscribe()
	check.EqualSlices(t, "before the first value", got)
	s.Emit("old")
	s.Emit("new")
	subscribe()
	check.EqualSlices(t, "values", got, "old", "new", "new")
}

func TestSubscriberMayEmitAndUnsubscribe(t *testing.T) {
	var s Signal[int]
	var got []int
	var unsubscribe func()
	unsubscribe = s.Subscribe(func(v int) {
		got = append(got, v)
		unsubscribe()
		s.Emit(v + 1)
	})
	s.Emit(1)
	check.EqualSlices(t, "values", got, 1)
}

func TestConcurrentUse(t *testing.T) {
	var s Signal[int]
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			unsubscribe := s.Subscribe(func(int) {})
			s.Emit(1)
			unsubscribe()
		})
	}
	all.Wait()
	check.Equal(t, "subscribers left", len(s.subscribers), 0)
}

func TestHeldValuesAreForTheFirstThatAsksForThem(t *testing.T) {
	s := Signal[int]{Hold: true}
	var got []int
	s.Subscribe(func(v int) { got = append(got, -v) })
	s.Emit(1)
	s.Emit(2)
	s.SubscribeHeld(func(v int) { got = append(got, v) })
	s.Emit(3)
	s.SubscribeHeld(func(v int) { got = append(got, 10*v) })
	check.EqualSlices(t, "values", got, -1, -2, 1, 2, -3, 3)
}
