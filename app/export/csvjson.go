// Package export writes tables as CSV and JSON for other programs.
package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"
)

// Format is a file format for tables.
type Format string

// The formats. The values are also the extensions of the files.
const (
	CSV  Format = "csv"
	JSON Format = "json"
)

// Table is a table of texts.
type Table struct {
	Columns []string   // the names of the columns
	Lists   []string   // those of the columns whose texts have an item on each line: arrays in JSON
	Rows    [][]string // each has a text for every column
}

// As returns the table in the format f.
func (t Table) As(f Format) ([]byte, error) {
	if f == JSON {
		return t.json()
	}
	return t.csv()
}

// byteOrderMark begins a CSV file. Without it Excel takes the file for one in the code page of the system, such as GBK on a
// Chinese Windows, and garbles all but Latin letters.
const byteOrderMark = "\ufeff"

// csv returns the table as CSV by RFC 4180, but with LF line ends, because with CRLF the writer would change line breaks
// in cells. No cell can be taken for a formula.
func (t Table) csv() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(byteOrderMark)
	w := csv.NewWriter(&out)
	if err := w.Write(t.Columns); err != nil {
		return nil, err
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// harmless returns a cell that no spreadsheet takes for a formula. Some also accept wide characters at the beginning of a
// formula.
func harmless(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}

// json returns the table as a JSON array with an object for each row, which has a member for every column.
func (t Table) json() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("[")
	for i, row := range t.Rows {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n  {")
		for j, cell := range row {
			if j > 0 {
				out.WriteString(", ")
			}
			var value any = cell
			if slices.Contains(t.Lists, t.Columns[j]) {
				value = strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' })
			}
			for k, v := range []any{t.Columns[j], value} {
				encoded, err := encoded(v)
				if err != nil {
					return nil, err
				}
				if k > 0 {
					out.WriteString(": ")
				}
				out.Write(encoded)
			}
		}
		out.WriteByte('}')
	}
	out.WriteString("\n]\n")
	return out.Bytes(), nil
}

// encoded returns a value as JSON that people can read too: a ">", as in "CI > billing", is not escaped.
func encoded(value any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(value)
	return bytes.TrimRight(out.Bytes(), "\n"), err
}
