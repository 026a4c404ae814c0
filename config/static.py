"""Where static files are kept once they are collected."""

from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class PrivateManifestStorage(CompressedManifestStaticFilesStorage):
    """Files named by their content and compressed; the list of them lies outside the folder that is served.

    The modules of the tagging desk import each other by relative addresses, which are rewritten too.
    """

    support_js_module_import_aggregation = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("manifest_storage", FileSystemStorage(location=settings.VAR_DIR / "static-manifest"))
        super().__init__(*args, **kwargs)
