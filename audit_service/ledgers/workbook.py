"""The sheets of a workbook, read only after its true size is known to be bearable."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from audit_service.ledgers import compound
from audit_service.ledgers.cells import Cell, Cells, Sheet
from audit_service.ledgers.package import Formulas, Looked, checked
from audit_service.ledgers.refused_files import FileDamaged, FileRefused
from audit_service.ledgers.slices import Ranges, is_large, merged_in, rows_of, rows_of_large

_PANIC = "pyo3_runtime"
"""Where the class comes from of what the reader raises when it finds itself in the wrong."""


def sheets_of_xlsx(file: Path, folder: Path | None = None) -> Iterator[Sheet]:
    """Read the sheets that are not hidden, and name those that are.

    A formula's cell holds what was last calculated; one that nobody has calculated yet stands as it is
    written. A merged cell counts for every
    row and column that it covers. Macros are not looked at.
    A large sheet is put aside in `folder` slice by slice.
    Raises FileTooLarge, SheetTooLarge, FileEncrypted, FileDamaged or NotASpreadsheet.
    """
    with _damaged(file):
        looked = checked(file)
    yield from _sheets(file, looked, folder)


def sheets_of_xls(file: Path, folder: Path | None = None) -> Iterator[Sheet]:
    """Read the sheets of a workbook in the format from before XLSX, as those of one in XLSX.

    Raises SheetTooLarge, FileEncrypted, FileDamaged or NotASpreadsheet.
    """
    with _damaged(file):
        compound.check(file)
    yield from _sheets(file, {}, folder)


def _sheets(file: Path, looked: dict[str, Looked], folder: Path | None) -> Iterator[Sheet]:
    with _damaged(file), CalamineWorkbook.from_path(file) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible is not SheetVisibleEnum.Visible:
                yield Sheet(sheet.name, (), hidden=True)
                continue
            part, formulas = looked.get(sheet.name, Looked("", {}))
            if part and is_large(file, part):
                rows = rows_of_large(file, sheet.name, part, folder)
                merged = merged_in(file, part)
            else:
                read = workbook.get_sheet_by_name(sheet.name)
                rows, merged = rows_of(read), read.merged_cell_ranges or []
            yield Sheet(sheet.name, _rows(file, rows, merged, formulas))


@contextmanager
def _damaged(file: Path) -> Iterator[None]:
    """Say of whatever a reader stumbles over that the file is damaged."""
    try:
        yield
    except (FileRefused, GeneratorExit):
        raise
    except Exception:  # noqa: BLE001 - the readers of damaged files raise whatever they come upon
        raise FileDamaged(file=file.name) from None
    except BaseException as error:
        if type(error).__module__ != _PANIC:
            raise
        raise FileDamaged(file=file.name) from None


def _rows(file: Path, rows: Iterable[list[Cell]], ranges: Ranges, formulas: Formulas) -> Iterator[Cells]:
    merged: dict[int, list[tuple[int, int, int]]] = {}
    for (top, left), (bottom, right) in ranges:
        merged.setdefault(top, []).append((bottom, left, right))
    covering: list[tuple[int, int, int, Cell]] = []
    with _damaged(file):
        for number, row in enumerate(rows):
            for column, formula in formulas.get(number, ()):
                row[column] = formula
            for bottom, left, right in merged.get(number, ()):
                if left < len(row):
                    covering.append((bottom, left, right, row[left]))
            if covering:
                covering = [one for one in covering if one[0] >= number]
                for _, left, right, cell in covering:
                    row[left : right + 1] = [cell] * (min(right + 1, len(row)) - left)
            yield row
