namespace WhatsCommerce.Calls;

/// <summary>A SIP server of the business.</summary>
public sealed record CallingSipServer
{
    /// <summary>Initializes a new instance of the <see cref="CallingSipServer"/> class.</summary>
    /// <param name="hostname"><c>hostname</c>.</param>
    /// <param name="port"><c>port</c>; Meta uses 5061 when it is <see langword="null"/>.</param>
    public CallingSipServer(string hostname, int? port = null)
    {
        Hostname = hostname;
        Port = port;
    }

    /// <summary>Gets <c>hostname</c>.</summary>
    public string Hostname { get; init; }

    /// <summary>Gets <c>port</c>; Meta uses 5061 when it is <see langword="null"/>.</summary>
    public int? Port { get; init; }
}
