//go:build windows

package main

import "fmt"

var postMessage = user32.NewProc("PostMessageW")

const (
	toAllWindows       = 0xFFFF // HWND_BROADCAST: the top-level ones
	wmWTSSessionChange = 0x02B1
	wtsSessionLock     = 0x7
)

// tellLocked tells every window what Windows tells those that asked to be told, when a user locks their
// session. Wine has no such lock.
func tellLocked() error {
	if ok, _, err := postMessage.Call(toAllWindows, wmWTSSessionChange, wtsSessionLock, 0); ok == 0 {
		return fmt.Errorf("telling of the lock: %w", err)
	}
	return nil
}
