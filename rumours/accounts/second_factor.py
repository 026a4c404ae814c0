"""The second factor of staff: an app that shows a code every half minute, and ten codes on paper for when it is lost.

Codes of the app work once each, and every wrong one doubles the wait until the next is looked at (django-otp). Of
recovery codes only a hash is kept: they have 59 bits, so that nobody gets from the one to the other.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Iterator

import django_otp
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from rumours.accounts.audit import record

REQUIRED = "required"
RECOVERY_CODES = 10
_GROUPS, _LETTERS = 3, "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
_KEPT = 16  # characters: what the column holds, 80 bits
_APP_CODE = re.compile(r"[0-9]{6}", re.ASCII)
_SPACING = re.compile(r"[\s-]+")


def is_required() -> bool:
    """Whether staff need a second factor on this site."""
    return bool(settings.STAFF_OTP == REQUIRED)


def is_enrolled(user: User) -> bool:
    """Whether the user has a second factor."""
    found: bool = TOTPDevice.objects.filter(user=user, confirmed=True).exists()
    return found


def new_secret() -> str:
    """A secret for an app, in hexadecimal."""
    return str(default_key())


def shown(secret: str) -> str:
    """The secret as one types it into an app."""
    spelt = base64.b32encode(bytes.fromhex(secret)).decode()
    return " ".join(re.findall(".{1,4}", spelt))


def address_of(user: User, secret: str) -> str:
    """The otpauth: address that a QR code holds."""
    return str(TOTPDevice(user=user, key=secret).config_url)


@transaction.atomic
def enrol(user: User, secret: str, code: str) -> Device | None:
    """Take the app that showed `code` as the user's only one; None, and nothing changes, where the code is wrong."""
    typed = _SPACING.sub("", code)
    clock = TOTP(bytes.fromhex(secret))
    if not _APP_CODE.fullmatch(typed) or not clock.verify(int(typed), tolerance=1):
        return None
    TOTPDevice.objects.filter(user=user).delete()
    device = TOTPDevice.objects.create(user=user, name="app", key=secret, last_t=clock.t(), drift=clock.drift)
    record("second factor enrolled", user=user.get_username())
    return device


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Ten fresh codes, shown to nobody ever again; earlier ones end."""
    codes = [_fresh_code() for _ in range(RECOVERY_CODES)]
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery codes")
    for code in codes:
        device.token_set.create(token=_hash(user, code))
    record("recovery codes made", user=user.get_username())
    return codes


def recovery_codes_left(user: User) -> int:
    """How many have not been used."""
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=user))


def verify(user: User, typed: str) -> Device | None:
    """The device whose code this is, used up by now; None for a wrong code, and while a wait lasts after wrong ones."""
    code = _SPACING.sub("", typed).lower()
    for device, token in _candidates(user, code):
        found: Device | None = django_otp.verify_token(user, device.persistent_id, token)
        if found is not None:
            record("second factor given", user=user.get_username(), device=device.name)
            return found
    record("second factor refused", user=user.get_username())
    return None


@transaction.atomic
def reset(user: User) -> None:
    """Take the second factor away: the user enrols anew at the next log-in, and sessions that rest on it end."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    record("second factor reset", user=user.get_username())


def _candidates(user: User, code: str) -> Iterator[tuple[Device, str]]:
    if _APP_CODE.fullmatch(code):
        yield from ((device, code) for device in TOTPDevice.objects.filter(user=user, confirmed=True))
    else:
        yield from ((device, _hash(user, code)) for device in StaticDevice.objects.filter(user=user, confirmed=True))


def _fresh_code() -> str:
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(_GROUPS))


def _hash(user: User, code: str) -> str:
    plain = f"recovery:{user.pk}:{_SPACING.sub('', code)}"
    return base64.b32encode(hashlib.sha256(plain.encode()).digest()).decode()[:_KEPT].lower()
