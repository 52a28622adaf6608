package keys

import "sync"

// listeners are told of what happens to keys. The zero value tells nobody.
type listeners struct {
	mu      sync.Mutex
	change  func()
	settle  func(Resolved)
	failure func(error) // nil once it was called
}

func (l *listeners) onChange(f func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.change = f
}

func (l *listeners) onResolved(f func(Resolved)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.settle = f
}

func (l *listeners) onTrouble(f func(error)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.failure = f
}

// changed tells of a change of the list.
func (l *listeners) changed() {
	l.mu.Lock()
	f := l.change
	l.mu.Unlock()
	if f != nil {
		f()
	}
}

// resolved tells of changes whose outcome is known now.
func (l *listeners) resolved(all ...Resolved) {
	l.mu.Lock()
	f := l.settle
	l.mu.Unlock()
	for _, s := range all {
		if f != nil {
			f(s)
		}
	}
}

// trouble tells of the vault's first failure.
func (l *listeners) trouble(err error) {
	l.mu.Lock()
	f := l.failure
	l.failure = nil
	l.mu.Unlock()
	if f != nil {
		f(err)
	}
}
