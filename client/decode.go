package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"accesskeys/client/oneline"
)

var (
	errTrailing = errors.New("something follows the JSON")
	errNoList   = errors.New("neither an array nor an object with one in data")
	errNoKeys   = errors.New("nothing in the list is an access key")
	errSecret   = errors.New("the secret is too long or holds control characters")
	errNoResult = errors.New("no success in the status")
)

// wireStatus is the API's Status. Success is a pointer to tell false from absent.
type wireStatus struct {
	Success *bool  `json:"success"`
	Code    int32  `json:"code"`
	Message string `json:"message"`
}

// refusal returns an *Error of KindRefused when the status says that the call failed.
func (s wireStatus) refusal() error {
	if s.Success == nil || *s.Success {
		return nil
	}
	return &Error{Kind: KindRefused, Code: s.Code, Message: s.Message, hasStatus: true}
}

// wireVersion is the API's Version.
type wireVersion struct {
	Edition Edition `json:"versionType"`
	Number  string  `json:"version"`
}

// wireKey is the API's AccessKey without its secret, which the decoder so skips unseen.
type wireKey struct {
	KeyID      string   `json:"keyId"`
	UserID     string   `json:"userId"`
	State      State    `json:"state"`
	CreatedAt  wireTime `json:"createdAt"`
	UpdatedAt  wireTime `json:"updateAt"` // so spelled
	ValidUntil wireTime `json:"validUntil"`
	DeletedAt  wireTime `json:"deletedAt"`
}

func (w *wireKey) key() AccessKey {
	return AccessKey{
		ID: w.KeyID, UserID: oneline.Cut(oneline.Flat(w.UserID), maxUserID), State: w.State.cleaned(),
		CreatedAt: w.CreatedAt.Time, UpdatedAt: w.UpdatedAt.Time,
		ValidUntil: w.ValidUntil.Time, DeletedAt: w.DeletedAt.Time,
		Unread: UnreadDates{
			CreatedAt: w.CreatedAt.unread, UpdatedAt: w.UpdatedAt.unread,
			ValidUntil: w.ValidUntil.unread, DeletedAt: w.DeletedAt.unread,
		},
	}
}

// cleaned returns the state fit for showing.
func (s State) cleaned() State {
	switch s {
	case StateEnabled, StateDisabled, StateDeleted, StateExpired:
		return s
	}
	return State(oneline.Cut(oneline.Flat(string(s)), maxState))
}

// wireSecretKey is the API's AccessKey with its secret.
type wireSecretKey struct {
	wireKey
	Secret string `json:"keySecret"`
}

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

// decodeErrorStatus reads the Status in the body of an HTTP error. It returns false when there is none.
func decodeErrorStatus(data []byte) (wireStatus, bool) {
	var s wireStatus
	if json.Unmarshal(data, &s) != nil {
		return wireStatus{}, false
	}
	return s, s.Success != nil
}

// decodeVersion reads a Version of which both parts are there.
func decodeVersion(body io.Reader) (Version, error) {
	var w wireVersion
	if err := decodeOne(body, &w); err != nil {
		return Version{}, err
	}
	if w.Edition == "" || w.Number == "" {
		return Version{}, errors.New("no version in the answer")
	}
	return Version(w), nil
}

// decodeKey reads the AccessKey with the given ID, bare or in an object's data, and its secret.
func decodeKey(body io.Reader, id string) (AccessKey, Secret, error) {
	var w struct {
		wireSecretKey
		wireStatus
		Data *wireSecretKey `json:"data"`
	}
	if err := decodeOne(body, &w); err != nil {
		return AccessKey{}, Secret{}, err
	}
	if err := w.refusal(); err != nil {
		return AccessKey{}, Secret{}, err
	}
	k := &w.wireSecretKey
	if w.Data != nil {
		k = w.Data
	}
	if k.KeyID != id || k.Secret == "" {
		return AccessKey{}, Secret{}, fmt.Errorf("not the access key %s with its secret", id)
	}
	if len(k.Secret) > maxSecret || strings.ContainsFunc(k.Secret, unicode.IsControl) {
		return AccessKey{}, Secret{}, errSecret
	}
	secret := NewSecret(k.Secret)
	if secret.Masked() {
		return AccessKey{}, Secret{}, &Error{Kind: KindMasked}
	}
	return k.key(), secret, nil
}
