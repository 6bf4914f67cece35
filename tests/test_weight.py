"""What a worker holds from its start, it holds for as long as it lives."""

import subprocess
import sys


def test_a_worker_starts_without_what_only_files_and_rare_years_need() -> None:
    libraries = {"openpyxl", "fudgeo", "holidays", "numpy"}
    told = f"import sys, huiskamers.wsgi; print(sorted({libraries} & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, check=True, text=True
    )
    assert loaded.stdout.strip() == "[]"
