package e2e

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"accesskeys/client/demo"
)

// forms returns the encodings in which a text may be in memory.
func forms(text string) [][]byte {
	var wide, wider []byte
	for _, u := range utf16.Encode([]rune(text)) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	for _, r := range text {
		wider = binary.LittleEndian.AppendUint32(wider, uint32(r))
	}
	return [][]byte{[]byte(text), wide, wider}
}

// copies returns how often a text occurs in a process's memory, as seen by somebody who may read all of it.
func copies(pid int, text string) (int, error) {
	maps, err := os.Open(filepath.Join("/proc", strconv.Itoa(pid), "maps"))
	if err != nil {
		return 0, err
	}
	defer maps.Close()
	memory, err := os.Open(filepath.Join("/proc", strconv.Itoa(pid), "mem"))
	if err != nil {
		return 0, err
	}
	defer memory.Close()
	pages, err := os.Open(filepath.Join("/proc", strconv.Itoa(pid), "pagemap"))
	if err != nil {
		return 0, err
	}
	defer pages.Close()
	found, looked := 0, forms(text)
	const part = 1 << 20
	buffer := make([]byte, part+len(looked[2])-1) // the longest form may begin at the end of a part
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		var from, to uint64
		var access string
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x %s", &from, &to, &access); err != nil {
			return 0, err
		}
		if !strings.HasPrefix(access, "rw") {
			continue
		}
		err := present(pages, from, to, func(from, to uint64) {
			for ; from < to; from += part {
				content := buffer[:min(to-from, uint64(len(buffer)))]
				n, _ := memory.ReadAt(content, int64(from)) // what is not there cannot be read
				for _, form := range looked {
					found += bytes.Count(content[:min(n, part+len(form)-1)], form) // those that begin in this part
				}
			}
		})
		if err != nil {
			return 0, err
		}
	}
	return found, nil
}

// present calls read for each part of a mapping that is in memory or swapped out. It skips the rest, because mappings may
// be many times larger than what is used, as with the race detector.
func present(pages *os.File, from, to uint64, read func(from, to uint64)) error {
	const entry, inMemory, swapped = 8, 1 << 63, 1 << 62
	size := uint64(os.Getpagesize())
	part := make([]byte, 1<<20)
	began := uint64(0) // of the part that is there, or none
	for at := from; at < to; {
		n := min((to-at)/size*entry, uint64(len(part)))
		if _, err := pages.ReadAt(part[:n], int64(at/size*entry)); err != nil {
			return err
		}
		for i := uint64(0); i < n; i += entry {
			there := binary.NativeEndian.Uint64(part[i:])&(inMemory|swapped) != 0
			if there && began == 0 {
				began = at
			} else if !there && began != 0 {
				read(began, at)
				began = 0
			}
			at += size
		}
	}
	if began != 0 {
		read(began, to)
	}
	return nil
}

// waitGone waits until no copy of a text is left in the program's memory.
func (r *running) waitGone(what, text string) {
	r.t.Helper()
	var left int
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(300 * time.Millisecond) {
		var err error
		left, err = copies(r.cmd.Process.Pid, text)
		must(r.t, err)
		if left == 0 {
			return
		}
		if time.Now().After(deadline) {
			r.t.Fatalf("waited in vain for no copy of %s: %d are left", what, left)
		}
	}
}

func TestMemoryHoldsNoSecretThatIsNotShown(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := otherEnabled(t, s)
	secret := s.SecretOf(key).Reveal()
	if _, err := copies(r.cmd.Process.Pid, secret); errors.Is(err, fs.ErrPermission) {
		t.Skip("only root may read the memory of the program, which it keeps to itself")
	}
	r.waitGone("a secret that came with the list", secret)

	r.reveal(s)
	r.press("ctrl+c")
	r.wait("the secret on the clipboard", func() bool { return d.clipboard() == secret })
	if n, err := copies(r.cmd.Process.Pid, secret); err != nil || n == 0 {
		t.Fatalf("%d copies of a secret that is shown were found: is the search broken? %v", n, err)
	}
	r.wait("the secret in the keyring", func() bool { return d.stored(vaultService, account(s, key)) == secret })
	r.press("Return", "ctrl+shift+x")
	r.waitGone("a secret that is neither shown nor on the clipboard", secret)
	r.press("ctrl+t")
	r.waitLog("result=accepted ", 1)
	r.waitGone("a secret that a key was checked with", secret)

	r.press("ctrl+l")
	r.waitLog("msg=locked", 1)
	r.waitGone("the secret that was typed to sign in", s.Credentials().Secret.Reveal())
}

func procFile(t *testing.T, pid int, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), name))
	if errors.Is(err, fs.ErrPermission) {
		return "" // kept from everybody but root
	}
	must(t, err)
	return string(content)
}
