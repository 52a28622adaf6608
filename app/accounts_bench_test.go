package app

import (
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// BenchmarkStartWithAccounts is the start of the program, until it has the list that was kept, with 20 accounts and with
// one: it is to take as long.
func BenchmarkStartWithAccounts(b *testing.B) {
	for _, accounts := range []int{1, 20} {
		b.Run(fmt.Sprint(accounts), func(b *testing.B) {
			config := Config{Dir: filepath.Join(b.TempDir(), "settings"), Store: apptest.NewStore(), Connector: session.NewConnector(client.Options{})}
			a := New(config)
			for range accounts {
				keepAccount(b, a)
			}
			runtime.GC() // of the servers
			for b.Loop() {
				s, err := New(config).Sessions.Resume(b.Context())
				check.Must(b, err)
				check.Equal(b, "keys", s.Keys().Count(), 1000)
			}
		})
	}
}

// keepAccount adds an account with a list, of a server that is gone then.
func keepAccount(b *testing.B, a *App) {
	server, err := demo.Start("", demo.Options{Keys: 1000})
	check.Must(b, err)
	defer func() { _ = server.Close() }()
	s, err := a.Sessions.SignInAs(b.Context(), "", server.URL(), server.Credentials())
	check.Must(b, err)
	check.Must(b, a.Sessions.Remember(b.Context(), s))
	check.Must(b, s.LoadKeys(b.Context()))
	check.Must(b, a.Sessions.KeepList(s))
}
