namespace WhatsCommerce.Http;

/// <summary>Decides who may see the token: the Graph API, and the hosts of Meta's that hold media.</summary>
internal static class TokenAudience
{
    private static readonly string[] MediaDomains = [".fbsbx.com", ".whatsapp.net", ".fbcdn.net", ".facebook.com"];

    /// <summary>Whether the token may be sent to an address.</summary>
    /// <param name="address">Where a file lies, as an answer says.</param>
    /// <param name="graph">The configured address of the Graph API, which may be a loopback one.</param>
    public static bool Accepts(Uri address, Uri graph)
    {
        if (!address.IsAbsoluteUri)
        {
            return false;
        }

        if (address.Scheme == graph.Scheme && address.IdnHost == graph.IdnHost && address.Port == graph.Port)
        {
            return true;
        }

        // The point before the domain keeps evil-fbsbx.com out. Names stay names: an address of numbers ends with no domain.
        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && Array.Exists(MediaDomains, domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
    }
}
