package listcache

import (
	"strings"
	"time"

	"accesskeys/client"
)

// cacheVersion is the version of the file's layout. A file of another version is ignored.
const cacheVersion = 4

// cachedKeys holds client.AccessKeys with each field as a text of its own, a line per key. That decodes much faster than a
// list of objects. A field that all keys lack is left out. There are no secrets in it.
type cachedKeys struct {
	ID         string `json:"id"`
	UserID     string `json:"user,omitempty"`
	State      string `json:"state,omitempty"`
	CreatedAt  string `json:"created,omitempty"`
	UpdatedAt  string `json:"updated,omitempty"`
	ValidUntil string `json:"expires,omitempty"`
	DeletedAt  string `json:"deleted,omitempty"`

	Unread map[int]client.UnreadDates `json:"unread,omitempty"` // by index
}

func cachedKeysOf(list []client.AccessKey) cachedKeys {
	c := cachedKeys{
		ID:         lines(list, func(k *client.AccessKey) string { return k.ID }),
		UserID:     lines(list, func(k *client.AccessKey) string { return k.UserID }),
		State:      lines(list, func(k *client.AccessKey) string { return string(k.State) }),
		CreatedAt:  lines(list, func(k *client.AccessKey) string { return cachedTime(k.CreatedAt) }),
		UpdatedAt:  lines(list, func(k *client.AccessKey) string { return cachedTime(k.UpdatedAt) }),
		ValidUntil: lines(list, func(k *client.AccessKey) string { return cachedTime(k.ValidUntil) }),
		DeletedAt:  lines(list, func(k *client.AccessKey) string { return cachedTime(k.DeletedAt) }),
		Unread:     map[int]client.UnreadDates{},
	}
	for i, k := range list {
		if k.Unread != (client.UnreadDates{}) {
			c.Unread[i] = k.Unread
		}
	}
	return c
}

// lines returns the value of a field for every key, a line each, or "" if all are empty.
func lines(list []client.AccessKey, of func(*client.AccessKey) string) string {
	var text strings.Builder
	empty := true
	for i := range list {
		if i > 0 {
			text.WriteByte('\n')
		}
		value := of(&list[i])
		text.WriteString(value)
		empty = empty && value == ""
	}
	if empty {
		return ""
	}
	return text.String()
}

func cachedTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

// list returns the keys. It returns false if no server could have sent such a list.
func (c cachedKeys) list() ([]client.AccessKey, bool) {
	var list []client.AccessKey
	if c.ID != "" {
		list = make([]client.AccessKey, 1+strings.Count(c.ID, "\n"))
	}
	ok := fill(list, c.ID, func(k *client.AccessKey, v string) error { k.ID = v; return nil }) &&
		fill(list, c.UserID, func(k *client.AccessKey, v string) error { k.UserID = v; return nil }) &&
		fill(list, c.State, func(k *client.AccessKey, v string) error { k.State = client.State(v); return nil }) &&
		fill(list, c.CreatedAt, func(k *client.AccessKey, v string) error { return parseInto(&k.CreatedAt, v) }) &&
		fill(list, c.UpdatedAt, func(k *client.AccessKey, v string) error { return parseInto(&k.UpdatedAt, v) }) &&
		fill(list, c.ValidUntil, func(k *client.AccessKey, v string) error { return parseInto(&k.ValidUntil, v) }) &&
		fill(list, c.DeletedAt, func(k *client.AccessKey, v string) error { return parseInto(&k.DeletedAt, v) })
	for place, unread := range c.Unread {
		if place < 0 || place >= len(list) {
			return nil, false
		}
		list[place].Unread = unread
	}
	return list, ok && valid(list)
}

// fill sets a field of every key from its lines. It returns false if they are invalid.
func fill(list []client.AccessKey, lines string, set func(*client.AccessKey, string) error) bool {
	if lines == "" {
		return true
	}
	place := 0
	for value := range strings.SplitSeq(lines, "\n") {
		if place == len(list) || set(&list[place], value) != nil {
			return false
		}
		place++
	}
	return place == len(list)
}

func parseInto(t *time.Time, text string) (err error) {
	if text != "" {
		*t, err = time.Parse(time.RFC3339Nano, text)
	}
	return err
}

func valid(list []client.AccessKey) bool {
	seen := make(map[string]bool, len(list))
	for _, k := range list {
		if !k.Valid() || seen[k.ID] {
			return false
		}
		seen[k.ID] = true
	}
	return true
}
