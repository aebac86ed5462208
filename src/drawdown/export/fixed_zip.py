"""Archives without the time at which they were made."""

import io
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that an archive can hold."""


def with_fixed_times(archive: bytes) -> bytes:
    """Return an archive with the same files in the same order, all of one time."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as read,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for item in read.infolist():
            info = zipfile.ZipInfo(item.filename, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            written.writestr(info, read.read(item))
    return out.getvalue()
