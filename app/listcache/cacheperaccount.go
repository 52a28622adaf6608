package listcache

import (
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Lists holds the caches of all accounts, each in a file of its own.
type Lists struct {
	dir string // "" means that nothing is stored
	now func() time.Time
	log *slog.Logger

	mu     sync.Mutex
	opened map[string]*Cache // by file
}

// OpenLists returns the caches in the directory dir. An empty dir means that nothing is stored. now returns the current
// time.
func OpenLists(dir string, now func() time.Time, log *slog.Logger) *Lists {
	return &Lists{dir: dir, now: now, log: log, opened: map[string]*Cache{}}
}

// On reports whether lists are stored.
func (l *Lists) On() bool { return l.dir != "" }

// In returns the cache in the file of the given name. It returns the same Cache each time.
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

// RemoveAllBut deletes the lists in all files except the given ones.
func (l *Lists) RemoveAllBut(files map[string]bool) {
	if !l.On() {
		return
	}
	found, err := os.ReadDir(l.dir)
	if err != nil {
		return // there are no lists without the directory
	}
	for _, f := range found {
		if IsList(f.Name()) && !files[f.Name()] {
			l.In(f.Name()).Remove()
		}
	}
}

// IsList reports whether file is the name of a file with a list.
func IsList(file string) bool {
	matches, _ := filepath.Match("list*.json", file) // fails only for an invalid pattern
	return matches
}
