package harden

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/sys/windows"
)

// noHeap is WER_FAULT_REPORTING_FLAG_NOHEAP.
const noHeap = 1

// Process keeps the process's memory from other programs of the same user and out of crash dumps, as far as
// the system lets it. What failed is in the error; the program can go on.
func Process() error {
	return errors.Join(noErrorReport(), lockOut(), Threads())
}

// noErrorReport has the system offer no dump when the process crashes, and put no heap into one that it
// makes all the same.
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

// lockOut lets others of the same user wait for the process, end it and ask for its name, and no more:
// neither read its memory nor dump it. It takes from the owner, which is the same user, the right to
// change that back. An administrator can still do everything.
func lockOut() error {
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

// accessList gives others of the same user some rights, and takes from the owner all but reading what they are. Other
// entries are as in the text of an access list.
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
