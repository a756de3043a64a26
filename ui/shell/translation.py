"""The window's language: English stands in the source, Vietnamese comes from resources/translations."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from counter_app.resources import resource

_LOCALES = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def speak(app: QApplication, language: str) -> None:
    """Makes the whole window speak `language` ("vi" or "en")."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(_LOCALES[language])
    translator = QTranslator(app)
    if translator.load(str(resource("translations", f"counter_{language}.qm"))):
        app.installTranslator(translator)
