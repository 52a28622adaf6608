package copyas

import (
	_ "embed" // the program
	"strings"
	"text/template"

	"accesskeys/client"
)

//go:embed sign.py.tmpl
var program string

// python is a program that signs requests, for Python 3.7 and later. It reads the key from the environment.
func (s Source) python() (string, error) {
	separators := map[client.TokenFormat]string{
		client.FormatSlash: "/", client.FormatSlashEncoded: "/", client.FormatTabEncoded: `\t`, client.FormatSampleEncoded: "/t",
	}
	separator, ok := separators[s.Server.TokenFormat]
	if !ok {
		return "", client.ErrUnknownFormat
	}
	t, err := template.New("").Parse(program)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, map[string]any{
		"Prefix": s.Prefix, "Separator": separator, "Encoded": s.Server.TokenFormat != client.FormatSlash,
	})
	return b.String(), err
}
