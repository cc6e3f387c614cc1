"""Commands for the accounts of those who look after the repository: user add, list, disable, enable, password."""

import sys
from typing import Annotated

import typer

from wsr.cli.app import AsJson, app, open_repository
from wsr.cli.output import messages, print_json, print_table
from wsr.domain.accounts import AccountRole
from wsr.errors import InvalidInput

user = typer.Typer(help="Accounts of those who look after the repository.", no_args_is_help=True)
app.add_typer(user, name="user")

Name = Annotated[str, typer.Argument(help="What is typed to sign in.")]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from the first line of standard input.")
]


@user.command()
def add(
    context: typer.Context,
    name: Name,
    admin: Annotated[bool, typer.Option("--admin", help="May do all, not only decide.")] = False,
    display_name: Annotated[str, typer.Option(help="How the person is named on pages.")] = "",
    password_stdin: FromStdin = False,
) -> None:
    """Make an account."""
    role = AccountRole.ADMIN if admin else AccountRole.CURATOR
    password = _password(password_stdin)
    with open_repository(context) as repository:
        account = repository.accounts.add(name, password, display_name=display_name, role=role)
    messages.print(f"{account.name} can sign in now.", markup=False)


@user.command("list")
def list_accounts(context: typer.Context, json: AsJson = False) -> None:
    """List the accounts, also disabled ones."""
    with open_repository(context) as repository:
        accounts = repository.accounts.all()
    if json:
        for account in accounts:
            print_json(account.model_dump(mode="json"))
    elif accounts:
        print_table(
            ("Name", "Shown as", "Role", "Since", "Disabled since"),
            ((a.name, a.display_name, a.role, _day(a.created_at), _day(a.disabled_at)) for a in accounts),
        )
    else:
        messages.print("There are no accounts. Make one with: wsr user add NAME")


@user.command()
def disable(context: typer.Context, name: Name) -> None:
    """Let nobody use an account any more; what it decided stays."""
    with open_repository(context) as repository:
        repository.accounts.disable(name)
    messages.print(f"{name} is signed out and cannot sign in.", markup=False)


@user.command()
def enable(context: typer.Context, name: Name) -> None:
    """Let a disabled account be used again."""
    with open_repository(context) as repository:
        repository.accounts.enable(name)
    messages.print(f"{name} can sign in again.", markup=False)


@user.command("password")
def set_password(context: typer.Context, name: Name, password_stdin: FromStdin = False) -> None:
    """Give an account another password; whoever is signed in with it is signed out."""
    password = _password(password_stdin)
    with open_repository(context) as repository:
        repository.accounts.set_password(name, password)
    messages.print(f"{name} has another password.", markup=False)


def _password(from_stdin: bool) -> str:
    """Typed twice on a terminal and not shown, or one line of standard input."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise InvalidInput(
            "No password was typed: use a terminal, or --password-stdin with a line on standard input."
        )
    typed: str = typer.prompt("Password", hide_input=True, confirmation_prompt="Once more", err=True)
    return typed


def _day(moment: object) -> str | None:
    return None if moment is None else str(moment)[:10]
