package harden

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// queryForAdministrators grants THREAD_QUERY_INFORMATION to administrators (BA), who can do everything anyway. Wine's
// drivers run as an administrator, and their process crashes if it may not query a thread that calls them
// (KeGetCurrentThread in dlls/ntoskrnl.exe). That process includes the mount manager, which the Credential Manager needs.
const queryForAdministrators = "(A;;0x40;;;BA)"

// Threads allows other processes of the same user only to wait for the current threads of the process and to query a
// little about them. A process that may set a thread's registers or queue a call to it could make this process do
// anything. Threads must be called repeatedly, because Go can start threads at any time. The default access list of the
// process's token would cover new threads too, but child processes, such as browsers, would inherit it.
func Threads() error {
	list, err := accessList(windows.SYNCHRONIZE|windows.THREAD_QUERY_LIMITED_INFORMATION, queryForAdministrators)
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
