package client

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"accesskeys/client/oneline"
	"accesskeys/client/route"
)

// Kind classifies what went wrong. The values are stable names and may be stored or logged.
type Kind string

// The kinds of Error.
const (
	KindUnauthorized Kind = "unauthorized" // the server does not accept the key (401)
	KindClock        Kind = "clock"        // the server does not accept the key, and the clocks disagree (401)
	KindUnreachable  Kind = "unreachable"  // no connection, or it broke
	KindCertificate  Kind = "certificate"  // a TLS certificate is not accepted; Certificate says which, and why
	KindTLS          Kind = "tls"          // the TLS handshake failed, or the TLS connection broke
	KindNotTLS       Kind = "not-tls"      // an https request to a server that speaks http
	KindWantsTLS     Kind = "wants-tls"    // an http request to a server that speaks https
	KindPlain        Kind = "plain"        // http to another machine, which Network does not allow; nothing was sent
	KindSettings     Kind = "settings"     // the Network is invalid; Err wraps a *NetworkError

	KindNoOwnCertificate Kind = "no-client-certificate" // the server asks for a client certificate, and there is none
	KindOwnCertificate   Kind = "client-certificate"    // the server does not accept the client certificate

	// For these five, Message is the proxy's host, if it is known.
	KindProxy        Kind = "proxy"         // the proxy can't be reached
	KindProxyAuth    Kind = "proxy-auth"    // the proxy asks for a password (407)
	KindProxyLogin   Kind = "proxy-login"   // the proxy does not accept the user name or password it was given
	KindProxyRefused Kind = "proxy-refused" // the proxy does not connect to the server
	KindProxySocks   Kind = "proxy-socks"   // the proxy does not speak SOCKS5, though its address says so

	KindTimeout     Kind = "timeout"     // no answer in time
	KindNotJSON     Kind = "not-json"    // a 2xx that is not JSON; Message is its Content-Type
	KindFronted     Kind = "fronted"     // a 4xx from something in front of the API, such as a login page
	KindGateway     Kind = "gateway"     // a 502, 503 or 504 from something in front of the API that cannot reach it
	KindMalformed   Kind = "malformed"   // JSON, but not what was asked for
	KindEdition     Kind = "edition"     // an edition without access keys
	KindVersion     Kind = "version"     // a version without access keys
	KindTooLarge    Kind = "too-large"   // a body over 16 MiB, or a list with an element over 16 MiB
	KindTooMany     Kind = "too-many"    // a list of more than 250,000 keys
	KindRefused     Kind = "refused"     // success:false, or a 4xx with no kind of its own
	KindRedirect    Kind = "redirect"    // 3xx, not followed; Message is the target without its query
	KindForbidden   Kind = "forbidden"   // 403
	KindNotFound    Kind = "not-found"   // 404
	KindThrottled   Kind = "throttled"   // 429
	KindServer      Kind = "server"      // 5xx
	KindAddress     Kind = "address"     // not the address of a server
	KindKeyID       Kind = "key-id"      // not usable as an access key ID
	KindMasked      Kind = "masked"      // a masked secret, such as ***
	KindUnconfirmed Kind = "unconfirmed" // a key may or may not have been created
	KindLocked      Kind = "locked"      // the client is locked, so this attempt was not sent
)

// Error is the type of every error of this package, except for a cancelled context: then errors.Is reports that the
// error is context.Canceled.
type Error struct {
	Kind    Kind
	Op      string // what was being done, such as "list access keys"
	Status  int    // the HTTP status, 0 when there was no answer
	Code    int32  // the code in the server's Status, 0 when there was none
	Message string // what the server said: one line of at most 300 characters
	Err     error  // the underlying error; may be nil

	Certificate *route.Certificate // the certificate that was not accepted, for KindCertificate; may be nil

	// NoPath is set if no API was found and the typed address has no path. The console's address may have one.
	NoPath bool

	// Unacknowledged is set if any attempt of the call may have been carried out although no answer confirmed it.
	Unacknowledged bool

	// Skew is the clock correction that the refused request was signed with: the server's clock minus ours. It is 0
	// if the answer's Date agrees with our clock or is missing. A KindClock with a Skew of 0 rests on the server's
	// message alone.
	Skew time.Duration

	// ServerTime is the time in the server's Date header. It is set for a KindClock if that time is too far from ours
	// to be used for signing.
	ServerTime time.Time

	// Wait is how long the server asks to wait before another attempt; 0 if it does not.
	Wait time.Duration

	// hasStatus is set if the body was the API's own Status, which distinguishes the API from a proxy.
	hasStatus bool
}

// Error implements error, for logs: one line, each part of which has at most 300 characters. What users read is worded
// elsewhere.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", oneline.Clean(e.Op), e.Kind)
	if e.Status != 0 {
		fmt.Fprintf(&b, " (HTTP %d, code %d)", e.Status, e.Code)
	}
	if e.Skew != 0 {
		fmt.Fprintf(&b, " (server's clock ahead by %s)", e.Skew)
	}
	if e.Message != "" {
		fmt.Fprintf(&b, ": %s", oneline.Clean(e.Message))
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %s", oneline.Clean(e.Err.Error()))
	}
	return b.String()
}

// Unwrap returns the underlying error.
func (e *Error) Unwrap() error { return e.Err }

// WaitOf returns the Wait of the first *Error in err's tree, or 0 without one.
func WaitOf(err error) time.Duration {
	var e *Error
	if errors.As(err, &e) {
		return e.Wait
	}
	return 0
}

// KindOf returns the kind of the first *Error in err's tree. Without one, it returns KindAddress for an *AddressError,
// KindSettings for a *NetworkError, and "" for any other error.
func KindOf(err error) Kind {
	var (
		e        *Error
		address  *route.AddressError
		settings *route.NetworkError
	)
	switch {
	case errors.As(err, &e):
		return e.Kind
	case errors.As(err, &address):
		return KindAddress
	case errors.As(err, &settings):
		return KindSettings
	}
	return ""
}
