#!/usr/bin/env python3
"""Another program, from which a file can be dragged: a small window at X Y that gives PATH away."""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

paths = [pathlib.Path(path).as_uri() for path in sys.argv[3:]]
handle = Gtk.EventBox()
handle.add(Gtk.Label(label="drag me"))
handle.drag_source_set(
    Gdk.ModifierType.BUTTON1_MASK,
    [Gtk.TargetEntry.new("text/uri-list", 0, 0)],
    Gdk.DragAction.COPY,
)
handle.connect("drag-data-get", lambda _widget, _context, data, _info, _time: data.set_uris(paths))
handle.connect("drag-begin", lambda *_: print("begun", flush=True))
window = Gtk.Window(title="drag-source", decorated=False, default_width=120, default_height=80)
window.set_keep_above(True)
window.move(int(sys.argv[1]), int(sys.argv[2]))
window.add(handle)
window.show_all()
while Gtk.events_pending():
    Gtk.main_iteration()
print("shown", flush=True)
Gtk.main()
