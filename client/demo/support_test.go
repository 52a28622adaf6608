package demo_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// start runs a demo back end for the test.
func start(t *testing.T, o demo.Options) *demo.Server {
	t.Helper()
	s, err := demo.Start("", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// sign returns a token in the format of the vendor's header description.
func sign(creds client.Credentials, at time.Time, nonce string) string {
	message := fmt.Sprintf("%s:%d:%s", creds.KeyID, at.UnixNano(), nonce)
	mac := hmac.New(sha256.New, []byte(creds.Secret.Reveal()))
	mac.Write([]byte(message))
	signature := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return fmt.Sprintf("%s/%d/%s/%s", creds.KeyID, at.UnixNano(), nonce, signature)
}

// ask sends a request with a token ("" means none) and returns the answer and its body.
func ask(t *testing.T, method, url, token string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, body
}

// strictStatus and the types below are as a generator creates them from the vendor's document.
type (
	strictStatus struct {
		Success *bool   `json:"success"`
		Code    *int32  `json:"code"`
		Message *string `json:"message,omitempty"`
	}
	strictKey struct {
		ID         *int64     `json:"id"`
		UserID     *string    `json:"userId"`
		KeyID      *string    `json:"keyId"`
		KeySecret  *string    `json:"keySecret"`
		ValidUntil *time.Time `json:"validUntil"`
		State      *string    `json:"state"`
		CreatedAt  *time.Time `json:"createdAt"`
		UpdateAt   *time.Time `json:"updateAt,omitempty"`
		DeletedAt  *time.Time `json:"deletedAt"`
	}
	strictVersion struct {
		VersionType *string `json:"versionType"`
		Version     *string `json:"version"`
	}
)

// strictly decodes a 200 into v and fails the test if there are fields that the document does not have.
func strictly(t *testing.T, answer *http.Response, body []byte, v any) {
	t.Helper()
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("status %s: %s", answer.Status, body)
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
}

// complete fails the test unless every required field is present.
func (k strictKey) complete(t *testing.T) {
	t.Helper()
	if k.ID == nil || k.UserID == nil || k.KeyID == nil || k.KeySecret == nil || k.ValidUntil == nil ||
		k.State == nil || k.CreatedAt == nil || k.DeletedAt == nil {
		t.Errorf("a required field is missing: %+v", k)
	}
}

// lockedBuffer is a buffer that a logger and a test can use in parallel.
type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}
