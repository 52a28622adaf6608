//go:build linux || freebsd || netbsd || openbsd

package display

import (
	"errors"
	"testing"
	"time"
)

func TestServerThatSaysNothingIsUnreachable(t *testing.T) {
	over := make(chan struct{})
	defer close(over)
	err := limited(time.Millisecond, func() error {
		<-over
		return nil
	})
	if !errors.Is(err, ErrUnreachable) {
		t.Errorf("got %v", err)
	}
	if err := limited(time.Minute, func() error { return ErrNoOpenGL }); !errors.Is(err, ErrNoOpenGL) {
		t.Errorf("one that answers: %v", err)
	}
}
