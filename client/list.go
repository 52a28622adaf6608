package client

import (
	"encoding/json"
	"io"
)

// skipped takes a JSON value in and keeps nothing of it.
type skipped struct{}

// UnmarshalJSON implements json.Unmarshaler.
func (skipped) UnmarshalJSON([]byte) error { return nil }

// listDecoder reads a list of access keys element by element, so that neither the body nor a secret
// in it is ever held whole.
type listDecoder struct {
	json *json.Decoder
	keys []AccessKey
	seen map[string]bool
	next wireKey // reused for every element
	user string  // the last user ID, which most keys of a list share
}

// decodeList reads the list, bare or in an object's data. Keys without an ID and repeated ones are
// dropped.
func decodeList(body io.Reader) ([]AccessKey, error) {
	d := &listDecoder{
		json: json.NewDecoder(body),
		keys: []AccessKey{},
		seen: map[string]bool{},
	}
	start, err := d.json.Token()
	if err != nil {
		return nil, err
	}
	switch start {
	case json.Delim('['):
		err = d.elements()
	case json.Delim('{'):
		err = d.wrapped()
	default:
		err = errNoList
	}
	if err != nil {
		return nil, err
	}
	return d.keys, expectEnd(d.json)
}

// elements reads an array's elements and its end.
func (d *listDecoder) elements() error {
	for d.json.More() {
		d.next = wireKey{}
		if err := d.json.Decode(&d.next); err != nil {
			return err
		}
		d.add(&d.next)
	}
	_, err := d.json.Token()
	return err
}

func (d *listDecoder) add(w *wireKey) {
	if w.KeyID == "" || d.seen[w.KeyID] {
		return
	}
	d.seen[w.KeyID] = true
	if w.UserID == d.user {
		w.UserID = d.user // one copy for all
	}
	d.user = w.UserID
	d.keys = append(d.keys, w.key())
}

// wrapped reads an object that has the list in data, beside the members of a Status.
func (d *listDecoder) wrapped() error {
	var status wireStatus
	found := false
	for d.json.More() {
		name, err := d.json.Token()
		if err != nil {
			return err
		}
		switch name {
		case "data":
			var list bool
			list, err = d.data()
			found = found || list
		case "success":
			err = d.json.Decode(&status.Success)
		case "code":
			err = d.json.Decode(&status.Code)
		case "message":
			err = d.json.Decode(&status.Message)
		default:
			err = d.json.Decode(&skipped{})
		}
		if err != nil {
			return err
		}
	}
	if _, err := d.json.Token(); err != nil {
		return err
	}
	if err := status.refusal(); err != nil {
		return err
	}
	if !found {
		return errNoList
	}
	return nil
}

// data reads the value of data and reports whether it is a list. A Go back end's empty one may be
// null.
func (d *listDecoder) data() (bool, error) {
	start, err := d.json.Token()
	switch {
	case err != nil:
		return false, err
	case start == json.Delim('['):
		return true, d.elements()
	case start == nil:
		return true, nil
	}
	return false, errNoList
}
