package client

import (
	"errors"
	"io"
	"math"
)

const (
	maxBody      = 16 << 20 // bytes of any answer except the list
	maxState     = 32       // characters
	maxUserID    = 128      // characters
	maxSecret    = 4 << 10  // bytes
	maxErrorBody = 64 << 10 // bytes read of an answer that is an error or not JSON

	maxKeys    = 250_000  // in one list
	maxElement = 16 << 20 // bytes of one element of a list, or of one other member of its object
)

var (
	errTooLarge = errors.New("body over 16 MiB")
	errTooMany  = errors.New("over 250,000 access keys")
)

// limitedBody reads at most left bytes and remembers why reading failed. That distinguishes a broken connection from
// JSON that ends too early.
type limitedBody struct {
	r    io.Reader
	left int64
	err  error
}

// Read fills p completely unless the body ends. The JSON decoder scans white space again from its beginning after every
// Read, so that a body of only white space in small pieces would keep it busy for minutes.
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

// pieceReader reads a body of any length in pieces of at most maxElement bytes. A decoder reads ahead, so the beginning
// of a piece may count towards the limit of the piece before it.
type pieceReader struct {
	r    io.Reader
	left int
}

// Read implements io.Reader.
func (b *pieceReader) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, errTooLarge
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// nextPiece begins the next piece.
func (b *pieceReader) nextPiece() { b.left = maxElement }

// limit returns how many bytes of an answer are read at most.
func (k *call) limit() int64 {
	if k.list {
		return math.MaxInt64
	}
	return maxBody
}
