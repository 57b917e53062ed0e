using System.Net.Http.Headers;

namespace WhatsCommerce.Http;

/// <summary>Keeps the usage headers of the last response that had any, and parses them on demand.</summary>
internal sealed class UsageTracker
{
    private volatile Headers? _last;

    public GraphUsage? Current => _last?.Usage;

    /// <summary>Records the headers of a response.</summary>
    public void Observe(HttpResponseHeaders headers)
    {
        HttpHeadersNonValidated raw = headers.NonValidated;
        string? app = raw.TryGetValues("X-App-Usage", out HeaderStringValues appValues) ? appValues.ToString() : null;
        string? business =
            raw.TryGetValues("X-Business-Use-Case-Usage", out HeaderStringValues businessValues) ? businessValues.ToString() : null;
        if (app is not null || business is not null)
        {
            _last = new Headers(app, business);
        }
    }

    private sealed class Headers(string? app, string? business)
    {
        private readonly Lazy<GraphUsage?> _usage = new(() => UsageReader.Read(app, business));

        public GraphUsage? Usage => _usage.Value;
    }
}
