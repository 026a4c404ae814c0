"""Where static files are kept once they are collected."""

from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class PrivateManifestStorage(CompressedManifestStaticFilesStorage):
    """Files named by their content and compressed; the list of them lies outside the folder that is served."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("manifest_storage", FileSystemStorage(location=settings.VAR_DIR / "static-manifest"))
        super().__init__(*args, **kwargs)
