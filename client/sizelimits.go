package client

import (
	"errors"
	"io"
	"math"
)

const (
	maxBody      = 16 << 20 // bytes, of any answer but the list
	maxState     = 32       // characters
	maxUserID    = 128      // characters
	maxSecret    = 4 << 10  // bytes
	maxErrorBody = 64 << 10 // bytes read of an answer that is an error, or no JSON

	maxKeys    = 250_000  // that are held; a server has as many as it likes
	maxElement = 16 << 20 // bytes of one element of a list, or of a member beside it
)

var (
	errTooLarge = errors.New("body over 16 MiB")
	errTooMany  = errors.New("over 250,000 access keys")
)

// limitedBody reads at most left bytes, and remembers why reading failed: that tells a connection
// that died from JSON that ends too early.
type limitedBody struct {
	r    io.Reader
	left int64
	err  error
}

// Read fills p while there is anything to fill it with. Whenever the decoder gets more it looks through
// the white space again that it is in: with a little more at a time, a body of nothing else keeps it busy
// for minutes.
func (b *limitedBody) Read(p []byte) (int, error) {
	n, err := 0, b.err
	for n < len(p) && err == nil {
		var more int
		more, err = b.r.Read(p[n:])
		n += more
		if b.left -= int64(more); b.left < 0 {
			err = errTooLarge
		}
	}
	if err != io.EOF {
		b.err = err
	}
	return n, err
}

// renewedBody reads a body of any length that is taken in piece by piece: each piece has at most maxElement bytes.
// The decoder reads ahead, so that a piece may begin in the allowance of the one before.
type renewedBody struct {
	r    io.Reader
	left int
}

// Read implements io.Reader.
func (b *renewedBody) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, errTooLarge
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// renew begins the next piece.
func (b *renewedBody) renew() { b.left = maxElement }

// limit is the most bytes that are read of an answer.
func (k *call) limit() int64 {
	if k.list {
		return math.MaxInt64
	}
	return maxBody
}
