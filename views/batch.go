package views

import "accesskeys/app"

func (p *keysPage) batch(op app.Operation, ids []string) {}
