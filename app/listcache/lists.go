package listcache

import (
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Lists are the lists of keys that are kept, a file an account.
type Lists struct {
	dir string // "" keeps none
	now func() time.Time
	log *slog.Logger

	mu     sync.Mutex
	opened map[string]*Cache // by file
}

// OpenLists returns the lists in a directory. An empty one means that none is kept. now is the time of day.
func OpenLists(dir string, now func() time.Time, log *slog.Logger) *Lists {
	return &Lists{dir: dir, now: now, log: log, opened: map[string]*Cache{}}
}

// On reports whether any is kept.
func (l *Lists) On() bool { return l.dir != "" }

// In returns the list in a file of that name, the same value each time.
func (l *Lists) In(file string) *Cache {
	l.mu.Lock()
	defer l.mu.Unlock()
	c := l.opened[file]
	if c == nil {
		path := ""
		if l.On() {
			path = filepath.Join(l.dir, file)
		}
		c = OpenCache(path, l.now, l.log)
		l.opened[file] = c
	}
	return c
}

// RemoveAllBut forgets the lists in other files than these.
func (l *Lists) RemoveAllBut(files map[string]bool) {
	if !l.On() {
		return
	}
	found, err := os.ReadDir(l.dir)
	if err != nil {
		return // there is none then
	}
	for _, f := range found {
		if IsList(f.Name()) && !files[f.Name()] {
			l.In(f.Name()).Remove()
		}
	}
}

// IsList reports whether a list is kept in files of that name.
func IsList(file string) bool {
	matches, _ := filepath.Match("list*.json", file) // fails for a wrong pattern only
	return matches
}
