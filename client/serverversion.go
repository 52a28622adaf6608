package client

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"accesskeys/client/oneline"
)

// Edition is the back end's versionType.
type Edition string

// The editions that the back end is sold in.
const (
	EditionCommunity  Edition = "community"
	EditionBusiness   Edition = "business"
	EditionEnterprise Edition = "enterprise"
)

// Version is what the back end says of itself at /version.
type Version struct {
	Edition Edition
	Number  string // such as 1.3.1
}

var errNoRelease = errors.New("not a version number")

// release is the leading numbers of a version: major, minor, patch.
type release [3]int

// Supported returns nil where access keys work: 1.3.1 or later of any edition but community. One that
// is not known here has the benefit of the doubt. Otherwise it returns an *Error of KindEdition,
// KindVersion, or KindMalformed where the number is none, whose Message is what the server said.
func (v Version) Supported() error {
	const op = "check version"
	if strings.EqualFold(string(v.Edition), string(EditionCommunity)) {
		return &Error{Kind: KindEdition, Op: op, Message: oneline.Clean(string(v.Edition))}
	}
	got, ok := parseRelease(v.Number)
	switch {
	case !ok:
		return &Error{Kind: KindMalformed, Op: op, Message: oneline.Clean(v.Number), Err: errNoRelease}
	case got.compare(release{1, 3, 1}) < 0:
		return &Error{Kind: KindVersion, Op: op, Message: oneline.Clean(v.Number)}
	}
	return nil
}

// parseRelease reads the likes of 1.3.1, v1.3.1, 1.3.1-rc1, 1.3.1rc1 and 1.10. What follows the numbers
// is ignored.
func parseRelease(number string) (release, bool) {
	number = strings.TrimLeft(strings.TrimSpace(number), "vV")
	var r release
	for i := range r {
		rest := strings.TrimLeft(number, "0123456789")
		n, err := strconv.ParseUint(number[:len(number)-len(rest)], 10, 31)
		if err != nil {
			return release{}, false
		}
		r[i] = int(n)
		more := false
		if number, more = strings.CutPrefix(rest, "."); !more {
			break
		}
	}
	return r, true
}

// compare is negative, zero or positive as r comes before, is, or comes after o.
func (r release) compare(o release) int {
	return cmp.Or(cmp.Compare(r[0], o[0]), cmp.Compare(r[1], o[1]), cmp.Compare(r[2], o[2]))
}

// Version asks the back end what it is. It is retried.
func (c *Client) Version(ctx context.Context) (Version, error) {
	var v Version
	k := &call{op: "read version", method: http.MethodGet, path: "/version"}
	k.decode = func(body io.Reader) (err error) {
		v, err = decodeVersion(body)
		v.Edition, v.Number = Edition(k.redact(string(v.Edition))), k.redact(v.Number) // errors quote it
		return err
	}
	if err := c.do(ctx, k); err != nil {
		return Version{}, err
	}
	return v, nil
}

// wireVersion is the API's Version.
type wireVersion struct {
	Edition Edition `json:"versionType"`
	Number  string  `json:"version"`
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
