using System.Net;
using System.Net.Sockets;

namespace WhatsCommerce.Webhooks;

/// <summary>Connects to hosts after resolving their names, unless their addresses are forbidden.</summary>
internal static class NetworkGuard
{
    // Never valid targets: clouds provide credentials there.
    private static readonly IPNetwork[] Never = [IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fe80::/10")];

    // IANA's special-purpose registries: this host, private and shared networks, documentation, benchmarks, multicast, reserved.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fec0::/10",
            "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, bool publicOnly, CancellationToken cancellationToken)
    {
        IPAddress[] found = IPAddress.TryParse(end.Host, out IPAddress? literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(end.Host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = [.. found.Where(address => IsAllowed(address, publicOnly))];
        if (allowed.Length == 0)
        {
            throw new ForbiddenAddressException();
        }

        // Connects to the checked addresses: resolving the name again might return others.
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static bool IsAllowed(IPAddress address, bool publicOnly)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Never, network => network.Contains(plain))
            && (!publicOnly || !Array.Exists(NotPublic, network => network.Contains(plain)));
    }
}
