namespace WhatsCommerce.Calls;

/// <summary>A SIP server of the business.</summary>
/// <param name="Hostname"><c>hostname</c>.</param>
/// <param name="Port"><c>port</c>; Meta uses 5061 when it is <see langword="null"/>.</param>
public sealed record CallingSipServer(string Hostname, int? Port = null);
