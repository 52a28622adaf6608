package main

import (
	"errors"
	"fmt"
	"log/slog"

	"github.com/spf13/pflag"
)

// options are the parsed command-line flags.
type options struct {
	demo       bool
	server     string
	demoServer string
	json       bool
	forget     bool
	yes        bool
	version    bool
	logLevel   slog.Level
}

// flagSet returns the flags of the command line. Parsing them sets the fields of o.
func flagSet(o *options) *pflag.FlagSet {
	f := pflag.NewFlagSet("access-keys", pflag.ContinueOnError)
	f.SortFlags = false
	f.BoolVar(&o.demo, "demo", false, "open on an embedded demo server; nothing is saved")
	f.StringVar(&o.server, "server", "", "sign in to the server at `URL`, such as http://localhost:8000, or go to the account there")
	f.StringVar(&o.demoServer, "demo-server", "", "run the demo server alone at `ADDR`, such as 127.0.0.1:8000, and print its API base, an access key ID and its secret")
	f.BoolVar(&o.json, "json", false, "with --demo-server: print them as one line of JSON, with apiBase, accessKeyId and accessKeySecret")
	f.TextVar(&o.logLevel, "log-level", slog.LevelWarn, "how much to log to standard error: `LEVEL` is debug, info, warn or error")
	f.Lookup("log-level").DefValue = "warn" // as it is typed
	f.BoolVar(&o.forget, "forget-everything", false, "remove what is kept on this computer: settings, accounts, lists of keys, labels and notes, open replacements, the history, and entries in the keyring; asks first")
	f.BoolVar(&o.yes, "yes", false, "with --forget-everything: do not ask")
	f.BoolVar(&o.version, "version", false, "print the version and quit")
	f.Usage = func() {
		fmt.Printf("Manage the access keys of a Cluster Optimizer in a native window.\n\nUsage: access-keys [flags]\n\n%s", f.FlagUsagesWrapped(80))
	}
	return f
}

func parseFlags(args []string) (options, error) {
	var o options
	f := flagSet(&o)
	if err := f.Parse(args); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q; see --help", f.Arg(0))
	}
	if countTrue(o.demo, o.server != "", o.demoServer != "", o.forget) > 1 {
		return o, errors.New("--demo, --server, --demo-server and --forget-everything do not go together; choose one")
	}
	if o.json && o.demoServer == "" {
		return o, errors.New("--json says how --demo-server prints; give that too")
	}
	if o.yes && !o.forget {
		return o, errors.New("--yes answers what --forget-everything asks; give that too")
	}
	return o, nil
}

// countTrue returns how many of the values are true.
func countTrue(values ...bool) (n int) {
	for _, v := range values {
		if v {
			n++
		}
	}
	return n
}
