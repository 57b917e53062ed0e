using Polly;

namespace WhatsCommerce.Http;

/// <summary>
/// The services that all clients of one registration share. Nothing in it is specific to a tenant, except for the pace of each number.
/// </summary>
internal sealed class GraphServices
{
    private const string HttpClientPrefix = "WhatsCommerce";

    private readonly string _httpClientName;
    private readonly IHttpClientFactory _clients;
    private readonly IOptionsMonitor<WhatsCommerceOptions> _options;
    private readonly Lazy<IAccessTokenProvider?> _tokens;

    public GraphServices(
        string name,
        IHttpClientFactory clients,
        IOptionsMonitor<WhatsCommerceOptions> options,
        TimeProvider time,
        ILogger logger,
        Lazy<IAccessTokenProvider?> tokens,
        MessagePacer? sharedPacer = null)
    {
        Name = name;
        _httpClientName = HttpClientName(name);
        _clients = clients;
        _options = options;
        Time = time;
        Logger = logger;
        _tokens = tokens;
        Pacer = sharedPacer ?? new MessagePacer(time);
        Retry = RetryPipeline.Create(time, OnRetry);
    }

    public string Name { get; }
    public TimeProvider Time { get; }
    public ILogger Logger { get; }

    /// <summary>
    /// The token provider of the app, if one is registered. Resolved at the first request, because it may itself depend on a client.
    /// </summary>
    public IAccessTokenProvider? Tokens => _tokens.Value;

    public MessagePacer Pacer { get; }
    public ResiliencePipeline<object> Retry { get; }

    /// <summary>The current settings; they may be reloaded at any time.</summary>
    public WhatsCommerceOptions Options => _options.Get(Name);

    public static string HttpClientName(string name) => name.Length == 0 ? HttpClientPrefix : $"{HttpClientPrefix}:{name}";

    public static bool IsHttpClientName(string? name) =>
        name == HttpClientPrefix || name?.StartsWith($"{HttpClientPrefix}:", StringComparison.Ordinal) == true;

    public HttpClient CreateHttpClient() => _clients.CreateClient(_httpClientName);

    private ValueTask OnRetry(GraphCall call, Exception exception, TimeSpan wait)
    {
        GraphErrorClass errorClass = ((GraphException)exception).ErrorClass;
        Log.Repeating(Logger, call.Method, call.Path, errorClass, call.Attempts + 1, wait.TotalMilliseconds);
        Telemetry.Repeating(call, errorClass, wait);
        return default;
    }
}
