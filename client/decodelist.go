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

// discard is a JSON value that is decoded and not stored.
type discard struct{}

// UnmarshalJSON implements json.Unmarshaler.
func (discard) UnmarshalJSON([]byte) error { return nil }

// listDecoder decodes a list of access keys element by element, so that it never holds the whole body or the secrets of
// all keys.
type listDecoder struct {
	body   *pieceReader
	json   *json.Decoder
	keys   []AccessKey
	seen   map[string]bool
	next   wireKey // reused for every element
	user   string  // the last user ID, which most keys of a list share
	shown  string  // the last user ID as it may be shown
	failed int     // the number of elements that could not be decoded
	total  wireCount

	count    int // the number of all elements
	unlisted int // the number of failed elements that have no usable ID
}

// decodeList decodes a list of keys. The list is the body itself or the data member of an object. A null counts as an
// empty list, because a Go back end may write it so. Repeated keys are dropped. An element that is no key, or has no
// usable ID, is left out and counted as unreadable. An element with a usable ID that cannot be decoded otherwise, or has
// no state, is listed as StateUnreadable and counted too.
func decodeList(body io.Reader) (Listing, error) {
	pieces := &pieceReader{r: body, left: maxElement}
	d := &listDecoder{
		body: pieces,
		json: json.NewDecoder(pieces),
		keys: []AccessKey{},
		seen: map[string]bool{},
	}
	start, err := d.json.Token()
	if err != nil {
		return Listing{}, err
	}
	switch start {
	case json.Delim('['):
		err = d.decodeElements()
	case json.Delim('{'):
		err = d.decodeWrapped()
	case nil:
	default:
		err = errNoList
	}
	if err == nil {
		err = expectEnd(d.json)
	}
	if err == nil && d.failed > 0 && len(d.keys) == 0 {
		err = errNoKeys
	}
	if err != nil {
		return Listing{}, err
	}
	return Listing{Keys: d.keys, Total: int(d.total), Unreadable: d.failed, elements: d.count, unlisted: d.unlisted}, nil
}

// decodeElements decodes the elements of an array and its closing bracket.
func (d *listDecoder) decodeElements() error {
	for d.body.nextPiece(); d.json.More(); d.body.nextPiece() {
		d.count++
		d.next = wireKey{}
		next := &d.next
		err := d.json.Decode(&next) // a null makes it nil
		var mistyped *json.UnmarshalTypeError
		switch odd := errors.As(err, &mistyped); {
		case err != nil && !odd:
		case next == nil || !validKeyID(next.KeyID):
			d.failed++
			d.unlisted++
			err = nil
		case odd || next.State == "":
			d.failed++
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

// decodeWrapped decodes an object that has the list in data and may have the members of a Status.
func (d *listDecoder) decodeWrapped() error {
	var status wireStatus
	found := false
	for d.body.nextPiece(); d.json.More(); d.body.nextPiece() {
		name, err := d.json.Token()
		if err != nil {
			return err
		}
		switch name {
		case "data":
			var list bool
			list, err = d.decodeData()
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
			err = d.json.Decode(&discard{})
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

// decodeData decodes the value of data and reports whether it is a list.
func (d *listDecoder) decodeData() (bool, error) {
	start, err := d.json.Token()
	switch {
	case err != nil:
		return false, err
	case start == json.Delim('['):
		return true, d.decodeElements()
	case start == nil:
		return true, nil
	}
	return false, errNoList
}

// wireCount is a count that a server writes as a number or as a string. Negative numbers and values of any other type
// count as 0. Numbers above maxCount count as maxCount.
type wireCount int

const maxCount = 1_000_000_000

// UnmarshalJSON implements json.Unmarshaler.
func (c *wireCount) UnmarshalJSON(b []byte) error {
	n, _ := strconv.ParseFloat(strings.Trim(string(b), "\" "), 64) // infinite if it is out of range
	*c = wireCount(max(0, min(n, maxCount)))
	return nil
}

var _ json.Unmarshaler = (*wireCount)(nil)
