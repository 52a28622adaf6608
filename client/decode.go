package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

var (
	errTrailing = errors.New("something follows the JSON")
	errNoResult = errors.New("no success in the status")
)

// decodeError returns what was wrong with a body, without the value that was.
func decodeError(err error) error {
	var mistyped *json.UnmarshalTypeError
	if errors.As(err, &mistyped) {
		return fmt.Errorf("field %q: not a %s", mistyped.Field, mistyped.Type)
	}
	return err
}

// decodeOne reads a body that is one JSON value.
func decodeOne(body io.Reader, into any) error {
	d := json.NewDecoder(body)
	if err := d.Decode(into); err != nil {
		return err
	}
	return expectEnd(d)
}

// expectEnd reads to the end of the body, where nothing more may come.
func expectEnd(d *json.Decoder) error {
	switch _, err := d.Token(); err {
	case io.EOF:
		return nil
	case nil:
		return errTrailing
	default:
		return err
	}
}

// decodeStatus reads a Status that says success.
func decodeStatus(body io.Reader) error {
	var s wireStatus
	if err := decodeOne(body, &s); err != nil {
		return err
	}
	if s.Success == nil {
		return errNoResult
	}
	return s.refusal()
}
