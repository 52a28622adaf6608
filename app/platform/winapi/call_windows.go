// Package winapi calls functions of Windows that are not always there.
package winapi

import "golang.org/x/sys/windows"

// Call calls a function that older systems and Wine may lack: a LazyProc panics then, and this returns an error. What
// an argument points to stays where it is during the call.
//
//go:uintptrescapes
func Call(proc *windows.LazyProc, args ...uintptr) (uintptr, error) {
	if err := proc.Find(); err != nil {
		return 0, err
	}
	result, _, err := proc.Call(args...)
	return result, err
}
