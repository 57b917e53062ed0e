namespace WhatsCommerce.Http;

/// <summary>Decides which hosts may receive the token: the Graph API, and Meta's media hosts.</summary>
internal static class TokenAudience
{
    private static readonly string[] MediaDomains = [".fbsbx.com", ".whatsapp.net", ".fbcdn.net", ".facebook.com"];

    /// <summary>Returns whether the token may be sent to a URL.</summary>
    /// <param name="address">The URL of a file, from a response.</param>
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

        // The leading dot keeps evil-fbsbx.com out. IP addresses match no domain, since host names are not resolved.
        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && Array.Exists(MediaDomains, domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
    }
}
