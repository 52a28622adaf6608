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

// decodeError returns err without the value that could not be decoded, which could be a secret.
func decodeError(err error) error {
	var mistyped *json.UnmarshalTypeError
	if errors.As(err, &mistyped) {
		return fmt.Errorf("field %q: not a %s", mistyped.Field, mistyped.Type)
	}
	return err
}

// decodeOne decodes a body that must be exactly one JSON value.
func decodeOne(body io.Reader, into any) error {
	d := json.NewDecoder(body)
	if err := d.Decode(into); err != nil {
		return err
	}
	return expectEnd(d)
}

// expectEnd returns an error if anything but white space follows in the body.
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

// decodeStatus decodes a Status and returns an error unless it says success.
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
