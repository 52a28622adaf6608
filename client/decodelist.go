package client

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"accesskeys/client/oneline"
)

var (
	errNoList = errors.New("neither an array nor an object with one in data")
	errNoKeys = errors.New("nothing in the list is an access key")
)

// skipped takes a JSON value in and keeps nothing of it.
type skipped struct{}

// UnmarshalJSON implements json.Unmarshaler.
func (skipped) UnmarshalJSON([]byte) error { return nil }

// listDecoder reads a list of access keys element by element, so that neither the body nor a secret
// in it is ever held whole.
type listDecoder struct {
	body  *renewedBody
	json  *json.Decoder
	keys  []AccessKey
	seen  map[string]bool
	next  wireKey // reused for every element
	user  string  // the last user ID, which most keys of a list share
	shown string  // the same, fit for showing
	left  int     // elements not understood
	total wireCount

	count    int // of elements of any kind
	unlisted int // those not understood that have no usable ID
}

// decodeList reads the list, bare or in an object's data. A null is an empty one, as a Go back end may
// write it. Repeated keys in it are dropped; what is no key, or has no usable ID, is left out and counted; what has
// an ID and is not understood otherwise, or has no state, is listed as StateUnreadable, and counted too.
func decodeList(body io.Reader) (Listing, error) {
	piecewise := &renewedBody{r: body, left: maxElement}
	d := &listDecoder{
		body: piecewise,
		json: json.NewDecoder(piecewise),
		keys: []AccessKey{},
		seen: map[string]bool{},
	}
	start, err := d.json.Token()
	if err != nil {
		return Listing{}, err
	}
	switch start {
	case json.Delim('['):
		err = d.elements()
	case json.Delim('{'):
		err = d.wrapped()
	case nil:
	default:
		err = errNoList
	}
	if err == nil {
		err = expectEnd(d.json)
	}
	if err == nil && d.left > 0 && len(d.keys) == 0 {
		err = errNoKeys
	}
	if err != nil {
		return Listing{}, err
	}
	return Listing{Keys: d.keys, Total: int(d.total), Unreadable: d.left, elements: d.count, unlisted: d.unlisted}, nil
}

// elements reads an array's elements and its end.
func (d *listDecoder) elements() error {
	for d.body.renew(); d.json.More(); d.body.renew() {
		d.count++
		d.next = wireKey{}
		next := &d.next
		err := d.json.Decode(&next) // a null makes it nil
		var mistyped *json.UnmarshalTypeError
		switch odd := errors.As(err, &mistyped); {
		case err != nil && !odd:
		case next == nil || !validKeyID(next.KeyID):
			d.left++
			d.unlisted++
			err = nil
		case odd || next.State == "":
			d.left++
			next.State = StateUnreadable
			err = d.add(next)
		default:
			err = d.add(next)
		}
		if err != nil {
			return err
		}
	}
	_, err := d.json.Token()
	return err
}

func (d *listDecoder) add(w *wireKey) error {
	if d.seen[w.KeyID] {
		return nil
	}
	if len(d.keys) == maxKeys {
		return errTooMany
	}
	d.seen[w.KeyID] = true
	if w.UserID != d.user {
		d.user, d.shown = w.UserID, oneline.Cut(oneline.Flat(w.UserID), maxUserID)
	}
	w.UserID = "" // one copy for all
	k := w.key()
	k.UserID = d.shown
	d.keys = append(d.keys, k)
	return nil
}

// wrapped reads an object that has the list in data, beside the members of a Status.
func (d *listDecoder) wrapped() error {
	var status wireStatus
	found := false
	for d.body.renew(); d.json.More(); d.body.renew() {
		name, err := d.json.Token()
		if err != nil {
			return err
		}
		switch name {
		case "data":
			var list bool
			list, err = d.data()
			found = found || list
		case "total":
			err = d.json.Decode(&d.total)
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

// data reads the value of data and reports whether it is a list.
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

// wireCount is a number, as such or as a string. Anything else, and what is below zero, counts as none; what is larger
// than any list counts as maxCount.
type wireCount int

const maxCount = 1_000_000_000

// UnmarshalJSON implements json.Unmarshaler.
func (c *wireCount) UnmarshalJSON(b []byte) error {
	n, _ := strconv.ParseFloat(strings.Trim(string(b), "\" "), 64) // infinite where it is out of range
	*c = wireCount(max(0, min(n, maxCount)))
	return nil
}

var _ json.Unmarshaler = (*wireCount)(nil)
