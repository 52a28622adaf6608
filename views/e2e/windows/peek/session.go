//go:build windows

package main

import "fmt"

var postMessage = user32.NewProc("PostMessageW")

const (
	toAllWindows       = 0xFFFF // HWND_BROADCAST: all top-level windows
	wmWTSSessionChange = 0x02B1
	wtsSessionLock     = 0x7
)

// tellLocked sends every window the message that Windows sends to registered windows when the user locks the session.
// Wine cannot lock a session.
func tellLocked() error {
	if ok, _, err := postMessage.Call(toAllWindows, wmWTSSessionChange, wtsSessionLock, 0); ok == 0 {
		return fmt.Errorf("telling of the lock: %w", err)
	}
	return nil
}
