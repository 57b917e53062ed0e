namespace WhatsCommerce.Http;

/// <summary>Creates the authorization header for a token; the last one is cached, because tokens are long and rarely change.</summary>
internal sealed class BearerHeader
{
    private volatile Header? _last;

    public string Get(string token)
    {
        Header? last = _last;
        if (last is null || last.Token != token)
        {
            _last = last = new Header(token, $"Bearer {token}");
        }

        return last.Value;
    }

    private sealed class Header(string token, string value)
    {
        public string Token => token;

        public string Value => value;
    }
}
