"""The command ``vanthu``: one file a command, each imported only when it is called."""

from __future__ import annotations

import gc
import gettext
import os
import sys
from importlib import import_module
from pathlib import Path

import click

# click asks gettext for its own texts, some of them while commands are being defined.
os.environ["LANGUAGE"] = "vi"
gettext.bindtextdomain("messages", Path(__file__).parent / "locale")

COMMANDS = {
    "render": "Tạo văn bản (DOCX, PDF) từ hồ sơ.",
    "new": "Tạo hồ sơ mới để điền.",
    "next": "Lập hồ sơ năm sau từ hồ sơ năm nay.",
    "diff": "So hai hồ sơ, hoặc hồ sơ với tệp Word đã sửa.",
    "workbook": "Hồ sơ dạng bảng tính Excel: tạo, xuất, chuyển thành hồ sơ.",
    "rollup": "Gộp kết quả của các đơn vị thành kết quả của cơ quan.",
    "bases": "Căn cứ pháp lý: liệt kê, xem, rà soát, gợi ý, thêm.",
    "check": "Kiểm tra tệp Word bất kỳ theo Nghị định 30/2020/NĐ-CP.",
    "template": "Mẫu Word của cơ quan: các trường dùng được, kiểm tra mẫu.",
    "rules": "Quy tắc xét văn bản: liệt kê, xem từng quy tắc.",
    "read": "Đọc lại văn bản đã ban hành (Word) thành hồ sơ.",
    "pdf": "Chuyển tệp Word bất kỳ sang PDF.",
    "serve": "Mở trang làm việc của cơ quan trong trình duyệt.",
    "backup": "Sao lưu dữ liệu của trang làm việc.",
    "restore": "Phục hồi dữ liệu từ bản sao lưu.",
    "schema": "In JSON Schema của hồ sơ.",
    "demo": "Tạo văn bản của mọi hồ sơ ví dụ.",
    "defects": "Tạo bộ văn bản có lỗi biết trước, để đo chương trình kiểm tra.",
}
# Commands whose module is not named as they are.
_ROOMS = {
    "demo": "examples.demo",
    "defects": "examples.defects",
    "read": "yearly.read",
    "next": "yearly.next",
    "diff": "yearly.diff",
    "template": "forms.template",
    "serve": "web.serve",
    "backup": "web.backup",
    "restore": "web.restore",
}


class LazyGroup(click.Group):
    """A group whose commands are modules of this package, read when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of the name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"generator.cli.{_ROOMS.get(cmd_name, cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        with formatter.section(gettext.gettext("Commands")):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH …",
    help="vanthu: soạn văn bản hành chính đúng Nghị định 30/2020/NĐ-CP từ dữ liệu của cơ quan.",
)
@click.version_option(package_name="vanthu", prog_name="vanthu")
@click.option("-v", "--verbose", count=True, help="In từng bước ra stderr, bằng tiếng Anh; -vv in cả chi tiết.")
@click.pass_context
def app(context: click.Context, verbose: int) -> None:
    """Run the command given."""
    if verbose:
        from generator.logs import log_to_stderr

        context.call_on_close(log_to_stderr(verbose))


def main() -> None:
    """The entry point: Vietnamese messages, a fixed exit code, no traceback for what a user can mend."""
    from generator.cli.streams import close_streams, open_streams
    from generator.errors import ExitCode, Problem, UsageError, VanthuError, reason_of

    gc.set_threshold(100_000)  # what a start makes lives to its end: looking through it for garbage finds none
    open_streams()
    code: int | str | None = 0
    try:
        try:
            app(prog_name="vanthu")
        except OSError as error:  # what no command foresaw: a full disk for temporary files, a name too long to look up
            fix = "kiểm tra đường dẫn, dung lượng ổ đĩa và quyền ghi"
            raise UsageError(Problem(str(error.filename or ""), reason_of(error), fix)) from None
    except VanthuError as error:
        from generator.cli.report import print_error

        print_error(error)
        code = int(error.exit_code)
    except SystemExit as stop:
        code = stop.code
    failure = close_streams()
    if failure is not None:
        click.echo(f"Không in hết được kết quả: {reason_of(failure)}", err=True)
        code = code or int(ExitCode.USAGE)
    gc.freeze()  # or Python looks through all of it again, several times, on its way out
    sys.exit(code)
