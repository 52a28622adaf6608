package client

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"time"
)

// statusError returns the error for an answer that is not a 2xx.
func statusError(k *call, r *http.Response) error {
	if r.StatusCode < 400 {
		return &Error{Kind: KindRedirect, Err: errRedirect, Message: k.target(r)}
	}
	body := readErrorBody(r)
	if wantsTLS(r, body) {
		return &Error{Kind: KindWantsTLS}
	}
	if s, ok := decodeErrorStatus(body); ok && isJSON(r.Header) {
		return &Error{Kind: statusKind(r.StatusCode), Code: s.Code, Message: s.Message, hasStatus: true}
	}
	if kind := frontKind(r, body); kind != "" {
		return &Error{Kind: kind}
	}
	return &Error{Kind: statusKind(r.StatusCode)}
}

// statusKind returns the kind of an HTTP status of 400 or more.
func statusKind(status int) Kind {
	switch {
	case status == http.StatusUnauthorized:
		return KindUnauthorized
	case status == http.StatusForbidden:
		return KindForbidden
	case status == http.StatusNotFound:
		return KindNotFound
	case status == http.StatusRequestTimeout:
		return KindTimeout
	case status == http.StatusTooManyRequests:
		return KindThrottled
	case status >= 500:
		return KindServer
	}
	return KindRefused
}

// wireStatus is the API's Status. Success is a pointer to tell false from absent.
type wireStatus struct {
	Success *bool  `json:"success"`
	Code    int32  `json:"code"`
	Message string `json:"message"`
}

// refusal returns an *Error of KindRefused if the Status says that the call failed.
func (s wireStatus) refusal() error {
	if s.Success == nil || *s.Success {
		return nil
	}
	return &Error{Kind: KindRefused, Code: s.Code, Message: s.Message, hasStatus: true}
}

// decodeErrorStatus decodes the Status in the body of an HTTP error. It returns false if there is none.
func decodeErrorStatus(data []byte) (wireStatus, bool) {
	var s wireStatus
	if json.Unmarshal(data, &s) != nil {
		return wireStatus{}, false
	}
	return s, s.Success != nil
}

// errorBodyLimit is the time for reading the body of an error. It is short, because the status code says most.
const errorBodyLimit = 2 * time.Second

// readErrorBody returns the beginning of the body of an error: at most maxErrorBody bytes, and only those that arrive
// within errorBodyLimit.
func readErrorBody(r *http.Response) []byte {
	late := time.AfterFunc(errorBodyLimit, func() { _ = r.Body.Close() })
	defer late.Stop()
	body, _ := io.ReadAll(io.LimitReader(r.Body, maxErrorBody))
	return bytes.TrimPrefix(body, []byte(byteOrderMark))
}
