// Package record tells a result as a decision record that people edit and keep, and holds a later result against one. What a
// record says follows from the document alone: its figures, bands and sentences are those of the report room.
//
// It proposes and never decides. It knows no files and no Markdown but the comment that carries the facts of a record;
// layout and escaping are the renderers' job.
package record
