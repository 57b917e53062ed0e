using System.Globalization;
using System.Net.Security;

namespace WhatsCommerce.Webhooks;

/// <summary>Opens connections according to the options.</summary>
internal sealed class BrokerAddress
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);
    private const int MostPort = 65_535;

    private readonly ConnectionFactory _factory;
    private readonly AmqpTcpEndpoint[] _nodes;
    private readonly string _name;

    public BrokerAddress(RabbitMqOptions options)
    {
        _factory = new()
        {
            RequestedHeartbeat = Heartbeat,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(10),
            ContinuationTimeout = TimeSpan.FromSeconds(20),
        };
        try
        {
            _factory.Uri = new Uri(options.ConnectionString);
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
#pragma warning disable MA0054 // The message of the inner exception may show the password.
            throw new InvalidOperationException(
                "RabbitMqOptions.ConnectionString is not a valid broker URI. It must be like "
                + "amqps://user:password@mq.example.com:5671/vhost, and characters such as / and @ in a password are written as "
                + "%2f and %40.");
#pragma warning restore MA0054
        }

        // Without this, the client would accept a certificate of any host for an address.
        _factory.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None;
        _factory.UserName = options.UserName ?? _factory.UserName;
        _factory.Password = options.Password ?? _factory.Password;
        options.ConfigureConnection?.Invoke(_factory);
        _factory.AutomaticRecoveryEnabled = false;
        _factory.TopologyRecoveryEnabled = false;
        _nodes = [_factory.Endpoint, .. options.Nodes.Select((node, index) => Parse(node, index))];
        _name = options.Prefix;
    }

    /// <summary>Opens a connection to a node that responds.</summary>
    public Task<IConnection> ConnectAsync(string purpose, CancellationToken cancellationToken) =>
        _factory.CreateConnectionAsync(_nodes, $"{_name} {purpose}", cancellationToken);

    private AmqpTcpEndpoint Parse(string? node, int index)
    {
        int colon = node?.LastIndexOf(':') ?? -1;
        string host = (colon < 0 ? node : node![..colon])?.Trim() ?? "";
        int port = _factory.Endpoint.Port;
        bool hasPort = colon < 0 || (int.TryParse(node![(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port is > 0 and <= MostPort);
        if (host.Length == 0 || host.Contains('@', StringComparison.Ordinal) || host.Contains('/', StringComparison.Ordinal) || !hasPort)
        {
            // An address may contain a password, so it is not part of the message.
            throw new InvalidOperationException(
                $"RabbitMqOptions.Nodes[{index.ToString(CultureInfo.InvariantCulture)}] is not a node. Name its host, such as "
                + "mq2.example.com, or host and port: mq2.example.com:5671.");
        }

        SslOption tls = _factory.Ssl;
        return new(host, port, new SslOption(tls.Enabled ? host : "", tls.CertPath, tls.Enabled)
        {
            Certs = tls.Certs,
            CertPassphrase = tls.CertPassphrase,
            Version = tls.Version,
            AcceptablePolicyErrors = tls.AcceptablePolicyErrors,
            CertificateValidationCallback = tls.CertificateValidationCallback,
            CertificateSelectionCallback = tls.CertificateSelectionCallback,
            CheckCertificateRevocation = tls.CheckCertificateRevocation,
        });
    }
}
