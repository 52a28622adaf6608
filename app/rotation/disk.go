package rotation

import (
	"context"
	"encoding/json"

	"accesskeys/app/store"
)

// kept is what the file holds.
type kept struct {
	Version      int               `json:"version"`
	Replacements []json.RawMessage `json:"replacements"`
}

// read returns the replacements on disk.
func (f *File) read() ([]Replacement, error) {
	all, _, err := f.readAll()
	return all, err
}

// readAll returns what is on disk: the replacements, and what cannot be gone on with here, as another version may.
func (f *File) readAll() (all []Replacement, odd []json.RawMessage, err error) {
	var k kept
	found, err := f.disk.Read(&k)
	switch {
	case err != nil || !found:
		return nil, nil, err
	case k.Version > fileVersion:
		return nil, nil, ErrNewer
	}
	for _, raw := range k.Replacements {
		var r Replacement
		if json.Unmarshal(raw, &r) == nil && r.valid() {
			all = append(all, r)
		} else {
			odd = append(odd, raw)
		}
	}
	return all, odd, nil
}

// save writes replacements, and what was odd on disk.
func (f *File) save(all []Replacement, odd []json.RawMessage) error {
	k := kept{Version: fileVersion, Replacements: []json.RawMessage{}}
	for i := range all {
		raw, err := json.Marshal(&all[i])
		if err != nil {
			return err
		}
		k.Replacements = append(k.Replacements, raw)
	}
	k.Replacements = append(k.Replacements, odd...)
	return f.disk.Write(k)
}

// stored is replacements in a file.
type stored struct{ store.File }

// Take lets one process at a time change the file.
func (s stored) Take(ctx context.Context) (release func(), err error) {
	if err := s.MakeDir(); err != nil {
		return nil, err // or there would be no place for the lock
	}
	return s.Lock().Take(ctx, patience)
}

// memory is replacements that nothing remembers.
type memory struct{ content []byte }

func (m *memory) Read(v any) (bool, error) {
	if m.content == nil {
		return false, nil
	}
	return true, json.Unmarshal(m.content, v)
}

func (m *memory) Write(v any) (err error) {
	m.content, err = json.Marshal(v)
	return err
}

func (m *memory) Take(context.Context) (release func(), err error) { return func() {}, nil }
