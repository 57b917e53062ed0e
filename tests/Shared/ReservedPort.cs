using System.Net;
using System.Net.Sockets;

namespace WhatsCommerce.Tests;

/// <summary>A port of the loopback address that is the test's own and at which nothing listens yet: who connects is refused.</summary>
/// <remarks>
/// A port that was free a moment ago may be anybody's by now. This one is bound, so that the system gives it to nobody else, whether they
/// listen or connect from it.
/// </remarks>
internal sealed class ReservedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ReservedPort()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Number = ((IPEndPoint)_socket.LocalEndPoint!).Port;
    }

    public int Number { get; }

    public Uri Address => new($"http://127.0.0.1:{Number}/");

    /// <summary>
    /// Lets a server of the test, in this process or another, listen at it. Linux allows that while the port stays bound here, so that the
    /// server may go and come back; elsewhere the port has to be given up for it.
    /// </summary>
    public void LetListen()
    {
        if (!OperatingSystem.IsLinux())
        {
            _socket.Dispose();
        }
    }

    public void Dispose() => _socket.Dispose();
}
