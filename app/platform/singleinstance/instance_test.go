//go:build linux

package singleinstance_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/platformtest"
	"accesskeys/app/platform/singleinstance"
)

func TestClaimsOfOthersAreNone(t *testing.T) {
	_, dir := claimsIn(t)
	newFirst(t, dir)
	newFirst(t, t.TempDir())
	t.Setenv("DISPLAY", ":59998")
	newFirst(t, dir)
}

func TestClaimEnds(t *testing.T) {
	runtime, dir := claimsIn(t)
	ctx, cancel := context.WithCancel(t.Context())
	for name, end := range map[string]func(*singleinstance.Instance){
		"released": func(i *singleinstance.Instance) { i.Release() },
		"told to":  func(*singleinstance.Instance) { cancel() },
	} {
		instance, err := singleinstance.Claim(t.Context(), dir, "")
		check.Must(t, err)
		served := make(chan struct{})
		go func() {
			defer close(served)
			instance.Serve(ctx, func(context.Context, string) error { return nil })
		}()
		end(instance)
		<-served
		if sockets, _ := filepath.Glob(filepath.Join(runtime, "*.sock")); len(sockets) != 0 {
			t.Errorf("%s: it left %v", name, sockets)
		}
		newFirst(t, dir).Release()
	}
}

func TestFilesOfAClaimAreThisUsersAlone(t *testing.T) {
	runtime, dir := claimsIn(t)
	newFirst(t, dir)
	files, err := os.ReadDir(runtime)
	check.Must(t, err)
	if len(files) != 2 {
		t.Errorf("the claim consists of %v", files)
	}
	for _, f := range files {
		info, err := f.Info()
		check.Must(t, err)
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is open to others: %v", f.Name(), info.Mode())
		}
	}
}

func TestClaimWithoutAPlaceToTrust(t *testing.T) {
	runtime, _ := claimsIn(t)
	dir := filepath.Join(runtime, "config", "access-keys")
	t.Setenv("XDG_RUNTIME_DIR", "")
	check.Must(t, os.MkdirAll(dir, 0o755))
	newFirst(t, dir)
	info, err := os.Stat(dir)
	check.Must(t, err)
	if info.Mode().Perm() != 0o700 {
		t.Errorf("the directory is %v", info.Mode())
	}

	shared := filepath.Join(runtime, "shared")
	check.Must(t, os.Mkdir(shared, 0o700))
	check.Must(t, os.Chmod(shared, 0o777))
	t.Setenv("XDG_RUNTIME_DIR", shared)
	newFirst(t, filepath.Join(runtime, "config", "beside"))
	if files, _ := os.ReadDir(shared); len(files) != 0 {
		t.Errorf("a directory that is open to others has %v", files)
	}
	if info, err := os.Stat(shared); err != nil || info.Mode().Perm() != 0o777 {
		t.Errorf("a directory that is not the program's was changed: %v, %v", info, err)
	}
	t.Setenv("XDG_RUNTIME_DIR", "")

	long := filepath.Join(runtime, strings.Repeat("long", 30))
	if i, err := singleinstance.Claim(t.Context(), long, ""); err == nil || errors.Is(err, singleinstance.ErrRaised) {
		t.Errorf("a path too long gives %v, %v", i, err)
	}
	others := filepath.Join(runtime, "others")
	check.Must(t, os.Mkdir(others, 0o700))
	if err := os.Chown(others, platformtest.Nobody, platformtest.Nobody); err != nil {
		t.Skip("this takes root:", err)
	}
	if i, err := singleinstance.Claim(t.Context(), others, ""); err == nil || errors.Is(err, singleinstance.ErrRaised) {
		t.Errorf("another user's directory gives %v, %v", i, err)
	}
}

// TestClaimAfterACrash kills a process that had the claim.
func TestClaimAfterACrash(t *testing.T) {
	runtime, dir := claimsIn(t)
	cmd := exec.Command(os.Args[0], "-test.run", "^TestRole$")
	cmd.Env = append(os.Environ(), platformtest.RoleEnv+"=claim", "ACCESSKEYS_TEST_DIR="+dir)
	out, err := cmd.StdoutPipe()
	check.Must(t, err)
	in, err := cmd.StdinPipe()
	check.Must(t, err)
	defer in.Close()
	check.Must(t, cmd.Start())
	line, err := bufio.NewReader(out).ReadString('\n')
	check.Must(t, err)
	if line != "ready\n" {
		t.Fatalf("the child says %q", line)
	}
	check.Must(t, cmd.Process.Kill())
	_ = cmd.Wait()
	if sockets, _ := filepath.Glob(filepath.Join(runtime, "*.sock")); len(sockets) != 1 {
		t.Fatalf("there is no socket left to be in the way: %v", sockets)
	}
	newFirst(t, dir)
}

// claimAndStay is the role of TestClaimAfterACrash's child.
func claimAndStay() error {
	if _, err := singleinstance.Claim(context.Background(), os.Getenv("ACCESSKEYS_TEST_DIR"), ""); err != nil {
		return err
	}
	return platformtest.Stay()
}

func TestOneOfManyAtTheSameMomentWins(t *testing.T) {
	_, dir := claimsIn(t)
	var won, cameUp, asked atomic.Int32
	var all, serving sync.WaitGroup
	ctx, cancel := context.WithCancel(t.Context())
	for range 20 {
		all.Go(func() {
			i, err := singleinstance.Claim(ctx, dir, "")
			switch {
			case err == nil:
				won.Add(1)
				serving.Go(func() { i.Serve(ctx, func(context.Context, string) error { asked.Add(1); return nil }) })
			case errors.Is(err, singleinstance.ErrRaised):
				cameUp.Add(1)
			default:
				t.Error(err)
			}
		})
	}
	all.Wait()
	cancel()
	serving.Wait()
	if won.Load() != 1 || cameUp.Load() != 19 || asked.Load() != 19 {
		t.Errorf("%d won, %d had it come up, which was asked %d times", won.Load(), cameUp.Load(), asked.Load())
	}
}

