"""A start up to its first painted field, for those who look at what it loaded."""

PASSWORD = "mot cau ngan"
TO_THE_FIRST_PAINT = """
import gc, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from counter_app.cli import main
from ui.settings.fields import ROOMS
from ui.shell.main_window import MainWindow
from ui.sign_in.unlock_dialog import UnlockDialog

class FirstPaint(QObject):
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Show and isinstance(target, UnlockDialog):
            QTimer.singleShot(0, lambda: target.panel.signed.emit(target.panel.name.currentText(), "mot cau ngan"))
        painted = event.type() == QEvent.Type.Paint and isinstance(target, QLineEdit)
        if painted and isinstance(target.window(), MainWindow):
            app.removeEventFilter(self)
            print(*sys.modules)
            app.quit()
        return False

app = QApplication([])
first_paint = FirstPaint()
app.installEventFilter(first_paint)
status = main(["run", "--data", sys.argv[1]])
assert gc.isenabled(), "the start sets the garbage collector going again"
sys.exit(status)
"""
"""Prints the names of all modules then; what it is told is the desk's folder."""

UNTIL_ALL_IS_MADE = """
import sys, threading
elsewhere = []

class Watch:
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is not threading.main_thread():
            elsewhere.append(name)

sys.meta_path.insert(0, Watch())
""" + TO_THE_FIRST_PAINT.replace(
    "            print(*sys.modules)\n            app.quit()\n",
    "            target.window().making.settled.connect(end)\n",
).replace("app = QApplication", "def end():\n    print(*elsewhere)\n    app.quit()\n\napp = QApplication")
"""Prints the names of all modules that another thread than the window's loaded until the last screen was made."""

TO_THE_PASSWORD = """
import os, sys, threading
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit
from counter_app.cli import main
beside = set()

class Watch:
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is not threading.main_thread():
            beside.add(name)

class FirstPaint(QObject):
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint and isinstance(target, QLineEdit):
            print(type(target.window()).__name__, *set(sys.modules) - beside, flush=True)
            os._exit(0)
        return False

sys.meta_path.insert(0, Watch())
app = QApplication([])
first_paint = FirstPaint()
app.installEventFilter(first_paint)
sys.exit(main(["run", "--data", sys.argv[1]]))
"""
"""Prints what the first field stands on, a password's, and the names of all modules that the window's thread has loaded
when it is painted: on a busy machine another thread loads the next ones already."""
