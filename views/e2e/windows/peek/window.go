//go:build windows

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	findWindow      = user32.NewProc("FindWindowW")
	showWindowAsync = user32.NewProc("ShowWindowAsync")
)

const (
	wmClose    = 0x0010
	swMinimize = 6
	swRestore  = 9
)

// windowTitled finds a window by its whole title.
func windowTitled(title string) (windows.HWND, error) {
	name, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return 0, err
	}
	window, _, err := findWindow.Call(0, uintptr(unsafe.Pointer(name)))
	if window == 0 {
		return 0, fmt.Errorf("finding the window %q: %w", title, err)
	}
	return windows.HWND(window), nil
}

// closeWindow asks a window to close, as its frame's button does.
func closeWindow(title string) error {
	window, err := windowTitled(title)
	if err != nil {
		return err
	}
	if ok, _, err := postMessage.Call(uintptr(window), wmClose, 0, 0); ok == 0 {
		return fmt.Errorf("closing the window: %w", err)
	}
	return nil
}

// showWindow minimises a window or restores it, as the task bar does.
func showWindow(title string, how uintptr) error {
	window, err := windowTitled(title)
	if err != nil {
		return err
	}
	if ok, _, err := showWindowAsync.Call(uintptr(window), how); ok == 0 {
		return fmt.Errorf("showing the window: %w", err)
	}
	return nil
}

// tryProcess prints as JSON which rights another program gets to a window's process: to end it, read or write its
// memory, copy its handles, or control its threads. It does not try to grant itself more rights: Wine does not know
// S-1-3-4, the SID that denies this to the owner.
func tryProcess(title string) error {
	window, err := windowTitled(title)
	if err != nil {
		return err
	}
	var pid uint32
	if _, err := windows.GetWindowThreadProcessId(window, &pid); err != nil {
		return err
	}
	got := map[string]bool{}
	for name, right := range map[string]uint32{
		"end": windows.PROCESS_TERMINATE, "read": windows.PROCESS_VM_READ,
		"write": windows.PROCESS_VM_WRITE, "handles": windows.PROCESS_DUP_HANDLE,
	} {
		process, err := windows.OpenProcess(right, false, pid)
		if got[name] = err == nil; got[name] {
			_ = windows.CloseHandle(process)
		}
	}
	got["threads"], err = maySteer(pid)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(got)
}

// maySteer reports whether another program may stop any thread of a process, or read or set its registers.
func maySteer(pid uint32) (may bool, err error) {
	all, err := windows.CreateToolhelp32Snapshot(windows.TH32CS_SNAPTHREAD, 0)
	if err != nil {
		return false, err
	}
	defer func() { _ = windows.CloseHandle(all) }()
	entry := windows.ThreadEntry32{}
	entry.Size = uint32(unsafe.Sizeof(entry))
	for err = windows.Thread32First(all, &entry); err == nil; err = windows.Thread32Next(all, &entry) {
		if entry.OwnerProcessID != pid {
			continue
		}
		for _, right := range []uint32{windows.THREAD_SUSPEND_RESUME, windows.THREAD_GET_CONTEXT, windows.THREAD_SET_CONTEXT} {
			if thread, err := windows.OpenThread(right, false, entry.ThreadID); err == nil {
				_ = windows.CloseHandle(thread)
				may = true
			}
		}
	}
	return may, nil
}
