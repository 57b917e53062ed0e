namespace WhatsCommerce.Storefronts;

/// <summary>The client of Razorpay's API, with its key.</summary>
internal sealed class RazorpayApi
{
    /// <summary>The name of the provider and of its HttpClient.</summary>
    public const string ProviderName = "razorpay";

    public RazorpayApi(IHttpClientFactory clients, RazorpayOptions options)
    {
        Options = options;
        Calls = ProviderHttp.CreateApi<IRazorpayApi>(
            "Razorpay",
            ProviderHttp.CreateClient(clients, ProviderName, Options.Address),
            RazorpayJson.Default,
            CodeOf);
        Key = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Options.KeyId}:{Options.KeySecret}"));
    }

    public RazorpayOptions Options { get; }
    public IRazorpayApi Calls { get; }

    /// <summary>The value of the header <c>Authorization</c>.</summary>
    public string Key { get; }

    private static string? CodeOf(JsonElement error) =>
        ProviderText.Find(error, "error", "reason") is { } reason and not ("NA" or "")
            ? reason
            : ProviderText.Find(error, "error", "code");
}
