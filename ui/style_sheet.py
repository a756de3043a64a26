"""The window's style sheet; @name@ stands for a colour of the theme or a mark drawn in it."""

from __future__ import annotations

SHEET = """
QMainWindow, QDialog, QStackedWidget { background: @ground@; color: @ink@; }
QToolTip { background: @ink@; color: @surface@; border: 0; padding: 4px 6px; }
QLabel#title { font-size: 17pt; font-weight: 600; }
QLabel#heading { font-size: 11.5pt; font-weight: 600; }
QLabel#subtitle { font-size: 13pt; }
QLabel#quiet, QLabel#fieldLabel { color: @quiet@; }
QLabel#fieldError, QLabel#missing { color: @red@; }
QLabel#fieldWarning { color: @amber@; }
QLabel#nothingFound { background: @amber_pale@; color: @ink@; border: 1px solid @amber@; border-radius: 4px; padding: 8px; }
QLabel#due { font-size: 13pt; font-weight: 600; }
QLabel#conflict { background: @red_pale@; color: @red@; border-radius: 4px; padding: 6px 8px; }
QPushButton#alarm { background: @red_pale@; color: @red@; border-color: @red@; }
QWidget#failed { background: @red_pale@; border-radius: 4px; }
QWidget#navigation { background: @bar@; border-right: 1px solid @line@; }
QWidget#navigation QToolButton { color: @on_bar@; border: 0; border-radius: 6px; padding: 4px 0; background: transparent; }
QWidget#navigation QToolButton:hover { background: rgba(255, 255, 255, 0.12); }
QWidget#navigation QToolButton:focus { border: 2px solid @on_bar@; }
QWidget#navigation QToolButton:checked:focus { border: 2px solid @accent@; }
QWidget#navigation QToolButton:checked { background: @surface@; border-left: 4px solid @accent@; color: @accent_dark@; font-weight: 600; }
QPushButton#tile { background: @surface@; border: 1px solid @edge@; border-radius: 6px; padding: 0; min-height: 80px; }
QPushButton#tile:hover { background: @accent_pale@; }
QPushButton#tile:focus { border: 2px solid @accent@; }
QPushButton#tile[state="alarm"] { border-left: 5px solid @red@; }
QPushButton#tile[state="waiting"] { border-left: 5px solid @accent@; }
QLabel#tileCount { font-size: 20pt; font-weight: 600; color: @quiet@; }
QLabel#tileCount[state="alarm"] { color: @red@; }
QLabel#tileCount[state="waiting"] { color: @ink@; }
QWidget#receiveBar { background: @surface@; border-top: 1px solid @line@; }
QStatusBar { background: @surface@; border-top: 1px solid @line@; }
QStatusBar::item { border: 0; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit {
    background: @surface@; border: 1px solid @edge@; border-radius: 4px; padding: 4px 7px;
    selection-background-color: @accent@; selection-color: @on_accent@; }
QLineEdit, QComboBox, QSpinBox, QDateEdit { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
    border: 2px solid @accent@; padding: 3px 6px; }
QLineEdit[state="error"], QPlainTextEdit[state="error"], QComboBox[state="error"] { border: 2px solid @red@; padding: 3px 6px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("@down@"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @surface@; border: 1px solid @line@; selection-background-color: @accent_pale@;
    selection-color: @ink@; outline: 0; }
QPushButton { background: @surface@; border: 1px solid @edge@; border-radius: 4px; padding: 5px 12px; min-height: 18px; }
QPushButton:hover { background: @accent_pale@; border-color: @accent@; }
QPushButton:focus { border: 2px solid @accent@; padding: 4px 11px; }
QPushButton:pressed { background: @pressed@; }
QPushButton#quick { text-align: left; padding: 6px 10px; }
QPushButton:disabled { color: @faint@; background: @ground@; border-color: @line@; }
QPushButton#primary { background: @accent@; border: 2px solid @accent@; color: @on_accent@; font-weight: 600; padding: 7px 20px; }
QPushButton#primary:hover { background: @accent_dark@; border-color: @accent_dark@; }
QPushButton#primary:focus { border-color: @ink@; background: @accent_dark@; }
QPushButton#primary:disabled, QPushButton#primary[incomplete="true"] { background: @accent_faint@; border-color: @accent_faint@; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px; }
QToolButton:hover { background: @accent_pale@; }
QToolButton::menu-indicator { image: none; }
QToolBar { background: transparent; border: 0; spacing: 4px; }
QToolButton#chip { background: @surface@; border: 1px solid @edge@; border-radius: 10px; padding: 1px 7px; }
QToolButton#chip:hover { background: @accent_pale@; border-color: @accent@; }
QToolButton:checked { background: @accent_pale@; }
QToolButton#chip:checked { background: @accent@; border-color: @accent@; color: @on_accent@; font-weight: 600; }
QToolButton:pressed { background: @pressed@; }
QToolButton:focus { border-color: @accent@; }
QAbstractItemView { background: @surface@; border: 1px solid @edge@; border-radius: 4px; outline: 0;
    alternate-background-color: @stripe@; selection-background-color: @accent_pale@; selection-color: @ink@; }
QAbstractItemView:focus, QGraphicsView:focus, QAbstractScrollArea#paperRoll:focus { border: 2px solid @accent@; }
QGraphicsView, QAbstractScrollArea#paperRoll { background: @desktop@; border: 1px solid @line@; border-radius: 4px; }
QFrame#floating { background: @surface@; border: 1px solid @line@; border-radius: 6px; }
QTabWidget::pane { border: 0; border-top: 1px solid @line@; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @quiet@; border: 0; border-bottom: 3px solid transparent;
    padding: 6px 14px 4px 14px; }
QTabBar::tab:hover { color: @ink@; border-bottom-color: @line@; }
QTabBar::tab:selected { color: @accent_dark@; border-bottom-color: @accent@; font-weight: 600; }
QTabBar::tab:focus { background: @accent_pale@; }
QTableView { gridline-color: @line@; }
EntryTable { gridline-color: @edge@; }
QHeaderView { border: 0; background: transparent; }
QHeaderView::section { background: @header@; border: 0; border-right: 1px solid @line@; border-bottom: 1px solid @line@;
    padding: 5px 7px; color: @quiet@; font-weight: 600; }
QSplitter::handle { background: transparent; width: 8px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { width: 14px; background: transparent; margin: 0 0 0 3px; }
QScrollBar:horizontal { height: 11px; background: transparent; margin: 0; }
QScrollBar::handle { background: @handle@; border-radius: 5px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @accent@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QProgressBar { background: @line@; border: 0; border-radius: 4px; }
QProgressBar::chunk { background: @accent@; border-radius: 4px; }
QMenu { background: @surface@; border: 1px solid @line@; padding: 4px; }
QMenu::item { padding: 5px 18px; border-radius: 3px; }
QMenu::item:selected { background: @accent_pale@; }
QCheckBox::indicator, QAbstractItemView::indicator {
    width: 14px; height: 14px; border: 1px solid @edge@; border-radius: 3px; background: @surface@; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border: 2px solid @accent@; width: 12px; height: 12px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: @accent@; border: 1px solid @accent@; image: url("@check@"); width: 14px; height: 14px; }
QCheckBox::indicator:checked:focus { border: 2px solid @ink@; width: 12px; height: 12px; }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: @accent_faint@; }
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled { border-color: @line@; background: @ground@; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @edge@; border-radius: 8px; background: @surface@; }
QRadioButton::indicator:focus { border: 2px solid @accent@; width: 12px; height: 12px; }
QRadioButton::indicator:checked { border: 5px solid @accent@; width: 6px; height: 6px; border-radius: 8px; }
QRadioButton::indicator:checked:focus { border: 5px solid @accent@; background: @accent_pale@; }
QCheckBox:disabled, QRadioButton:disabled { color: @faint@; }
"""
