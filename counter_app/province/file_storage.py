"""Where whole files lie: a folder, or a store that speaks S3. Only files that were checked come here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from counter_app.durable import move_into_place, sync_folder
from counter_app.province.file_register import Key

_PIECE = 1 << 20  # bytes


class FileStorage(Protocol):
    """A place for whole files."""

    def put(self, key: Key, file: Path) -> None:
        """Takes the file over, durably; it is gone from where it was. Nobody has it open (Windows moves no open file).

        Raises FileNotFoundError where it is gone already.
        """

    def has(self, key: Key) -> bool:
        """Whether the whole file is here."""

    def read(self, key: Key) -> Iterator[bytes]:
        """The file, piece by piece. Raises FileNotFoundError before the first."""

    def delete(self, key: Key) -> None:
        """Takes it away for good; one that is not here is gone already."""


class FolderStorage:
    """A folder of the server's own disk; it must be on the same file system as the parts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, key: Key, file: Path) -> None:
        """Moves it into its place; the move survives a power cut."""
        whole = self._path(key)
        whole.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        move_into_place(file, whole)
        for folder in (whole.parent, whole.parent.parent, self._folder):
            sync_folder(folder)

    def has(self, key: Key) -> bool:
        """Whether it lies here."""
        return self._path(key).exists()

    def read(self, key: Key) -> Iterator[bytes]:
        """Its bytes."""
        file = self._path(key).open("rb")

        def pieces() -> Iterator[bytes]:
            with file:
                while piece := file.read(_PIECE):
                    yield piece

        return pieces()

    def delete(self, key: Key) -> None:
        """Takes it away."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: Key) -> Path:
        return self._folder / key.agency / key.sha256[:2] / key.sha256


class S3Storage:
    """A bucket of a store that speaks S3. Files above 8 MB go there in several parts."""

    def __init__(self, bucket: str, endpoint: str | None = None) -> None:
        """Credentials and region come from where boto3 looks for them: environment, its files, the machine's role."""
        import boto3

        self._bucket = bucket
        self._s3: Any = boto3.client("s3", endpoint_url=endpoint)

    def put(self, key: Key, file: Path) -> None:
        """Sends it; once the store said that it has all of it, the file here goes."""
        self._s3.upload_file(str(file), self._bucket, self._name(key))
        file.unlink()

    def has(self, key: Key) -> bool:
        """Whether the store has it."""
        from botocore.exceptions import ClientError

        try:
            self._s3.head_object(Bucket=self._bucket, Key=self._name(key))
        except ClientError as fault:
            if fault.response.get("ResponseMetadata", {}).get("HTTPStatusCode") == 404:
                return False
            raise
        return True

    def read(self, key: Key) -> Iterator[bytes]:
        """Its bytes."""
        if not self.has(key):
            raise FileNotFoundError(key.sha256)
        body = self._s3.get_object(Bucket=self._bucket, Key=self._name(key))["Body"]
        return iter(body.iter_chunks(_PIECE))

    def delete(self, key: Key) -> None:
        """Takes it away."""
        self._s3.delete_object(Bucket=self._bucket, Key=self._name(key))

    def _name(self, key: Key) -> str:
        return f"{key.agency}/{key.sha256[:2]}/{key.sha256}"
