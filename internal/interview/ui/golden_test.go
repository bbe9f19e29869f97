package ui

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/testarchive"
)

// updating reports the flag that the conversations of the plain interview are rewritten with, too.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// TestScreens holds what each kind of screen looks like; every golden file was read before it was accepted.
func TestScreens(t *testing.T) {
	t.Parallel()
	screens := []struct{ name, keys string }{
		{"start", ""},
		{"start_typed", "text:payments-api"},
		{"start_who", "text:payments-api enter text:payments enter text:on-call"},
		{"start_drafts", "drafts"},
		{"start_draft_picked", "drafts down"},
		{"ready_help", "text:payments-api enter enter enter ?"},
		{"ready", "text:payments-api enter enter enter"},
		{"ready_draft", "draft text:payments-api enter enter enter"},
		{"question", begun},
		{"question_no_answer", begun + " enter"},
		{"question_last_option", begun + " up"},
		{"question_chosen", begun + " 2 left"},
		{"question_scrolled", begun + " end pgup"},
		{"question_long_options", begun + " 1 down down down down"},
		{"question_noted", begun + " n text:since_the_audit enter e text:https://ci.example/x enter"},
		{"question_not_applicable", begun + " 1 x text:the_supplier_ships_it enter left"},
		{"not_applicable", begun + " 1 x text:the_supplier_ships_it"},
		{"not_applicable_no_reason", begun + " 1 x enter"},
		{"always_applies", begun + " x"},
		{"question_echo", begun + " 1"},
		{"question_fifth", begun + " 1 1 1 1"},
		{"question_fifth_why", begun + " 1 1 1 1 y"},
		{"question_space", begun + " down down space"},
		{"question_undone", begun + " 1 2 u"},
		{"note_escape", begun + " n text:since_May esc"},
		{"note_help", begun + " n f1"},
		{"note", begun + " n text:" + strings.Repeat("since_the_audit_of_last_spring_", 5)},
		{"overview", begun + " 1 2 d s 2 o"},
		{"overview_end", begun + " 1 2 d s 2 o end"},
		{"find", begun + " 1 / text:release down"},
		{"find_nothing", begun + " / text:zebra"},
		{"help", begun + " ?"},
		{"help_end", begun + " ? pgdown pgdown pgdown"},
		{"review", begun + " 1 2 d s 2 o end enter"},
		{"review_gap", begun + " 1 2 d s 2 o end enter down down"},
		{"review_page", begun + " 1 2 d s 2 o end enter p"},
		{"review_end", begun + " 1 2 d s 2 o end enter end"},
		{"review_undone", begun + " 1 2 d s 2 o end enter u"},
		{"review_help", begun + " 1 2 d s 2 o end enter ?"},
		{"review_complete", begun + strings.Repeat(" 1", 13)},
		{"unsaved", begun + " full 2"},
		{"unsaved_leaving", begun + " full 2 q"},
		{"unsaved_note", begun + " full 2 n text:since_May"},
		{"elsewhere", begun + " full 2 w text:/mnt/usb/payments.yaml"},
		{"elsewhere_fails", begun + " full 2 w text:/full/payments.yaml enter"},
		{"elsewhere_saved", begun + " full 2 w text:/mnt/usb/payments.yaml enter"},
		{"moved", begun + " moved 2"},
	}
	archive := testarchive.Open(t, "testdata/screens.txtar", updating())
	for _, size := range [][2]int{{80, 24}, {40, 15}} {
		for _, screen := range screens {
			name := fmt.Sprintf("%s-%dx%d", screen.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				f, drafts := faced(t, size[0], size[1])
				typeKeys(f, drafts, screen.keys)
				archive.Check(t, name, drawn(f))
			})
		}
	}
}

// drawn is a screen, and where its cursor is when it has one.
func drawn(f *fullScreen) string {
	text, at := f.drawScreen()
	if at != nil {
		text += fmt.Sprintf("\ncursor: row %d, column %d", at.row+1, at.column+1)
	}
	return text + "\n"
}
