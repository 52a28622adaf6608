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

// The known editions of the back end.
const (
	EditionCommunity  Edition = "community"
	EditionBusiness   Edition = "business"
	EditionEnterprise Edition = "enterprise"
)

// Version is the back end's answer to /version.
type Version struct {
	Edition Edition
	Number  string // such as 1.3.1
}

var errNoRelease = errors.New("not a version number")

// release is the leading numbers of a version: major, minor, patch.
type release [3]int

// Supported returns nil if the version has access keys: 1.3.1 or later of any edition but community, including unknown
// editions. Otherwise it returns an *Error of KindEdition or KindVersion, or of KindMalformed if v.Number is not a
// version number. The error's Message is the edition or the number.
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

// parseRelease parses version numbers such as 1.3.1, v1.3.1, 1.3.1-rc1, 1.3.1rc1 and 1.10. It ignores what follows the
// numbers.
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

// compare returns a negative number if r is before o, zero if they are equal, and a positive number if r is after o.
func (r release) compare(o release) int {
	return cmp.Or(cmp.Compare(r[0], o[0]), cmp.Compare(r[1], o[1]), cmp.Compare(r[2], o[2]))
}

// Version asks the back end for its version. Failed attempts are retried.
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

// decodeVersion decodes a Version. It returns an error unless both parts are set.
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
