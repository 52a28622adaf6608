// Package winapi calls functions of Windows that some systems lack.
package winapi

import "golang.org/x/sys/windows"

// Call calls a function that older systems or Wine may lack. It returns an error in that case, whereas LazyProc.Call
// panics. Objects to which arguments point stay alive and do not move during the call.
//
//go:uintptrescapes
func Call(proc *windows.LazyProc, args ...uintptr) (uintptr, error) {
	if err := proc.Find(); err != nil {
		return 0, err
	}
	result, _, err := proc.Call(args...)
	return result, err
}
