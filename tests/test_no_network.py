"""The guard against network sockets bites."""

import socket

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_socket_is_refused(family: socket.AddressFamily, no_network: list[str]) -> None:
    with pytest.raises(RuntimeError, match="opens no network sockets"):
        socket.socket(family)
    assert no_network == ["socket.__new__"]
    no_network.clear()


def test_looking_up_a_host_is_refused(no_network: list[str]) -> None:
    with pytest.raises(RuntimeError, match="opens no network sockets"):
        socket.getaddrinfo("example.org", 443)
    assert no_network == ["socket.getaddrinfo"]
    no_network.clear()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no local sockets")
def test_the_sockets_of_the_desktop_itself_are_allowed() -> None:
    with socket.socket(socket.AF_UNIX) as local:
        assert local.family == socket.AF_UNIX
