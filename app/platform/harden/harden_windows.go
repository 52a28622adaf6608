package harden

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/sys/windows"
)

// noHeap is WER_FAULT_REPORTING_FLAG_NOHEAP.
const noHeap = 1

// Process keeps other programs of the same user from reading the process's memory, and keeps it out of crash dumps, as far
// as the system allows. If it returns an error, the program can go on.
func Process() error {
	return errors.Join(noErrorReport(), restrictAccess(), Threads())
}

// noErrorReport keeps the system from offering a dump when the process crashes, and keeps the heap out of dumps that it
// makes anyway.
func noErrorReport() error {
	const quiet = windows.SEM_FAILCRITICALERRORS | windows.SEM_NOGPFAULTERRORBOX
	windows.SetErrorMode(windows.SetErrorMode(quiet) | quiet)
	set := windows.NewLazySystemDLL("kernel32.dll").NewProc("WerSetFlags")
	if err := set.Find(); err != nil {
		return err
	}
	if result, _, _ := set.Call(noHeap); int32(result) < 0 {
		return fmt.Errorf("keep the heap out of error reports: HRESULT %#x", uint32(result))
	}
	return nil
}

// restrictAccess allows other processes of the same user to wait for the process, to end it and to query its name, but not
// to read its memory or to dump it. It also denies the owner, which is the same user, to change that back. An
// administrator can still do everything.
func restrictAccess() error {
	const rights = windows.SYNCHRONIZE | windows.PROCESS_QUERY_LIMITED_INFORMATION | windows.PROCESS_TERMINATE
	list, err := accessList(rights)
	if err != nil {
		return err
	}
	if err := restrict(windows.CurrentProcess(), list); err != nil {
		return fmt.Errorf("restrict access to the process: %w", err)
	}
	return nil
}

// accessList returns an access list that grants rights to the user and only reading the list to the owner. others are
// further entries, in the text form of access lists.
func accessList(rights uint32, others ...string) (*windows.ACL, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, fmt.Errorf("own user: %w", err)
	}
	// S-1-3-4 stands for the owner, RC for READ_CONTROL.
	text := fmt.Sprintf("D:(A;;%#x;;;%s)(A;;RC;;;S-1-3-4)", rights, user.User.Sid)
	descriptor, err := windows.SecurityDescriptorFromString(text + strings.Join(others, ""))
	if err != nil {
		return nil, fmt.Errorf("access list: %w", err)
	}
	list, _, err := descriptor.DACL()
	if err != nil {
		return nil, fmt.Errorf("access list: %w", err)
	}
	return list, nil
}

func restrict(object windows.Handle, list *windows.ACL) error {
	return windows.SetSecurityInfo(object, windows.SE_KERNEL_OBJECT, windows.DACL_SECURITY_INFORMATION, nil, nil, list, nil)
}
