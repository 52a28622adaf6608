package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestCSVIsReadAsItWasWrittenAndComputesNothing(t *testing.T) {
	cells := map[string]string{
		"plain": "plain", "": "", `a "b", c`: `a "b", c`, "two\nlines": "two\nlines", "令牌": "令牌", "a=b": "a=b", "'=x": "'=x",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx", "\nx": "'\nx",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x",
	}
	names := slices.Sorted(maps.Keys(cells))
	table := Table{Columns: []string{"text", "more"}}
	for _, name := range names {
		table.Rows = append(table.Rows, []string{name, "x"})
	}
	content, err := table.As(CSV)
	check.Must(t, err)
	text, marked := bytes.CutPrefix(content, []byte{0xef, 0xbb, 0xbf})
	if !marked {
		t.Error("Excel does not notice that it is UTF-8")
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	check.Must(t, err)
	for i, name := range names {
		if want := cells[name]; strings.ReplaceAll(rows[i+1][0], "\r\n", "\n") != want {
			t.Errorf("%q is read as %q, want %q", name, rows[i+1][0], want)
		}
	}
}

func TestJSONHasAMemberForEachText(t *testing.T) {
	table := Table{Columns: []string{"key", "label"}, Rows: [][]string{{"AK1", `CI "billing"`}, {"=AK2", ""}}}
	content, err := table.As(JSON)
	check.Must(t, err)
	var rows []map[string]string
	check.Must(t, json.Unmarshal(content, &rows))
	check.Equal(t, "rows", len(rows), 2)
	check.Equal(t, "first", rows[0]["label"], `CI "billing"`)
	_, has := rows[1]["label"]
	check.Equal(t, "an empty text", has, true)    // as in CSV: a program need not ask whether it is there
	check.Equal(t, "first byte", content[0], '[') // programs do not expect a byte-order mark
	check.Equal(t, "second", rows[1]["key"], "=AK2")
	content, err = Table{}.As(JSON)
	check.Must(t, err)
	check.Must(t, json.Unmarshal(content, &rows))
}
