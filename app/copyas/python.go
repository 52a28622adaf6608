package copyas

import (
	"bytes"
	_ "embed" // the program
	"text/template"

	"accesskeys/client"
)

//go:embed sign.py.tmpl
var program string

// appendPython appends a program that signs requests, for Python 3.7 and later. It reads the key from the environment.
func (s Source) appendPython(b []byte) ([]byte, error) {
	separators := map[client.TokenFormat]string{
		client.FormatSlash: "/", client.FormatSlashEncoded: "/", client.FormatTabEncoded: `\t`, client.FormatSampleEncoded: "/t",
	}
	separator, ok := separators[s.Server.TokenFormat]
	if !ok {
		return b, client.ErrUnknownFormat
	}
	t, err := template.New("").Parse(program)
	if err != nil {
		return b, err
	}
	var text bytes.Buffer
	err = t.Execute(&text, map[string]any{
		"Prefix": s.Prefix, "Separator": separator, "Encoded": s.Server.TokenFormat != client.FormatSlash,
	})
	return append(b, text.Bytes()...), err
}
