// Package export writes tables for other programs, as CSV and as JSON.
package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Format is what a table is written as.
type Format string

// The formats. A value is also how the names of such files end.
const (
	CSV  Format = "csv"
	JSON Format = "json"
)

// Table is rows of texts below the names of their columns.
type Table struct {
	Columns []string
	Rows    [][]string // each with a text for every column
}

// As returns the table in a format.
func (t Table) As(f Format) ([]byte, error) {
	if f == JSON {
		return t.json()
	}
	return t.csv()
}

// csv is by RFC 4180, but for its line ends: the writer would drop those in a cell for theirs. No cell is taken for a
// formula.
func (t Table) csv() ([]byte, error) {
	var out bytes.Buffer
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

// harmless is a cell that no program computes. Some read the wide forms, too, as the beginning of a formula.
func harmless(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}

// json is an array of objects, which have no member for an empty text.
func (t Table) json() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("[")
	for i, row := range t.Rows {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n  {")
		members := 0
		for j, cell := range row {
			if cell == "" {
				continue
			}
			if members++; members > 1 {
				out.WriteString(", ")
			}
			for k, text := range []string{t.Columns[j], cell} {
				encoded, err := json.Marshal(text)
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
