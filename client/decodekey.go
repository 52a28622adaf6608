package client

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"accesskeys/client/oneline"
	"accesskeys/client/serverdate"
)

var errSecret = errors.New("the secret is too long or holds control characters")

// decodeBareKey decodes the AccessKey with the given ID without its secret. The key is the body itself or the data
// member of an object.
func decodeBareKey(body io.Reader, id string) (AccessKey, error) {
	var w struct {
		wireKey
		wireStatus
		Data *wireKey `json:"data"`
	}
	if err := decodeOne(body, &w); err != nil {
		return AccessKey{}, err
	}
	if err := w.refusal(); err != nil {
		return AccessKey{}, err
	}
	k := &w.wireKey
	if w.Data != nil {
		k = w.Data
	}
	if k.KeyID != id {
		return AccessKey{}, fmt.Errorf("not the access key %s", id)
	}
	return k.key(), nil
}

// wireKey is the API's AccessKey. It has no field for the secret, so that the decoder skips it.
type wireKey struct {
	KeyID      string          `json:"keyId"`
	UserID     string          `json:"userId"`
	State      State           `json:"state"`
	CreatedAt  serverdate.Time `json:"createdAt"`
	UpdatedAt  serverdate.Time `json:"updateAt"` // sic
	ValidUntil serverdate.Time `json:"validUntil"`
	DeletedAt  serverdate.Time `json:"deletedAt"`
}

func (w *wireKey) key() AccessKey {
	return AccessKey{
		ID: w.KeyID, UserID: oneline.Cut(oneline.Flat(w.UserID), maxUserID), State: w.State.cleaned(),
		CreatedAt: w.CreatedAt.Time, UpdatedAt: w.UpdatedAt.Time,
		ValidUntil: w.ValidUntil.Time, DeletedAt: w.DeletedAt.Time,
		Unread: UnreadDates{
			CreatedAt: w.CreatedAt.Unread, UpdatedAt: w.UpdatedAt.Unread,
			ValidUntil: w.ValidUntil.Unread, DeletedAt: w.DeletedAt.Unread,
		},
	}
}

// cleaned returns the state as it may be shown: on one line, of limited length, without invisible characters.
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

// decodeKey decodes the AccessKey with the given ID and its secret. The key is the body itself or the data member of an
// object.
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
