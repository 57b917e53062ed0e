namespace WhatsCommerce.Http;

/// <summary>Caches the URL of the last request of a client: most requests go to the same URL, and URLs are expensive to parse.</summary>
internal sealed class RequestTarget
{
    private volatile Target? _last;

    /// <summary>Gets the URL of a path below the version, with the appsecret_proof if there is one.</summary>
    public Uri Get(in GraphAccount account, string path, string? proof)
    {
        WhatsCommerceOptions options = account.Options;
        Target? last = _last;
        if (last is null
            || last.Base != options.BaseAddress
            || last.Version != options.GraphVersion
            || last.Path != path
            || last.Proof != proof)
        {
            _last = last = new Target(options.BaseAddress, options.GraphVersion, path, proof, account.Resolve(path, proof));
        }

        return last.Address;
    }

    private sealed class Target(Uri @base, string version, string path, string? proof, Uri address)
    {
        public Uri Base => @base;

        public string Version => version;

        public string Path => path;

        public string? Proof => proof;

        public Uri Address => address;
    }
}
