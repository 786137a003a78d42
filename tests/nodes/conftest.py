"""As for loading: small files, by their text."""

from tests.loading.conftest import _loaded, _report  # noqa: F401  fixtures
