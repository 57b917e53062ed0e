namespace WhatsCommerce.Tool.Webhooks;

/// <summary>What became of a webhook that was posted.</summary>
/// <param name="StatusCode">The status of the answer; <see langword="null"/> when none came.</param>
/// <param name="Problem">Why none came.</param>
/// <param name="Milliseconds">How long the answer took.</param>
internal sealed record PostedWebhook(int? StatusCode, string? Problem, double Milliseconds)
{
    /// <summary>Whether the app has taken it: Meta counts 200 alone, and delivers again after any other status.</summary>
    public bool IsTaken => StatusCode == 200;

    /// <summary>In words.</summary>
    public string Words => this switch
    {
        { StatusCode: 200 } => FormattableString.Invariant($"200 in {Milliseconds:0} ms"),
        { StatusCode: 401 } => "401: the signature is refused, so the app has another secret",
        { StatusCode: 404 or 405 } => $"{StatusCode}: is the path right?",
        { StatusCode: { } status } => FormattableString.Invariant($"{status} in {Milliseconds:0} ms"),
        _ => $"no answer: {Problem}",
    };
}