func TestGarbageIsNoCall(t *testing.T) {
	runtime, dir := claimsIn(t)
	f := newFirst(t, dir)
	sockets, err := filepath.Glob(filepath.Join(runtime, "*.sock"))
	check.Must(t, err)
	for _, said := range []string{
		"", "\n", "come", "GET / HTTP/1.1\r\n\r\n", "come up https://a\x00b\n", "come up \u202emoc.elpmaxe\n", "come up \xff\n",
		"come up " + strings.Repeat("a", 2000) + "\n", strings.Repeat("come up ", 1<<17), "come up \x1b[2J\n",
	} {
		conn, err := net.Dial("unix", sockets[0])
		check.Must(t, err)
		_, _ = fmt.Fprint(conn, said)
		_ = conn.(*net.UnixConn).CloseWrite()
		answer, _ := io.ReadAll(conn)
		if strings.Contains(string(answer), "came up") {
			t.Errorf("%.40q was answered %q", said, answer)
		}
		_ = conn.Close()
	}
	if len(f.calls) != 0 {
		t.Errorf("the window was to come up for %q", <-f.calls)
	}
	if _, err := singleinstance.Claim(t.Context(), dir, "https://a.example"); !errors.Is(err, singleinstance.ErrRaised) {
		t.Errorf("a call afterwards: %v", err)
	}
}

func TestCallsThatSayNothingKeepNobodyWaiting(t *testing.T) {
	runtime, dir := claimsIn(t)
	f := newFirst(t, dir)
	sockets, err := filepath.Glob(filepath.Join(runtime, "*.sock"))
	check.Must(t, err)
	for range 20 {
		conn, err := net.Dial("unix", sockets[0])
		check.Must(t, err)
		defer func() { _ = conn.Close() }()
	}
	if _, err := singleinstance.Claim(t.Context(), dir, ""); !errors.Is(err, singleinstance.ErrRaised) {
		t.Error(err)
	}
	if len(f.calls) != 1 {
		t.Errorf("the first was called %d times", len(f.calls))
	}
}

func TestFirstThatDoesNotAnswerIsNotWaitedForLong(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for a real time-out")
	}
	_, dir := claimsIn(t)
	hung, err := singleinstance.Claim(t.Context(), dir, "") // and serves nobody
	check.Must(t, err)
	defer hung.Release()
	start := time.Now()
	i, err := singleinstance.Claim(t.Context(), dir, "")
	if i != nil || err == nil || errors.Is(err, singleinstance.ErrRaised) {
		t.Errorf("the second got %v, %v", i, err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestFirstThatIsAboutToEndMakesRoom(t *testing.T) {
	_, dir := claimsIn(t)
	ending, err := singleinstance.Claim(t.Context(), dir, "")
	check.Must(t, err)
	served := make(chan struct{})
	go func() {
		defer close(served)
		ending.Serve(t.Context(), func(context.Context, string) error {
			time.AfterFunc(50*time.Millisecond, ending.Release)
			return errors.New("the window is closed")
		})
	}()
	i, err := singleinstance.Claim(t.Context(), dir, "")
	check.Must(t, err)
	i.Release()
	<-served
}

// TestStartBesideOneThatIsOpening has a second start wait for the first one's window, for longer than for one that
// does not answer, and take over where no window comes.
func TestStartBesideOneThatIsOpening(t *testing.T) {
	for name, comes := range map[string]bool{"and gets its window": true, "and fails": false} {
		t.Run(name, func(t *testing.T) {
			_, dir := claimsIn(t)
			opening, err := singleinstance.Claim(t.Context(), dir, "")
			check.Must(t, err)
			var asked atomic.Int32
			ended := make(chan struct{})
			go func() {
				defer close(ended)
				opening.Serve(t.Context(), func(context.Context, string) error {
					switch n := asked.Add(1); {
					case n < 3:
						return singleinstance.ErrOpening
					case comes:
						return nil
					}
					go opening.Release()
					return singleinstance.ErrOpening
				})
			}()
			i, err := singleinstance.Claim(t.Context(), dir, "")
			if comes && !errors.Is(err, singleinstance.ErrRaised) || !comes && (err != nil || i == nil) {
				t.Errorf("the second start got %v, %v", i, err)
			}
			if i != nil {
				i.Release()
			}
			opening.Release()
			<-ended
		})
	}
}

func TestUnfitServerIsNotPassedOn(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for a real time-out")
	}
	_, dir := claimsIn(t)
	f := newFirst(t, dir)
	if _, err := singleinstance.Claim(t.Context(), dir, "https://a\nb"); err == nil || errors.Is(err, singleinstance.ErrRaised) {
		t.Errorf("the second got %v", err)
	}
	if len(f.calls) != 0 {
		t.Errorf("the first was told %q", <-f.calls)
	}
}

// BenchmarkClaim takes what claiming adds to a start.
func BenchmarkClaim(b *testing.B) {
	b.Setenv("XDG_RUNTIME_DIR", b.TempDir())
	for b.Loop() {
		i, err := singleinstance.Claim(b.Context(), "/nowhere", "")
		check.Must(b, err)
		i.Release()
	}
}

// TestRole is not a test but what the processes of the tests above do.
func TestRole(t *testing.T) {
	platformtest.Play(t, map[string]func() error{"claim": claimAndStay})
}
