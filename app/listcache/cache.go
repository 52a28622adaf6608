// Package listcache stores lists of keys on disk, without secrets, so that the next start can show a list at once.
package listcache

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
	// lockLimit is how long to wait for another process that holds the file's lock.
	lockLimit = 3 * time.Second
	// MaxCached is the most keys of a list that is stored. A longer list would take too long to write and to read.
	MaxCached = 100_000
)

// Cache stores the list of a remembered sign-in in a file.
type Cache struct {
	now  func() time.Time
	log  *slog.Logger
	file store.File // has no path if nothing is stored
	mu   sync.Mutex // held while the disk is written
}

// OpenCache returns the cache in the file at path. An empty path means that nothing is stored. now returns the current
// time.
func OpenCache(path string, now func() time.Time, log *slog.Logger) *Cache {
	return &Cache{now: now, log: log, file: store.File{Path: path, Log: log, Compact: true}}
}

// cachedHead identifies the list in the file.
type cachedHead struct {
	Version int       `json:"version"`
	Base    string    `json:"base"`
	KeyID   string    `json:"keyId"`
	ReadAt  time.Time `json:"readAt"`
}

// cachedList is the content of the file.
type cachedList struct {
	cachedHead
	Keys cachedKeys `json:"keys"`
}

// Read returns the stored list of a sign-in and when it was read from the server. It returns false if there is no file,
// or if the file is corrupt, of another sign-in, or from the future.
func (c *Cache) Read(saved settings.SavedSession) (list []client.AccessKey, readAt time.Time, ok bool) {
	if c.file.Path == "" {
		return nil, time.Time{}, false
	}
	var cached cachedList
	err := c.decode(&cached)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, time.Time{}, false
	case cached.Version != cacheVersion && cached.Version != 0: // before err, since other versions may not decode
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

// Write stores a list. It calls wanted once it has the lock and stores nothing if that returns false, so that a list that
// was removed meanwhile does not come back. It does not replace a newer list, which another process may have written.
func (c *Cache) Write(saved settings.SavedSession, list []client.AccessKey, readAt time.Time, wanted func() bool) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	release, err := c.file.Lock().Take(context.Background(), lockLimit)
	if err != nil {
		return err
	}
	defer release()
	if !wanted() {
		return nil
	}
	if len(list) > MaxCached {
		return c.file.Remove() // an earlier, shorter list would be wrong
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

// Remove deletes the stored list.
func (c *Cache) Remove() {
	if c.file.Path == "" {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	release, err := c.file.Lock().Take(context.Background(), lockLimit)
	if err == nil {
		defer release()
	}
	if err := c.file.Remove(); err != nil {
		c.log.Warn("the list kept on disk could not be removed", "error", err)
	}
}
