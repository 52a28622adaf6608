package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"

	"accesskeys/client/demo"
)

// serveDemo runs only the demo back end, without a window, until ctx is cancelled.
func serveDemo(ctx context.Context, o options, log *slog.Logger) error {
	server, err := demo.Start(o.demoServer, demo.Options{Logger: log, Ending: true})
	if err != nil {
		return err
	}
	defer server.Close()
	if err := printAccess(os.Stdout, server, o.json); err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}

// printAccess prints how to sign in to the demo back end, for a user or as JSON for a script. The secret may be printed
// because it is made up.
func printAccess(w io.Writer, server *demo.Server, asJSON bool) error {
	key := server.Credentials()
	if asJSON {
		return json.NewEncoder(w).Encode(struct {
			Base   string `json:"apiBase"`
			ID     string `json:"accessKeyId"`
			Secret string `json:"accessKeySecret"`
		}{server.Base(), key.KeyID, key.Secret.Reveal()})
	}
	_, err := fmt.Fprintf(w, "API base: %s\nAccess Key ID: %s\nAccess Key Secret: %s\n", server.Base(), key.KeyID, key.Secret.Reveal())
	return err
}
