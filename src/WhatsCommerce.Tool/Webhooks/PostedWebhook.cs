namespace WhatsCommerce.Tool.Webhooks;

/// <summary>The outcome of posting a webhook.</summary>
/// <param name="StatusCode">The HTTP status of the response; <see langword="null"/> when there was none.</param>
/// <param name="Problem">Why there was no response.</param>
/// <param name="Milliseconds">The response time in milliseconds.</param>
internal sealed record PostedWebhook(int? StatusCode, string? Problem, double Milliseconds)
{
    /// <summary>Whether the app accepted the webhook: Meta accepts only 200, and retries after any other status.</summary>
    public bool IsTaken => StatusCode == 200;

    /// <summary>A description of the outcome.</summary>
    public string Words => this switch
    {
        { StatusCode: 200 } => FormattableString.Invariant($"200 in {Milliseconds:0} ms"),
        { StatusCode: 401 } => "401: the signature is refused, so the app has another secret",
        { StatusCode: 404 or 405 } => $"{StatusCode}: is the path right?",
        { StatusCode: { } status } => FormattableString.Invariant($"{status} in {Milliseconds:0} ms"),
        _ => $"no response: {Problem}",
    };
}
