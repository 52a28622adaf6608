package demo

import (
	"time"

	"accesskeys/client"
)

// wireKey is the API's AccessKey. Every field is always present, and a missing time is Go's zero time, so that a strict
// client can decode it.
type wireKey struct {
	ID         int64     `json:"id"`
	UserID     string    `json:"userId"`
	KeyID      string    `json:"keyId"`
	KeySecret  string    `json:"keySecret"`
	ValidUntil time.Time `json:"validUntil"`
	State      any       `json:"state"` // a string, except for Faults.Garbled
	CreatedAt  time.Time `json:"createdAt"`
	UpdateAt   time.Time `json:"updateAt"`
	DeletedAt  time.Time `json:"deletedAt"`
}

// wireStatus is the API's Status.
type wireStatus struct {
	Success bool   `json:"success"`
	Code    int32  `json:"code"`
	Message string `json:"message"`
}

// wireVersion is the API's Version.
type wireVersion struct {
	VersionType string `json:"versionType"`
	Version     string `json:"version"`
}

// wireList is a list wrapped in an object, as back ends for such consoles often do.
type wireList struct {
	Data    []wireKey `json:"data"`
	Total   int       `json:"total"`
	Success bool      `json:"success"`
}

// record is a key as the server keeps it.
type record struct {
	number int64
	key    client.AccessKey
	secret client.Secret
	hidden bool // signs in, but is not listed
}

// stateAt returns the key's state at the time now. An enabled or disabled key expires by itself.
func (r *record) stateAt(now time.Time) client.State {
	live := r.key.State == client.StateEnabled || r.key.State == client.StateDisabled
	if live && !r.key.ValidUntil.IsZero() && now.After(r.key.ValidUntil) {
		return client.StateExpired
	}
	return r.key.State
}

func (r *record) wire(now time.Time) wireKey {
	return wireKey{
		ID:         r.number,
		UserID:     r.key.UserID,
		KeyID:      r.key.ID,
		KeySecret:  r.secret.Reveal(),
		ValidUntil: r.key.ValidUntil,
		State:      string(r.stateAt(now)),
		CreatedAt:  r.key.CreatedAt,
		UpdateAt:   r.key.UpdatedAt,
		DeletedAt:  r.key.DeletedAt,
	}
}
