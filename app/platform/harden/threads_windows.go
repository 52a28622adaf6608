package harden

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// askedByDrivers lets administrators (BA), who can do everything anyway, ask all of a thread: THREAD_QUERY_INFORMATION.
// Wine's drivers run as one of them, and their process crashes if they may not ask about a thread that calls them
// (KeGetCurrentThread in dlls/ntoskrnl.exe). The mount manager is in it, which the Credential Manager needs.
const askedByDrivers = "(A;;0x40;;;BA)"

// Threads lets others of the same user wait for the threads that the process has now, and no more: who may set a
// thread's registers or queue a call to it has the process do anything. Go starts threads at any time, so it is to be
// called again. The token's default access list would cover those too, but programs that are started from here inherit
// that, browsers among them.
func Threads() error {
	list, err := accessList(windows.SYNCHRONIZE|windows.THREAD_QUERY_LIMITED_INFORMATION, askedByDrivers)
	if err != nil {
		return err
	}
	all, err := windows.CreateToolhelp32Snapshot(windows.TH32CS_SNAPTHREAD, 0)
	if err != nil {
		return fmt.Errorf("list the threads: %w", err)
	}
	defer func() { _ = windows.CloseHandle(all) }()
	var errs []error
	entry := windows.ThreadEntry32{}
	entry.Size = uint32(unsafe.Sizeof(entry))
	for err = windows.Thread32First(all, &entry); err == nil; err = windows.Thread32Next(all, &entry) {
		if entry.OwnerProcessID == windows.GetCurrentProcessId() {
			errs = append(errs, restrictThread(entry.ThreadID, list))
		}
	}
	return errors.Join(errs...)
}

func restrictThread(id uint32, list *windows.ACL) error {
	thread, err := windows.OpenThread(windows.WRITE_DAC, false, id)
	if errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_INVALID_PARAMETER) {
		return nil // it is restricted already, or has ended
	}
	if err != nil {
		return fmt.Errorf("open a thread: %w", err)
	}
	defer func() { _ = windows.CloseHandle(thread) }()
	if err := restrict(thread, list); err != nil {
		return fmt.Errorf("restrict access to a thread: %w", err)
	}
	return nil
}
