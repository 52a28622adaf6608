package screenlock

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"
)

// Right after logon Windows refuses session notifications.
func TestWindowsIsAskedForSessionNotificationsAgain(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	w := newSessionWatch(slog.New(slog.DiscardHandler), func() {})
	w.again = 10 * time.Millisecond
	register, asked := w.register, 0
	w.register = func(window uintptr) error {
		if asked++; asked < 4 {
			return errors.New("too early")
		}
		defer cancel()
		return register(window)
	}
	if err := w.run(ctx); err != nil {
		t.Fatal(err)
	}
	if asked != 4 || !w.registered {
		t.Errorf("asked %d times, registered: %v", asked, w.registered)
	}
}
