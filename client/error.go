package client

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"accesskeys/client/oneline"
	"accesskeys/client/route"
)

// Kind says what went wrong, for code and people to act on. The values are stable names and may be
// stored or logged.
type Kind string

// The kinds of Error.
const (
	KindUnauthorized Kind = "unauthorized" // the server does not accept the key (401)
	KindClock        Kind = "clock"        // it does not, and the clocks disagree
	KindUnreachable  Kind = "unreachable"  // no connection, or it died
	KindCertificate  Kind = "certificate"  // a TLS certificate is not accepted; Certificate says which, and why
	KindTLS          Kind = "tls"          // no TLS connection could be agreed on, or it broke
	KindNotTLS       Kind = "not-tls"      // https was asked for of a server of http
	KindWantsTLS     Kind = "wants-tls"    // http was asked for of a server of https
	KindPlain        Kind = "plain"        // http to another machine, which Network does not allow: nothing was sent
	KindSettings     Kind = "settings"     // a Network makes no sense; Err wraps a *NetworkError

	KindNoOwnCertificate Kind = "no-client-certificate" // the server wants one, and there is none
	KindOwnCertificate   Kind = "client-certificate"    // it does not accept the one that it was shown

	KindProxy        Kind = "proxy"         // it can't be reached; Message is its host, as for the next four
	KindProxyAuth    Kind = "proxy-auth"    // it asks for a password (407)
	KindProxyLogin   Kind = "proxy-login"   // it does not accept the user name or the password that it was given
	KindProxyRefused Kind = "proxy-refused" // it does not connect to the server; Status is what it answers
	KindProxySocks   Kind = "proxy-socks"   // it is to speak SOCKS5, and does not

	KindTimeout     Kind = "timeout"     // no answer in time
	KindNotJSON     Kind = "not-json"    // a 2xx that is something else than the API's; Message is the Content-Type as sent
	KindFronted     Kind = "fronted"     // a 4xx of something in front of the API, such as a login page
	KindGateway     Kind = "gateway"     // a 502, 503 or 504 of something in front of the API, which it cannot reach
	KindMalformed   Kind = "malformed"   // JSON, but not what was asked for
	KindEdition     Kind = "edition"     // an edition without access keys
	KindVersion     Kind = "version"     // a version without access keys
	KindTooLarge    Kind = "too-large"   // a body over 16 MiB, or of a list an element
	KindTooMany     Kind = "too-many"    // a list of more than 250,000 keys
	KindRefused     Kind = "refused"     // success:false, or a 4xx with no kind of its own
	KindRedirect    Kind = "redirect"    // 3xx, not followed; Message is where it leads, without query
	KindForbidden   Kind = "forbidden"   // 403
	KindNotFound    Kind = "not-found"   // 404
	KindThrottled   Kind = "throttled"   // 429
	KindServer      Kind = "server"      // 5xx
	KindAddress     Kind = "address"     // not the address of a server
	KindKeyID       Kind = "key-id"      // not usable as an access key ID
	KindMasked      Kind = "masked"      // a secret made unreadable, such as ***
	KindUnconfirmed Kind = "unconfirmed" // a key may or may not have been created
	KindLocked      Kind = "locked"      // the client is locked, so this attempt was not sent
)

// Error is how every failure of this package arrives, save a cancelled context, which arrives as an
// error that errors.Is context.Canceled.
type Error struct {
	Kind    Kind
	Op      string // what was being done, such as "list access keys"
	Status  int    // the HTTP status, 0 when there was no answer
	Code    int32  // the code in the server's Status, 0 when there was none
	Message string // what the server said: one line of at most 300 characters
	Err     error  // what lies below; may be nil

	Certificate *route.Certificate // that was not accepted, with KindCertificate; may be nil

	// NoPath is set when no API was found behind an address with nothing after the host: the console's may go on.
	NoPath bool

	// Unacknowledged is set when the call, or an attempt before the last, may have been carried out without our
	// hearing so.
	Unacknowledged bool

	// Skew is the correction that a refused key was signed with: the server's clock minus ours. It is 0
	// where the answer's Date agrees with ours or is missing, so also for a KindClock that rests on the
	// server's words alone.
	Skew time.Duration

	// ServerTime is what the server's Date says, with a KindClock where that is too far off to sign for.
	ServerTime time.Time

	// hasStatus is set when the body was the API's own Status, which tells the API from a proxy.
	hasStatus bool
}

// Error implements error, for logs: one line, each part of which has at most 300 characters. It is not worded for the window.
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

// Unwrap returns what lies below.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of the first *Error in err's tree, KindAddress or KindSettings of an *AddressError or a
// *NetworkError without one, and "" when there is none of them.
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
