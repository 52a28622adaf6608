package client

import (
	"io"
	"net/http"
)

// judge says what an answer means: nil when it is what was asked for.
func judge(k *call, r *http.Response, body io.Reader) error {
	if r.StatusCode == http.StatusNoContent && k.method != http.MethodGet {
		return nil
	}
	if r.StatusCode < 200 || r.StatusCode > 299 {
		return statusError(k, r)
	}
	// One that says nothing is JSON if its body is.
	if sent := sentType(r.Header); sent != "" && !isJSON(r.Header) {
		beginning(r) // so that, where that is all, the connection can be used again
		return &Error{Kind: KindNotJSON, Message: sent}
	}
	if r.ContentLength > k.limit() {
		return &Error{Kind: KindTooLarge, Err: errTooLarge}
	}
	return k.decode(withoutMark(body))
}

// statusError returns what an answer that is no 2xx means. Its body can only add to that.
func statusError(k *call, r *http.Response) error {
	if r.StatusCode < 400 {
		return &Error{Kind: KindRedirect, Err: errRedirect, Message: k.target(r)}
	}
	body := beginning(r)
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
