package listcache

import (
	"time"

	"accesskeys/client"
)

// cacheVersion is the version of the file's layout. A file of another version is ignored.
const cacheVersion = 3

// cachedKeys holds client.AccessKeys with each field as a column of its own, which decodes much faster than a list of
// objects. A column with only empty values is left out. There are no secrets in it.
type cachedKeys struct {
	ID         []string `json:"id"`
	UserID     []string `json:"user,omitempty"`
	State      []string `json:"state,omitempty"`
	CreatedAt  []string `json:"created,omitempty"`
	UpdatedAt  []string `json:"updated,omitempty"`
	ValidUntil []string `json:"expires,omitempty"`
	DeletedAt  []string `json:"deleted,omitempty"`

	Unread map[int]client.UnreadDates `json:"unread,omitempty"` // by index
}

func cachedKeysOf(list []client.AccessKey) cachedKeys {
	c := cachedKeys{
		ID:         column(list, func(k *client.AccessKey) string { return k.ID }),
		UserID:     column(list, func(k *client.AccessKey) string { return k.UserID }),
		State:      column(list, func(k *client.AccessKey) string { return string(k.State) }),
		CreatedAt:  column(list, func(k *client.AccessKey) string { return cachedTime(k.CreatedAt) }),
		UpdatedAt:  column(list, func(k *client.AccessKey) string { return cachedTime(k.UpdatedAt) }),
		ValidUntil: column(list, func(k *client.AccessKey) string { return cachedTime(k.ValidUntil) }),
		DeletedAt:  column(list, func(k *client.AccessKey) string { return cachedTime(k.DeletedAt) }),
		Unread:     map[int]client.UnreadDates{},
	}
	for i, k := range list {
		if k.Unread != (client.UnreadDates{}) {
			c.Unread[i] = k.Unread
		}
	}
	return c
}

// column returns the value of a field for every key, or nil if all are empty.
func column(list []client.AccessKey, of func(*client.AccessKey) string) []string {
	values := make([]string, len(list))
	empty := true
	for i := range list {
		values[i] = of(&list[i])
		empty = empty && values[i] == ""
	}
	if empty {
		return nil
	}
	return values
}

func cachedTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

// list returns the keys. It returns false if no server could have sent such a list.
func (c cachedKeys) list() ([]client.AccessKey, bool) {
	list := make([]client.AccessKey, len(c.ID))
	same := map[string]string{} // one copy of each text that keys have in common
	shared := func(text string) string {
		if one, ok := same[text]; ok {
			return one
		}
		same[text] = text
		return text
	}
	ok := fill(list, c.ID, func(k *client.AccessKey, v string) error { k.ID = v; return nil }) &&
		fill(list, c.UserID, func(k *client.AccessKey, v string) error { k.UserID = shared(v); return nil }) &&
		fill(list, c.State, func(k *client.AccessKey, v string) error { k.State = client.State(shared(v)); return nil }) &&
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

// fill sets a field of every key from a column. It returns false if the column is invalid.
func fill(list []client.AccessKey, column []string, set func(*client.AccessKey, string) error) bool {
	if column == nil {
		return true
	}
	if len(column) != len(list) {
		return false
	}
	for i, value := range column {
		if set(&list[i], value) != nil {
			return false
		}
	}
	return true
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
