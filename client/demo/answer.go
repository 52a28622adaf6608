package demo

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
)

// answer is a response before it is sent.
type answer struct {
	status int
	header map[string]string
	body   []byte
	cut    bool // close the connection halfway through the body
	drop   bool // close the connection instead of answering
}

// jsonAnswer returns v as JSON.
func jsonAnswer(status int, v any) answer {
	body, err := json.Marshal(v)
	if err != nil { // none of the wire types can fail
		return answer{status: http.StatusInternalServerError}
	}
	return rawAnswer(status, append(body, '\n'))
}

// rawAnswer returns body as an answer with the Content-Type of JSON.
func rawAnswer(status int, body []byte) answer {
	return answer{status: status, header: map[string]string{"Content-Type": "application/json"}, body: body}
}

// statusAnswer returns an HTTP error with its Status.
func statusAnswer(status int, message string) answer {
	return jsonAnswer(status, wireStatus{Code: int32(status), Message: message})
}

// done returns the answer to a mutation that succeeded.
func done() answer { return jsonAnswer(http.StatusOK, wireStatus{Success: true, Message: "ok"}) }

// refusal returns the answer of Faults.RefuseMutations. Its HTTP status is 200, as the vendor's may be.
func refusal(message string) answer {
	return jsonAnswer(http.StatusOK, wireStatus{Code: 1, Message: message})
}

// page returns the web page that the console's nginx answers for any unknown path.
func page() answer {
	return answer{
		status: http.StatusOK,
		header: map[string]string{"Content-Type": "text/html; charset=utf-8"},
		body: []byte("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Console</title></head>\n" +
			"<body><div id=\"root\"></div></body>\n</html>\n"),
	}
}

// hugeBody returns an empty JSON array that is padded with white space, a megabyte longer than a client should accept.
func hugeBody() []byte {
	return append(append([]byte("["), bytes.Repeat([]byte(" "), 17<<20)...), ']')
}

// write sends the answer, or as much of it as it should.
func (a answer) write(w http.ResponseWriter) {
	if a.drop {
		panic(http.ErrAbortHandler)
	}
	for name, value := range a.header {
		w.Header().Set(name, value)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	if a.cut {
		_, _ = w.Write(a.body[:len(a.body)/2])
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}
	_, _ = w.Write(a.body)
}
