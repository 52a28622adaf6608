package forget_test

import (
	"context"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/forget"
	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/listcache"
	"accesskeys/app/notes"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/client"
)

const base = "https://server.example/api/v1"

// home is a user's home directory with the program's data.
type home struct {
	*testing.T
	dir     string
	store   *apptest.Store
	options forget.Options
}

// newHome returns a home with a remembered sign-in, two secrets, one more whose sign-in was to be forgotten, one that
// nothing names, a kept list, a note, a damaged file, and a directory of the toolkit's.
func newHome(t *testing.T) *home {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Setenv("LOCALAPPDATA", t.TempDir())
	}
	run, err := os.MkdirTemp("", "forget") // the path of t.TempDir is too long for a socket
	check.Must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(run) })
	t.Setenv("XDG_RUNTIME_DIR", run)
	config := filepath.Join(run, "config")
	h := &home{T: t, dir: filepath.Join(config, "access-keys"), store: apptest.NewStore()}
	toolkit := filepath.Join(config, "fyne", "id")
	h.options = forget.Options{Dir: h.dir, Toolkit: []string{toolkit, filepath.Join(config, "absent")}, Store: h.store,
		Logger: slog.New(slog.DiscardHandler)}
	check.Must(t, os.MkdirAll(toolkit, 0o700))
	check.Must(t, os.WriteFile(filepath.Join(toolkit, "preferences.json"), nil, 0o600))
	h.fill()
	return h
}

func (h *home) fill() {
	h.Helper()
	log, ctx := h.options.Logger, h.Context()
	saved := settings.SavedSession{Server: "server.example", Endpoint: client.Endpoint{Base: base}, KeyID: "AK1"}
	check.Must(h, check.Second(settings.Open(h.path("settings.json"), log).Update(func(s *settings.Settings) {
		s.Session = &saved
		s.PIN = &settings.PIN{Hash: "hash"}
		s.AddLeftover(settings.Leftover{Base: base, KeyID: "AK9"})
	})))
	for _, id := range []string{"AK1", "AK9", "UNNAMED"} {
		check.Must(h, h.store.Set(ctx, keyring.ServiceSignIn, keyring.Account(base, id), apptest.SecretOf(id)))
	}
	vault := secrets.NewVault(h.store, secrets.OpenIndex(h.path("vault.json"), log), base)
	for _, id := range []string{"AK1", "AK2"} {
		check.Must(h, vault.Put(ctx, id, apptest.SecretOf(id), secrets.Entry{}, apptest.Always))
	}
	list := []client.AccessKey{{ID: "AK1", State: client.StateEnabled}}
	check.Must(h, listcache.OpenCache(h.path("list.json"), time.Now, log).Write(saved, list, time.Now(), apptest.Always))
	noted := notes.Open(h.path("notes.json"), log)
	check.Must(h, noted.Change(keys.Ref{Base: base, KeyID: "AK1"}, notes.Note{}, notes.Note{Label: "CI"}))
	past := history.New(history.Options{Path: h.path("history.jsonl"), On: func() bool { return true }, Now: time.Now, Logger: log})
	past.Record(history.Event{Action: history.Lock})
	check.Must(h, past.Flush(ctx))
	check.Must(h, os.WriteFile(h.path("rotations.json"), []byte("{}"), 0o600))
	check.Must(h, os.WriteFile(h.path("vault.json.corrupt-20260101T000000.000Z"), []byte("{"), 0o600))
	check.Must(h, os.WriteFile(h.path(".access-keys-1.tmp"), []byte("{"), 0o600))
}

func (h *home) path(name string) string { return filepath.Join(h.dir, name) }

func (h *home) forget() (forget.Removed, error) { return forget.Everything(h.Context(), h.options) }

// files returns all files below the home directory, without locks.
func (h *home) files() (names []string) {
	h.Helper()
	root := filepath.Dir(filepath.Dir(h.dir))
	check.Must(h, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(path) != ".lock" {
			names = append(names, filepath.Base(path))
		}
		return err
	}))
	return names
}

// failing is a Store of which one kind of call fails.
type failing struct {
	keyring.Store
	list, remove error
	removes      int // how many succeed first
}

func (f *failing) Accounts(ctx context.Context, service string) ([]string, error) {
	if f.list != nil {
		return nil, f.list
	}
	return f.Store.Accounts(ctx, service)
}

func (f *failing) Delete(ctx context.Context, service, account string) error {
	if f.removes--; f.removes < 0 && f.remove != nil {
		return f.remove
	}
	return f.Store.Delete(ctx, service, account)
}

// hiding is a Store that lists nothing while it is locked. Deleting unlocks it.
type hiding struct {
	keyring.Store
	locked bool
}

func (s *hiding) Accounts(ctx context.Context, service string) ([]string, error) {
	if s.locked {
		return nil, nil
	}
	return s.Store.Accounts(ctx, service)
}

func (s *hiding) Probe(ctx context.Context) error {
	if s.locked {
		return &keyring.Error{Kind: keyring.Locked}
	}
	return s.Store.Probe(ctx)
}

func (s *hiding) Delete(ctx context.Context, service, account string) error {
	s.locked = false
	return s.Store.Delete(ctx, service, account)
}
