package keys

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"sync"
	"time"

	"accesskeys/app/settings"
	"accesskeys/app/store"
	"accesskeys/client"
)

const (
	// cachePatience is how long another process may keep the file.
	cachePatience = 3 * time.Second
	// MaxCached is how many keys a list has at most that is kept: a longer one would take long to write and to read.
	MaxCached = 100_000
)

// Cache keeps the list of a remembered sign-in on disk, without secrets, so that the next start has something to show
// at once.
type Cache struct {
	on   bool // else nothing is kept
	now  func() time.Time
	log  *slog.Logger
	file store.File
	mu   sync.Mutex // held while the disk is written
}

// OpenCache returns the cache in the file at path. An empty path means that nothing is kept. now is the time of day.
func OpenCache(path string, now func() time.Time, log *slog.Logger) *Cache {
	return &Cache{on: path != "", now: now, log: log, file: store.File{Path: path, Log: log, Compact: true}}
}

// On reports whether anything is kept.
func (c *Cache) On() bool { return c.on }

// cachedHead says of which list the file is.
type cachedHead struct {
	Version int       `json:"version"`
	Base    string    `json:"base"`
	KeyID   string    `json:"keyId"`
	ReadAt  time.Time `json:"readAt"`
}

// cachedList is what the file holds.
type cachedList struct {
	cachedHead
	Keys cachedKeys `json:"keys"`
}

// Read returns the list kept for a sign-in, false when there is none: a file that is corrupt, of another
// sign-in or from the future is as good as none.
func (c *Cache) Read(saved settings.SavedSession) (list []client.AccessKey, readAt time.Time, ok bool) {
	if !c.on {
		return nil, time.Time{}, false
	}
	var cached cachedList
	err := c.decode(&cached)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, time.Time{}, false
	case cached.Version != cacheVersion && cached.Version != 0: // whatever its keys are like
		return nil, time.Time{}, false
	case err != nil:
		c.log.Warn("the list kept on disk could not be read", "error", err)
		return nil, time.Time{}, false
	case !cached.of(saved) || cached.ReadAt.After(c.now()):
		return nil, time.Time{}, false
	}
	list, ok = cached.Keys.list()
	return list, cached.ReadAt, ok
}

func (c *Cache) decode(into any) error {
	content, err := c.file.Content()
	if err == nil {
		err = json.Unmarshal(content, into)
	}
	return err
}

func (l cachedHead) of(saved settings.SavedSession) bool {
	return l.Version == cacheVersion && l.Base == saved.Endpoint.Base && l.KeyID == saved.KeyID
}

// Write keeps a list, if wanted says so once nothing else is being written: what was forgotten meanwhile must not
// come back. An older list never replaces a younger, which another process may have written.
func (c *Cache) Write(saved settings.SavedSession, list []client.AccessKey, readAt time.Time, wanted func() bool) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	release, err := c.file.Lock().Take(context.Background(), cachePatience)
	if err != nil {
		return err
	}
	defer release()
	if !wanted() {
		return nil
	}
	if len(list) > MaxCached {
		return c.file.Remove() // the shorter one of before
	}
	var before cachedHead
	if err := c.decode(&before); err == nil && before.of(saved) && before.ReadAt.After(readAt) && !before.ReadAt.After(c.now()) {
		return nil
	}
	head := cachedHead{Version: cacheVersion, Base: saved.Endpoint.Base, KeyID: saved.KeyID, ReadAt: readAt}
	err = c.file.Write(cachedList{head, cachedKeysOf(list)})
	if errors.Is(err, store.ErrTooLarge) {
		return c.file.Remove()
	}
	return err
}

// Remove forgets the list.
func (c *Cache) Remove() {
	if !c.on {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	release, err := c.file.Lock().Take(context.Background(), cachePatience)
	if err == nil {
		defer release()
	}
	if err := c.file.Remove(); err != nil {
		c.log.Warn("the list kept on disk could not be removed", "error", err)
	}
}
